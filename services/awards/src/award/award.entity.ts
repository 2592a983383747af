import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Prize } from '../competition/terms.rules.js';
import type { AwardStatus, Decree, RevocationGround } from './award.rules.js';

/** What an organization won in a competition. */
@Entity('award')
export class Award {
  static readonly idPrefix = 'awd';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'competition_id' })
  competitionId!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  /** Where the winner is seated. */
  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('integer')
  year!: number;

  @Column('integer')
  rank!: number;

  @Column('date', { name: 'granted_on' })
  grantedOn!: string;

  /** What the place is called, such as Juara I. */
  @Column('text', { nullable: true })
  title!: string | null;

  @Column('jsonb', { nullable: true })
  prize!: Prize | null;

  @Column('jsonb', { nullable: true })
  decree!: Decree | null;

  @Column('date', { name: 'presented_on', nullable: true })
  presentedOn!: string | null;

  @Column('uuid', { name: 'occasion_id', nullable: true })
  occasionId!: string | null;

  // The two of the organizer are the competition's; they do not change, and row security reads them here.
  @Column('text', { name: 'organizer_region_code' })
  organizerRegionCode!: string;

  @Column('uuid', { name: 'organizer_organization_id', nullable: true })
  organizerOrganizationId!: string | null;

  @Column('text')
  status!: AwardStatus;

  @Column('text', { name: 'revoked_because', nullable: true })
  revokedBecause!: RevocationGround | null;
}

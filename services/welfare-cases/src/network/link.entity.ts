import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LinkKind } from './link.rules.js';

/** One line in the network that an organization drew: with whom it works, in what, from when to when. */
@Entity('referral_link')
export class ReferralLink {
  static readonly idPrefix = 'lnk';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'from_organization_id' })
  fromOrganizationId!: string;

  @Column('uuid', { name: 'to_organization_id' })
  toOrganizationId!: string;

  /** Where the organization that drew it is seated. */
  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  kind!: LinkKind;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom!: Date;

  @Column('timestamptz', { name: 'valid_to', nullable: true })
  validTo!: Date | null;
}

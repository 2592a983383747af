import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConflictKind, ConflictSource, JurorRole, JurorStatus } from './jury.rules.js';

/** Somebody who judges a competition; without a name, which the registry of accounts keeps. */
@Entity('juror')
export class Juror {
  static readonly idPrefix = 'jur';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'competition_id' })
  competitionId!: string;

  /** Subject of the token that the juror signs in with. */
  @Column('text')
  actor!: string;

  @Column('uuid', { name: 'officer_id', nullable: true })
  officerId!: string | null;

  /** The village or district that the juror lives or serves in. */
  @Column('text', { name: 'region_code', nullable: true })
  regionCode!: string | null;

  @Column('text')
  institution!: string;

  @Column('text')
  role!: JurorRole;

  // The two of the organizer are the competition's; they do not change, and row security reads them here.
  @Column('text', { name: 'organizer_region_code' })
  organizerRegionCode!: string;

  @Column('uuid', { name: 'organizer_organization_id', nullable: true })
  organizerOrganizationId!: string | null;

  @Column('text')
  status!: JurorStatus;
}

/** Why a juror does not judge a nominee; for all nominees the juror's own status says so. */
@Entity('recusal')
export class Recusal {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'competition_id' })
  competitionId!: string;

  @Column('uuid', { name: 'juror_id' })
  jurorId!: string;

  @Column('uuid', { name: 'nomination_id' })
  nominationId!: string;

  @Column('text')
  actor!: string;

  @Column('text', { name: 'organizer_region_code' })
  organizerRegionCode!: string;

  @Column('uuid', { name: 'organizer_organization_id', nullable: true })
  organizerOrganizationId!: string | null;

  @Column('text')
  kind!: ConflictKind;

  @Column('text')
  source!: ConflictSource;
}

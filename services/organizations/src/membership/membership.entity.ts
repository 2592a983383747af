import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many members an organization had on a day, as somebody counted. */
@Entity('membership_snapshot')
export class MembershipSnapshot {
  static readonly idPrefix = 'mbr';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('date', { name: 'as_of' })
  asOf!: string;

  @Column('integer', { name: 'active_male' })
  activeMale!: number;

  @Column('integer', { name: 'active_female' })
  activeFemale!: number;

  @Column('integer', { name: 'passive_estimate', nullable: true })
  passiveEstimate!: number | null;

  @Column('text')
  source!: string;
}

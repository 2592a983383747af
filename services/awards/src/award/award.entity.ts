import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an organization won in a competition. */
@Entity('award')
export class Award {
  static readonly idPrefix = 'awd';

  @PrimaryColumn('uuid')
  id!: string;

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
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An award that an organization won: a copy, fed by the awards service. */
@Entity('honour')
export class Honour {
  @PrimaryColumn('uuid', { name: 'award_id' })
  awardId!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('integer')
  rank!: number;

  @Column('integer')
  year!: number;
}

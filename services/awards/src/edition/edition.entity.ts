import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The competitions of a year that belong together, of one owner. */
@Entity('edition')
export class Edition {
  static readonly idPrefix = 'edn';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('integer')
  year!: number;

  @Column('text')
  name!: string;

  @Column('text', { name: 'owner_region_code' })
  ownerRegionCode!: string;

  @Column('uuid', { name: 'owner_office_id', nullable: true })
  ownerOfficeId!: string | null;
}

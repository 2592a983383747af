import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A code of the official list: what a report is checked against. */
@Entity('region_copy')
export class RegionCopy {
  @PrimaryColumn('text')
  code!: string;

  /** The list that named it last. */
  @Column('text', { name: 'dataset_version' })
  datasetVersion!: string;
}

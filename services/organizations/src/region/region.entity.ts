import type { RegionLevel } from '@jejaring/chassis/work/scope.rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RegionKind } from './region.rules.js';

/** A region of the official list; written by the import alone. */
@Entity('region')
export class Region {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text', { name: 'search_name' })
  searchName!: string;

  @Column('text', { name: 'bare_name' })
  bareName!: string;

  @Column('text')
  level!: RegionLevel;

  @Column('text')
  kind!: RegionKind;

  @Column('text', { name: 'parent_code', nullable: true })
  parentCode!: string | null;

  @Column('text')
  path!: string;

  @Column('text', { name: 'dataset_version' })
  datasetVersion!: string;
}

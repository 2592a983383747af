import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OfficeKind } from './office.rules.js';

/** An authority; what it is called changes, what it is stays. */
@Entity('office')
export class Office {
  static readonly idPrefix = 'ofc';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  kind!: OfficeKind;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { array: true })
  mandates!: string[];
}

/** What an office was called and responsible for, from when to when: valid time. */
@Entity('office_name')
export class OfficeName {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'office_id' })
  officeId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  name!: string;

  @Column('text', { array: true })
  mandates!: string[];

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;
}

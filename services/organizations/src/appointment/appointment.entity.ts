import type { Role } from '@jejaring/schema/roles';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Capacity, Decree } from '../decree/decree.rules.js';
import type { EndReason } from './appointment.rules.js';

/** That somebody may act in a role, from when to when, by which decree. Whom it is about, only a hash tells. */
@Entity('appointment')
export class Appointment {
  static readonly idPrefix = 'apt';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  account!: string;

  @Column('text')
  role!: Role;

  /** '' is the nation. */
  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId!: string | null;

  @Column('uuid', { name: 'office_id', nullable: true })
  officeId!: string | null;

  @Column('text')
  capacity!: Capacity;

  @Column('jsonb')
  decree!: Decree;

  @Column('timestamptz', { name: 'valid_from' })
  validFrom!: Date;

  @Column('timestamptz', { name: 'valid_to', nullable: true })
  validTo!: Date | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: EndReason | null;

  @Column('jsonb', { name: 'end_decree', nullable: true })
  endDecree!: Decree | null;
}

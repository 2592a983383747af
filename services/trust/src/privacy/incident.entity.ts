import type { FieldClass } from '@jejaring/chassis/work/audit';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Handling, IncidentKind, IncidentStatus } from './incident.rules.js';

/** That the protection of personal data failed, or may have. */
@Entity('data_incident')
export class DataIncident {
  static readonly idPrefix = 'din';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  kind!: IncidentKind;

  @Column('text')
  status!: IncidentStatus;

  @Column('timestamptz', { name: 'happened_from' })
  from!: Date;

  @Column('timestamptz', { name: 'happened_to' })
  to!: Date;

  @Column('text', { nullable: true })
  account!: string | null;

  @Column('timestamptz', { name: 'discovered_at' })
  discoveredAt!: Date;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('integer')
  affected!: number;

  @Column('text', { name: 'field_classes', array: true })
  fieldClasses!: FieldClass[];

  @Column('text', { array: true })
  handling!: Handling[];

  @Column('text', { name: 'reported_by' })
  reportedBy!: string;

  @Column('timestamptz', { name: 'notified_at', nullable: true })
  notifiedAt!: Date | null;

  @Column('timestamptz', { name: 'overdue_said_at', nullable: true })
  overdueSaidAt!: Date | null;
}

/** Somebody whose data an incident touched, by id alone. */
@Entity('incident_person')
export class IncidentPerson {
  @PrimaryColumn('uuid', { name: 'incident_id' })
  incidentId!: string;

  @PrimaryColumn('text', { name: 'subject_table' })
  subjectTable!: string;

  @PrimaryColumn('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;
}

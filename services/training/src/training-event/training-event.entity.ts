import type { Stated } from '@jejaring/register/facts/stated-count.rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TrainingEventStatus, TrainingKind, TrainingTopic } from './training-event.rules.js';
import type { TimeZone } from '@jejaring/register/facts/zone.rules';

/** A training held once, at a place, for some days (kegiatan). */
@Entity('training_event')
export class TrainingEvent {
  static readonly idPrefix = 'trn';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  status!: TrainingEventStatus;

  @Column('text')
  kind!: TrainingKind;

  @Column('text')
  topic!: TrainingTopic;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  theme!: string | null;

  @Column('text', { name: 'organizer_region_code' })
  organizerRegionCode!: string;

  @Column('uuid', { name: 'organizer_office_id', nullable: true })
  organizerOfficeId!: string | null;

  @Column('uuid', { name: 'organizer_organization_id', nullable: true })
  organizerOrganizationId!: string | null;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'audience_kinds', array: true })
  audienceKinds!: string[];

  @Column('text', { name: 'audience_levels', array: true, nullable: true })
  audienceLevels!: string[] | null;

  @Column('text', { name: 'venue_name', nullable: true })
  venueName!: string | null;

  @Column('text', { name: 'venue_region_code', nullable: true })
  venueRegionCode!: string | null;

  @Column('boolean', { name: 'venue_region_derived' })
  venueRegionDerived!: boolean;

  @Column('text', { name: 'venue_derived_because', nullable: true })
  venueDerivedBecause!: string | null;

  @Column('integer', { name: 'venue_capacity', nullable: true })
  venueCapacity!: number | null;

  @Column('integer', { name: 'per_unit_max', nullable: true })
  perUnitMax!: number | null;

  @Column('date', { name: 'starts_on' })
  startsOn!: string;

  @Column('date', { name: 'ends_on' })
  endsOn!: string;

  @Column('text', { name: 'time_zone' })
  timeZone!: TimeZone;

  @Column('integer', { name: 'certificate_hours', nullable: true })
  certificateHours!: number | null;

  @Column('integer', { name: 'min_attendance_basis_points' })
  minAttendanceBasisPoints!: number;

  @Column('integer', { name: 'min_post_test', nullable: true })
  minPostTest!: number | null;

  @Column('text', { name: 'legal_basis', array: true })
  legalBasis!: string[];

  @Column('integer', { name: 'stated_value', nullable: true })
  statedValue!: number | null;

  @Column('integer', { name: 'stated_up_to', nullable: true })
  statedUpTo!: number | null;

  @Column('text', { name: 'stated_qualifier', nullable: true })
  statedQualifier!: Stated['qualifier'] | null;
}

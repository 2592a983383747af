import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganizationEventKind, OrganizationEventStatus } from './organization-event.rules.js';

/** A meeting of an organization, or a month of service (kegiatan organisasi). */
@Entity('organization_event')
export class OrganizationEvent {
  static readonly idPrefix = 'oev';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  status!: OrganizationEventStatus;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  kind!: OrganizationEventKind;

  @Column('text')
  title!: string;

  @Column('text', { name: 'venue_name', nullable: true })
  venueName!: string | null;

  @Column('text', { name: 'venue_region_code', nullable: true })
  venueRegionCode!: string | null;

  @Column('text', { name: 'venue_derived_because', nullable: true })
  venueDerivedBecause!: string | null;

  @Column('date', { name: 'starts_on' })
  startsOn!: string;

  @Column('date', { name: 'ends_on' })
  endsOn!: string;

  @Column('uuid', { name: 'opened_by_office_id', nullable: true })
  openedByOfficeId!: string | null;

  @Column('uuid', { name: 'activity_ids', array: true })
  activityIds!: string[];

  @Column('uuid', { name: 'award_ids', array: true })
  awardIds!: string[];
}

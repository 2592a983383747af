import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { StatedFact } from '@jejaring/register/facts/fact-source';
import { stateSources } from '@jejaring/register/facts/fact-source';
import { organizationEventHeld } from '@jejaring/schema/events/organizations-programmes.events';
import { In } from 'typeorm';
import { Office } from '../office/office.entity.js';
import { Organization } from '../organization/organization.entity.js';
import { Region } from '../region/region.entity.js';
import { Activity } from '../work-programme/work-programme.entity.js';
import { OrganizationEvent } from './organization-event.entity.js';
import type { OrganizationEventKind } from './organization-event.rules.js';
import { link, plan, step } from './organization-event.rules.js';

export interface SeenOrganizationEvent {
  id: string;
  expectedVersion: number;
}

export interface PlanOrganizationEvent {
  organizationId: string;
  kind: OrganizationEventKind;
  title: string;
  startsOn: string;
  endsOn: string;
  venue: { name: string; regionCode: string | null; derivedBecause: string | null } | null;
  openedByOfficeId: string | null;
  sources?: StatedFact[];
}

const dayOf = (work: Work) => work.now.toISOString().slice(0, 10);

async function venueOf(work: Work, venue: PlanOrganizationEvent['venue']) {
  if (venue === null) return null;
  const { regionCode: code } = venue;
  const regionExists = code !== null && (await work.find(Region, { code })) !== null;
  return { ...venue, regionExists };
}

export async function planOrganizationEvent(
  work: Work,
  input: PlanOrganizationEvent,
): Promise<OrganizationEvent> {
  const { organizationId, kind, title, startsOn, endsOn, openedByOfficeId, sources = [] } = input;
  const host = await work.get(Organization, organizationId);
  const venue = await venueOf(work, input.venue);
  proceed(plan({ kind, startsOn, endsOn, venue }, host, work.caller));
  if (openedByOfficeId !== null) await work.get(Office, openedByOfficeId);
  const row = await work.insert(OrganizationEvent, {
    id: work.newId(),
    version: 1,
    status: 'PLANNED',
    organizationId,
    regionCode: host.regionCode,
    kind,
    title,
    startsOn,
    endsOn,
    openedByOfficeId,
    venueName: venue?.name ?? null,
    venueRegionCode: venue?.regionCode ?? null,
    venueDerivedBecause: venue?.derivedBecause ?? null,
    activityIds: [],
    awardIds: [],
  });
  await stateSources(work, row, sources);
  return row;
}

/** Says which activities belonged to it and which awards were given at it. */
export async function linkOrganizationEvent(
  work: Work,
  input: SeenOrganizationEvent & { activityIds: string[]; awardIds: string[] },
): Promise<OrganizationEvent> {
  const { id, expectedVersion, activityIds, awardIds } = input;
  const event = await work.getAt(OrganizationEvent, id, expectedVersion);
  const found = await work.list(Activity, { id: In(activityIds) });
  const activities = { asked: activityIds.length, found };
  proceed(link(event, activities, dayOf(work), work.caller));
  return work.update(OrganizationEvent, event, { activityIds, awardIds });
}

export async function holdOrganizationEvent(
  work: Work,
  { id, expectedVersion }: SeenOrganizationEvent,
): Promise<OrganizationEvent> {
  const event = await work.getAt(OrganizationEvent, id, expectedVersion);
  const { status } = proceed(step('HOLD', event, dayOf(work), work.caller));
  const saved = await work.update(OrganizationEvent, event, { status });
  const { organizationId, regionCode, kind, startsOn, endsOn } = saved;
  await work.publish(organizationEventHeld, {
    region: regionCode,
    data: {
      organizationId: encodeId('org', organizationId),
      regionCode,
      organizationEventId: encodeId('oev', saved.id),
      kind,
      startsOn,
      endsOn,
    },
  });
  return saved;
}

export async function cancelOrganizationEvent(
  work: Work,
  { id, expectedVersion }: SeenOrganizationEvent,
): Promise<OrganizationEvent> {
  const event = await work.getAt(OrganizationEvent, id, expectedVersion);
  const { status } = proceed(step('CANCEL', event, dayOf(work), work.caller));
  return work.update(OrganizationEvent, event, { status });
}

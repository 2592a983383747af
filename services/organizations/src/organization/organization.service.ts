import { encodeId } from '@jejaring/chassis/graph/ids';
import { encrypt } from '@jejaring/chassis/work/identifiers';
import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { RegionLevel } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import {
  organizationBecameDormant,
  organizationDissolved,
  organizationReactivated,
  organizationRegistered,
  organizationReinstated,
  organizationRejected,
  organizationReturned,
  organizationSubmitted,
  organizationSuspended,
} from '@jejaring/schema/events/organizations.events';
import { Region } from '../region/region.entity.js';
import { Organization } from './organization.entity.js';
import type {
  OrganizationCommand,
  OrganizationKind,
  OrganizationState,
  OrganizationStatus,
  RejectionGround,
} from './organization.rules.js';
import { draft, registeredNumber, step, submit, verify } from './organization.rules.js';

export interface SeenOrganization {
  id: string;
  expectedVersion: number;
}

export interface DraftRegistration {
  kind: OrganizationKind;
  level: RegionLevel;
  name: string;
  regionCode: string;
  establishedOn: string | null;
  chairName: string | null;
  documents: string[];
}

export const stateOf = (row: Organization): OrganizationState => ({
  ...row,
  hasChair: row.chairNameCipher !== null,
});

const speaksOf = (row: Organization) => ({
  organizationId: encodeId('org', row.id),
  regionCode: row.regionCode,
});

/** The day that a decision of this unit of work is taken on. */
export const dayOf = (work: Work): string => work.now.toISOString().slice(0, 10);

/** Ends the running period and begins the next: the organization's status in valid time. */
async function beginPeriod(work: Work, row: Organization): Promise<void> {
  await work.sql(
    `update organization_period set valid_to = $2 where organization_id = $1 and valid_to is null`,
    [row.id, dayOf(work)],
  );
  await work.sql(
    `insert into organization_period (id, organization_id, region_code, status, valid_from) values ($1, $2, $3, $4, $5)
     on conflict (organization_id, valid_from) do update set status = excluded.status, valid_to = null`,
    [work.newId(), row.id, row.regionCode, row.status, dayOf(work)],
  );
}

/** Where an organization stood on a day; null before it was registered. */
export async function findStatusOn(
  work: Work,
  organizationId: string,
  day: string,
): Promise<OrganizationStatus | null> {
  const [period] = await work.sql<{ status: OrganizationStatus }>(
    `select status from organization_period
     where organization_id = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)`,
    [organizationId, day],
  );
  return period?.status ?? null;
}

export async function draftRegistration(
  work: Work,
  input: DraftRegistration,
): Promise<Organization> {
  const { chairName, ...fields } = input;
  const region = await work.find(Region, { code: input.regionCode });
  const facts = { ...input, regionExists: region !== null, today: dayOf(work) };
  proceed(draft(facts, work.caller));
  const id = work.newId();
  const place = { table: 'organization', column: 'chair_name_cipher', rowId: id };
  return work.insert(Organization, {
    ...fields,
    id,
    version: 1,
    status: 'DRAFT',
    applicantId: work.caller.id,
    registeredNumber: null,
    chairNameCipher: chairName === null ? null : encrypt(work.keys, place, chairName),
    returnReason: null,
    rejectionGround: null,
    decreeNumber: null,
  });
}

export async function submitRegistration(
  work: Work,
  input: SeenOrganization,
): Promise<Organization> {
  const row = await work.getAt(Organization, input.id, input.expectedVersion);
  const saved = await work.update(Organization, row, proceed(submit(stateOf(row), work.caller)));
  const { kind, level } = saved;
  const data = { ...speaksOf(saved), kind, level };
  await work.publish(organizationSubmitted, { region: saved.regionCode, data });
  return saved;
}

async function nextSerial(work: Work, regionCode: string): Promise<number> {
  const [counter] = await work.sql<{ last: number }>(
    `insert into registration_counter as c (region_code, last) values ($1, 1)
     on conflict (region_code) do update set last = c.last + 1 returning last`,
    [regionCode],
  );
  return counter!.last;
}

async function isPlaceTaken(work: Work, { regionCode, level }: Organization): Promise<boolean> {
  const there = await work.list(Organization, { regionCode, level, kind: 'KARANG_TARUNA' });
  return there.some(({ status }) => ['ACTIVE', 'DORMANT', 'SUSPENDED'].includes(status));
}

export async function verifyRegistration(
  work: Work,
  input: SeenOrganization,
): Promise<Organization> {
  const row = await work.getAt(Organization, input.id, input.expectedVersion);
  const { status } = proceed(verify(stateOf(row), await isPlaceTaken(work, row), work.caller));
  const serial = await nextSerial(work, row.regionCode);
  const number = registeredNumber(row.kind, row.regionCode, serial);
  const saved = await enterRegister(work, row, { status, registeredNumber: number });
  await beginPeriod(work, saved);
  const { kind, level } = saved;
  const data = { ...speaksOf(saved), kind, level };
  await work.publish(organizationRegistered, { region: saved.regionCode, data });
  return saved;
}

async function enterRegister(work: Work, row: Organization, changes: Partial<Organization>) {
  try {
    return await work.update(Organization, row, changes);
  } catch (error) {
    // Two verified at once: the index decides, and the later one is told the same as by the rule.
    if (isUniqueViolation(error, 'organization_one_per_place'))
      return refuse({ refused: 'place-taken' });
    throw error;
  }
}

export async function rejectRegistration(
  work: Work,
  input: SeenOrganization & { ground: RejectionGround },
): Promise<Organization> {
  const row = await work.getAt(Organization, input.id, input.expectedVersion);
  const { status } = proceed(step('REJECT', stateOf(row), work.caller));
  const { ground } = input;
  const saved = await work.update(Organization, row, { status, rejectionGround: ground });
  await work.publish(organizationRejected, {
    region: saved.regionCode,
    data: { ...speaksOf(saved), ground },
  });
  return saved;
}

type PlainStep = Exclude<OrganizationCommand, 'SUBMIT' | 'VERIFY' | 'REJECT'>;

const said = {
  RETURN: organizationReturned,
  MARK_DORMANT: organizationBecameDormant,
  REACTIVATE: organizationReactivated,
  SUSPEND: organizationSuspended,
  LIFT_SUSPENSION: organizationReinstated,
  DISSOLVE: organizationDissolved,
} as const;

/** The steps that need nothing but the right state and the right hand. */
export async function leadOn(
  work: Work,
  command: PlainStep,
  input: SeenOrganization & { returnReason?: string; decreeNumber?: string },
): Promise<Organization> {
  const { id, expectedVersion, ...facts } = input;
  const row = await work.getAt(Organization, id, expectedVersion);
  const { status } = proceed(step(command, stateOf(row), work.caller));
  const saved = await work.update(Organization, row, { status, ...facts });
  if (command !== 'RETURN') await beginPeriod(work, saved);
  const event = { region: saved.regionCode, data: speaksOf(saved) };
  await work.publish(said[command] as typeof organizationSuspended, event);
  return saved;
}

import { encodeId } from '@jejaring/chassis/graph/ids';
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
import type { StatedFact } from '@jejaring/register/facts/fact-source';
import { stateSources } from '@jejaring/register/facts/fact-source';
import { close } from '@jejaring/trust/keys/cipher';
import { keyToWrite } from '@jejaring/trust/keys/person-key';
import { endBoardsOf } from '../board/board-end.service.js';
import { Region } from '../region/region.entity.js';
import type { Particulars } from '../welfare-resource/welfare-resource.rules.js';
import { noParticulars } from '../welfare-resource/welfare-resource.rules.js';
import { Organization } from './organization.entity.js';
import type {
  OrganizationCommand,
  OrganizationKind,
  OrganizationState,
  OrganizationStatus,
  RejectionGround,
} from './organization.rules.js';
import {
  amend,
  draft,
  registeredNumber,
  step,
  submit,
  takenAs,
  verify,
} from './organization.rules.js';

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
  particulars?: Particulars;
  sources?: StatedFact[];
}

export const stateOf = (row: Organization): OrganizationState => ({
  ...row,
  hasChair: row.chairNameCipher !== null,
  particulars: row,
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
  const { chairName, particulars = noParticulars, sources = [], ...fields } = input;
  const region = await work.find(Region, { code: input.regionCode });
  const duty = await dutyOf(work, particulars);
  const facts = { ...input, ...duty, regionExists: region !== null, today: dayOf(work) };
  proceed(draft(facts, work.caller));
  const id = work.newId();
  const row = await work.insert(Organization, {
    ...fields,
    ...particulars,
    id,
    version: 1,
    status: 'DRAFT',
    applicantId: work.caller.id,
    registeredNumber: null,
    chairNameCipher: chairName === null ? null : await closeChairOf(work, id, chairName),
    returnReason: null,
    rejectionGround: null,
    decreeNumber: null,
  });
  await stateSources(work, row, sources);
  return row;
}

async function dutyOf(work: Work, particulars: Particulars) {
  const { dutyRegionCode: code } = particulars;
  const dutyRegionExists = code !== null && (await work.find(Region, { code })) !== null;
  return { particulars, dutyRegionExists };
}

/** Where the name of an organization's chair belongs. */
export const placeOfChair = (rowId: string) => ({
  table: 'organization',
  column: 'chair_name_cipher',
  rowId,
});

async function closeChairOf(work: Work, id: string, name: string): Promise<string> {
  return close(await keyToWrite(work, encodeId('org', id)), placeOfChair(id), name);
}

/** What an applicant writes anew; what is absent stays as it is. */
export interface AmendRegistration extends SeenOrganization {
  name?: string;
  establishedOn?: string;
  chairName?: string;
  documents?: string[];
  particulars?: Particulars;
}

export async function amendRegistration(
  work: Work,
  input: AmendRegistration,
): Promise<Organization> {
  const { id, expectedVersion, chairName, particulars, ...changes } = input;
  const row = await work.getAt(Organization, id, expectedVersion);
  const { establishedOn } = { ...row, ...changes };
  const amendment = {
    establishedOn,
    today: dayOf(work),
    ...(await dutyOf(work, particulars ?? row)),
  };
  proceed(amend(stateOf(row), amendment, work.caller));
  return work.update(Organization, row, {
    ...changes,
    ...particulars,
    ...(chairName === undefined
      ? {}
      : { chairNameCipher: await closeChairOf(work, id, chairName) }),
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

/** Whether another of its kind is registered where there may be one. */
async function isPlaceTaken(work: Work, row: Organization): Promise<boolean> {
  const { kind, regionCode, level, dutyRegionCode } = row;
  if (kind !== 'KARANG_TARUNA' && (kind !== 'TKSK' || dutyRegionCode === null)) return false;
  const place =
    kind === 'TKSK' ? { kind, dutyRegionCode: dutyRegionCode! } : { kind, regionCode, level };
  const there = await work.list(Organization, place);
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
    const once = ['organization_one_per_place', 'organization_one_tksk'];
    if (once.some((index) => isUniqueViolation(error, index)))
      return refuse({ refused: takenAs(row.kind) });
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

type PlainStep = Exclude<OrganizationCommand, 'AMEND' | 'SUBMIT' | 'VERIFY' | 'REJECT'>;

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
  if (command === 'DISSOLVE') await endBoardsOf(work, saved.id);
  return saved;
}

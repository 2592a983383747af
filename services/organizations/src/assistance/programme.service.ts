import { encodeId } from '@jejaring/chassis/graph/ids';
import { notFound, proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { RegionLevel } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import type { StatedFact } from '@jejaring/register/facts/fact-source';
import { stateSources } from '@jejaring/register/facts/fact-source';
import { assistanceProgrammeOpened } from '@jejaring/schema/events/organizations-assistance.events';
import { In } from 'typeorm';
import { Office } from '../office/office.entity.js';
import { Organization } from '../organization/organization.entity.js';
import { dayOf, findStatusOn } from '../organization/organization.service.js';
import { Region } from '../region/region.entity.js';
import { Allocation, AssistanceProgramme } from './assistance.entity.js';
import { beginAllocationPeriod } from './allocation.service.js';
import type { AssistanceItemKind } from './programme.rules.js';
import { allocate, openProgramme } from './programme.rules.js';

export interface OpenProgramme {
  officeId: string;
  regionCode: string;
  title: string;
  fiscalYear: number;
  itemKind: AssistanceItemKind;
  itemSpec: string | null;
  unitValue: string | null;
  targetLevel: RegionLevel;
  /** Null when no source states a number: then the regions of that level are counted. */
  targetStated: number | null;
  targetReason: string | null;
  openedOn: string | null;
  sources: readonly StatedFact[];
}

const counted = (level: RegionLevel, regionCode: string) =>
  `one organization for each region of level ${level} in ${regionCode}, by the official list of regions`;

export async function openAssistanceProgramme(
  work: Work,
  input: OpenProgramme,
): Promise<AssistanceProgramme> {
  const { sources, ...facts } = input;
  const today = dayOf(work);
  const openedOn = input.openedOn ?? today;
  const region = await work.find(Region, { code: input.regionCode });
  const office = await work.find(Office, { id: input.officeId });
  const officeRegionCode = office?.regionCode ?? null;
  const known = { regionExists: region !== null, officeRegionCode, openedOn, today };
  proceed(openProgramme({ ...facts, ...known }, work.caller));
  const { targetStated, targetLevel, regionCode } = input;
  const reason = input.targetReason ?? counted(targetLevel, regionCode);
  const row = await work.insert(AssistanceProgramme, {
    ...facts,
    id: work.newId(),
    version: 1,
    openedOn,
    targetReason: targetStated === null ? reason : null,
  });
  await stateSources(work, row, sources);
  await say(work, row);
  return row;
}

async function say(work: Work, row: AssistanceProgramme): Promise<void> {
  const { regionCode, targetLevel, itemKind, fiscalYear } = row;
  const programmeId = encodeId('apg', row.id);
  const officeId = encodeId('ofc', row.officeId);
  const data = { programmeId, officeId, regionCode, targetLevel, itemKind, fiscalYear };
  await work.publish(assistanceProgrammeOpened, { region: regionCode, data });
}

export interface AllocateAssistance {
  programmeId: string;
  expectedVersion: number;
  recipients: readonly { organizationId: string; quantity: number }[];
  /** Null for that of the programme. */
  plannedFiscalYear: number | null;
  decidedOn: string | null;
}

/** Those who are to receive, as they stood on the day. */
async function recipientsOf(
  work: Work,
  { programmeId, recipients }: AllocateAssistance,
  decidedOn: string,
) {
  const ids = recipients.map(({ organizationId }) => organizationId);
  const rows = await work.list(Organization, { id: In(ids) });
  const given = await work.list(Allocation, { programmeId, organizationId: In(ids) });
  const found = new Map(rows.map((row) => [row.id, row]));
  const isGiven = new Set(
    given
      .filter(({ status }) => status !== 'WITHDRAWN')
      .map(({ organizationId }) => organizationId),
  );
  const known = [];
  for (const id of ids) {
    const row = found.get(id) ?? refuse(notFound(encodeId('org', id)));
    const status = await findStatusOn(work, id, decidedOn);
    known.push({ ...row, status, taken: isGiven.has(id) });
    // Named twice in one request, it is given once.
    isGiven.add(id);
  }
  return known;
}

/** Puts something aside for each recipient: all of them, or none. */
export async function allocateAssistance(
  work: Work,
  input: AllocateAssistance,
): Promise<AssistanceProgramme> {
  const programme = await work.getAt(AssistanceProgramme, input.programmeId, input.expectedVersion);
  const today = dayOf(work);
  const decidedOn = input.decidedOn ?? today;
  const plannedFiscalYear = input.plannedFiscalYear ?? programme.fiscalYear;
  const recipients = await recipientsOf(work, input, decidedOn);
  const shown = recipients.map((each) => ({ ...each, id: encodeId('org', each.id) }));
  const facts = { recipients: shown, plannedFiscalYear, decidedOn, today };
  proceed(allocate(programme, facts, work.caller));
  const saved = await work.update(AssistanceProgramme, programme, {});
  for (const [index, recipient] of recipients.entries()) {
    const { quantity } = input.recipients[index]!;
    await putAside(work, saved, recipient, { quantity, plannedFiscalYear, since: decidedOn });
  }
  return saved;
}

async function putAside(
  work: Work,
  programme: AssistanceProgramme,
  recipient: Pick<Organization, 'id' | 'regionCode'>,
  plan: Pick<Allocation, 'quantity' | 'plannedFiscalYear' | 'since'>,
): Promise<void> {
  const row = {
    ...plan,
    id: work.newId(),
    version: 1,
    programmeId: programme.id,
    programmeRegionCode: programme.regionCode,
    organizationId: recipient.id,
    regionCode: recipient.regionCode,
    status: 'PLANNED' as const,
  };
  const allocation = await work.insert(Allocation, row).catch((error: unknown) => {
    if (!isUniqueViolation(error, 'allocation_one_per_recipient')) throw error;
    return refuse({ refused: 'already-allocated' });
  });
  await beginAllocationPeriod(work, allocation);
}

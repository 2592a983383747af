import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import type { StatedFact } from '@jejaring/register/facts/fact-source';
import { stateSources } from '@jejaring/register/facts/fact-source';
import {
  assetConditionReported,
  assetHandedOver,
} from '@jejaring/schema/events/organizations-assistance.events';
import { Organization } from '../organization/organization.entity.js';
import { dayOf, findStatusOn } from '../organization/organization.service.js';
import { handOver, serialOf } from './allocation.rules.js';
import {
  beginAllocationPeriod,
  countHandedOver,
  idsOf,
  programmeOf,
} from './allocation.service.js';
import type { AssetCondition } from './asset.rules.js';
import { reportCondition } from './asset.rules.js';
import type { AssistanceProgramme } from './assistance.entity.js';
import { Allocation, Asset, Handover } from './assistance.entity.js';
import { recipientProblem } from './programme.rules.js';

export interface HandOverAssets {
  allocationId: string;
  expectedVersion: number;
  handedOverOn: string;
  minutesNumber: string;
  serialNumbers: readonly string[];
  occasionTitle: string | null;
  trainingEventId: string | null;
  givenBy: string | null;
  receivedByOfficerId: string | null;
  sources: readonly StatedFact[];
}

async function recipientOf(
  work: Work,
  row: Allocation,
  programme: AssistanceProgramme,
  day: string,
): Promise<Organization> {
  const organization = await work.get(Organization, row.organizationId);
  const status = await findStatusOn(work, organization.id, day);
  const id = encodeId('org', organization.id);
  const problem = recipientProblem(programme, { ...organization, id, status });
  return problem === null ? organization : refuse(problem);
}

/** Records that an organization received pieces, under minutes of handover. */
export async function handOverAssets(work: Work, input: HandOverAssets): Promise<Handover> {
  const row = await work.getAt(Allocation, input.allocationId, input.expectedVersion);
  const serialNumbers = input.serialNumbers.map(serialOf);
  const days = { day: input.handedOverOn, dayField: 'handedOverOn', today: dayOf(work) };
  const handedOver = await countHandedOver(work, row.id);
  const changes = proceed(handOver(row, { ...days, handedOver, serialNumbers }, work.caller));
  const programme = await programmeOf(work, row);
  const recipient = await recipientOf(work, row, programme, input.handedOverOn);
  const saved = await work.update(Allocation, row, changes);
  await beginAllocationPeriod(work, saved);
  const handover = await insertHandover(work, saved, input);
  for (const serial of serialNumbers) await insertAsset(work, handover, programme, serial);
  await stateSources(work, handover, input.sources);
  await say(work, handover, { allocation: saved, programme, recipient });
  return handover;
}

async function insertHandover(
  work: Work,
  allocation: Allocation,
  input: HandOverAssets,
): Promise<Handover> {
  const { programmeId, programmeRegionCode, organizationId, regionCode } = allocation;
  const { handedOverOn, minutesNumber, occasionTitle, trainingEventId } = input;
  const { givenBy, receivedByOfficerId, serialNumbers } = input;
  return work.insert(Handover, {
    id: work.newId(),
    version: 1,
    allocationId: allocation.id,
    programmeId,
    programmeRegionCode,
    organizationId,
    regionCode,
    quantity: serialNumbers.length,
    handedOverOn,
    minutesNumber,
    occasionTitle,
    trainingEventId,
    givenBy,
    receivedByOfficerId,
  });
}

async function insertAsset(
  work: Work,
  { id: handoverId, organizationId, regionCode, handedOverOn: since }: Handover,
  { itemKind }: AssistanceProgramme,
  serialNumber: string,
): Promise<void> {
  const piece = { id: work.newId(), version: 1, handoverId, organizationId, regionCode, itemKind };
  const asset = await work
    .insert(Asset, { ...piece, serialNumber, condition: 'IN_USE', since })
    .catch((error: unknown) => {
      if (isUniqueViolation(error, 'asset_serial_number'))
        return refuse({ refused: 'serial-taken' });
      throw error;
    });
  await beginCondition(work, asset);
}

async function say(
  work: Work,
  row: Handover,
  of: { allocation: Allocation; programme: AssistanceProgramme; recipient: Organization },
): Promise<void> {
  const { quantity, handedOverOn, regionCode, trainingEventId } = row;
  const { itemKind, fiscalYear } = of.programme;
  await work.publish(assetHandedOver, {
    region: regionCode,
    data: {
      ...idsOf(of.allocation),
      handoverId: encodeId('hnd', row.id),
      regionCode,
      recipientLevel: of.recipient.level,
      itemKind,
      quantity,
      fiscalYear,
      handedOverOn,
      ...(trainingEventId === null ? {} : { trainingEventId: encodeId('trn', trainingEventId) }),
    },
  });
}

/** Ends the running condition and begins the next, in valid time. */
async function beginCondition(work: Work, row: Asset): Promise<void> {
  await work.sql(
    'update asset_condition set valid_to = $2 where asset_id = $1 and valid_to is null',
    [row.id, row.since],
  );
  await work.sql(
    `insert into asset_condition (id, asset_id, organization_id, region_code, condition, valid_from)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (asset_id, valid_from) do update set condition = excluded.condition, valid_to = null`,
    [work.newId(), row.id, row.organizationId, row.regionCode, row.condition, row.since],
  );
}

export async function reportAssetCondition(
  work: Work,
  input: { id: string; expectedVersion: number; condition: AssetCondition; since: string | null },
): Promise<Asset> {
  const row = await work.getAt(Asset, input.id, input.expectedVersion);
  const today = dayOf(work);
  const asked = { condition: input.condition, since: input.since ?? today, today };
  const saved = await work.update(Asset, row, proceed(reportCondition(row, asked, work.caller)));
  await beginCondition(work, saved);
  const { regionCode, itemKind, condition, since } = saved;
  const organizationId = encodeId('org', saved.organizationId);
  const assetId = encodeId('ast', saved.id);
  const data = { organizationId, assetId, regionCode, itemKind, condition, since };
  await work.publish(assetConditionReported, { region: regionCode, data });
  return saved;
}

import { anotherHand } from '@jejaring/trust/rights/hands.rules';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import {
  ventureActivated,
  ventureClosed,
  ventureReported,
} from '@jejaring/schema/events/organizations-ventures.events';
import { Organization } from '../organization/organization.entity.js';
import type { BudgetLine } from '../work-programme/work-programme.rules.js';
import { EconomicVenture, VentureReport } from './economic-venture.entity.js';
import type { VentureCommand, VentureKind, VentureSector } from './economic-venture.rules.js';
import { propose, report, step } from './economic-venture.rules.js';

export interface SeenVenture {
  id: string;
  expectedVersion: number;
}

export interface ProposeVenture {
  organizationId: string;
  kind: VentureKind;
  name: string;
  sector: VentureSector;
  localResource: string | null;
  memberHouseholds: number | null;
  capital: BudgetLine[];
}

export async function proposeVenture(work: Work, input: ProposeVenture): Promise<EconomicVenture> {
  const organization = await work.get(Organization, input.organizationId);
  proceed(propose(input, organization, work.caller));
  return work.insert(EconomicVenture, {
    ...input,
    id: work.newId(),
    version: 1,
    status: 'PROPOSED',
    proposedBy: work.caller.id,
    regionCode: organization.regionCode,
  });
}

const speaksOf = ({ id, organizationId, regionCode, kind, sector }: EconomicVenture) => ({
  organizationId: encodeId('org', organizationId),
  regionCode,
  ventureId: encodeId('vnt', id),
  kind,
  sector,
});

/** The steps that change nothing but where a venture stands. */
export async function leadVentureOn(
  work: Work,
  command: Exclude<VentureCommand, 'REPORT'>,
  { id, expectedVersion }: SeenVenture,
): Promise<EconomicVenture> {
  const venture = await work.getAt(EconomicVenture, id, expectedVersion);
  const { status } = proceed(step(command, venture, work.caller));
  if (command === 'VERIFY') proceed(anotherHand(venture.proposedBy, work.caller));
  const saved = await work.update(EconomicVenture, venture, { status });
  const event = { region: saved.regionCode, data: speaksOf(saved) };
  if (command === 'ACTIVATE') await work.publish(ventureActivated, event);
  if (command === 'CLOSE') await work.publish(ventureClosed, event);
  return saved;
}

export async function reportVenture(
  work: Work,
  input: SeenVenture & { month: string; turnover: string; costs: string; workers: number },
): Promise<EconomicVenture> {
  const { id, expectedVersion, ...facts } = input;
  const venture = await work.getAt(EconomicVenture, id, expectedVersion);
  const today = work.now.toISOString().slice(0, 10);
  const { status } = proceed(report(venture, { month: facts.month, today }, work.caller));
  const saved = await work.update(EconomicVenture, venture, { status });
  const { organizationId, regionCode } = saved;
  const row = { ...facts, id: work.newId(), ventureId: id, organizationId, regionCode };
  await insertOnce(work, row);
  const { workers, month } = facts;
  await work.publish(ventureReported, {
    region: regionCode,
    data: { ...speaksOf(saved), month, workers },
  });
  return saved;
}

async function insertOnce(work: Work, row: VentureReport): Promise<void> {
  try {
    await work.insert(VentureReport, row);
  } catch (error) {
    if (isUniqueViolation(error, 'venture_report_one_a_month'))
      return refuse({ refused: 'month-reported' });
    throw error;
  }
}

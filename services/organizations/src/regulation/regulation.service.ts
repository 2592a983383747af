import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import { Region } from '../region/region.entity.js';
import type { DatePrecision } from './regulation.entity.js';
import { Regulation, RegulationLink } from './regulation.entity.js';
import type { RegulationKind } from './regulation.rules.js';
import { bringIntoForce as inForce, register, replace, revoke } from './regulation.rules.js';

export interface RegisterRegulation {
  kind: RegulationKind;
  number: string | null;
  year: number;
  title: string;
  regionCode: string;
  definition: { en: string; id: string } | null;
  /** Stored ids of what it amends. */
  amends: string[];
}

export interface SeenRegulation {
  id: string;
  expectedVersion: number;
}

async function write<Row>(act: () => Promise<Row>): Promise<Row> {
  try {
    return await act();
  } catch (error) {
    if (isUniqueViolation(error, 'regulation_once')) {
      return refuse({ refused: 'already-registered' });
    }
    throw error;
  }
}

export async function registerRegulation(
  work: Work,
  input: RegisterRegulation,
): Promise<Regulation> {
  const { amends, ...facts } = input;
  const { regionCode } = facts;
  const exists = regionCode === '' || (await work.find(Region, { code: regionCode })) !== null;
  proceed(register(input, exists, work.caller));
  for (const target of amends) await work.get(Regulation, target);
  const row = await write(() =>
    work.insert(Regulation, {
      ...facts,
      id: work.newId(),
      version: 1,
      status: 'DRAFT',
      validFrom: null,
      validTo: null,
      datePrecision: 'DAY',
    }),
  );
  for (const targetId of amends) {
    const link = { regulationId: row.id, targetId, relation: 'AMENDS' as const, regionCode };
    await work.insert(RegulationLink, link);
  }
  return row;
}

export async function bringIntoForce(
  work: Work,
  input: SeenRegulation & {
    number: string | null;
    validFrom: string;
    datePrecision: DatePrecision;
  },
): Promise<Regulation> {
  const row = await work.getAt(Regulation, input.id, input.expectedVersion);
  const changes = proceed(inForce(row, input, work.caller));
  const { datePrecision } = input;
  return write(() => work.update(Regulation, row, { ...changes, datePrecision }));
}

export async function replaceRegulation(
  work: Work,
  input: SeenRegulation & { by: string; on: string },
): Promise<Regulation> {
  const row = await work.getAt(Regulation, input.id, input.expectedVersion);
  const by = await work.find(Regulation, { id: input.by });
  const changes = proceed(replace(row, by, input.on, work.caller));
  const saved = await work.update(Regulation, row, changes);
  const { regionCode } = row;
  const link = { regulationId: input.by, targetId: row.id, relation: 'REPLACES' as const };
  await work.put(RegulationLink, { ...link, regionCode }, ['regulationId', 'targetId']);
  return saved;
}

export async function revokeRegulation(
  work: Work,
  input: SeenRegulation & { on: string },
): Promise<Regulation> {
  const row = await work.getAt(Regulation, input.id, input.expectedVersion);
  return work.update(Regulation, row, proceed(revoke(row, input.on, work.caller)));
}

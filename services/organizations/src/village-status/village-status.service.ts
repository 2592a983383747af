import { conflict, proceed, refuse } from '@jejaring/chassis/work/refusal';
import { levelOf } from '@jejaring/chassis/work/scope.rules';
import type { Versioned, Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import type { EntityTarget, FindOptionsWhere } from 'typeorm';
import { Region } from '../region/region.entity.js';
import type { StatusLevel, StatusScheme } from './scheme.rules.js';
import { scoreScale } from './scheme.rules.js';
import { VillageStatus, VillageStatusSummary } from './village-status.entity.js';
import type { StatedLevel } from './village-status.rules.js';
import { recordStatus, stateSummary } from './village-status.rules.js';

interface Published {
  regionCode: string;
  scheme: StatusScheme;
  year: number;
  source: string;
  publishedOn: string | null;
  /** The version that the caller saw, to correct it; null when nothing is recorded yet. */
  expectedVersion: number | null;
}

type Fact = Versioned & Omit<Published, 'expectedVersion'>;

/** Writes what a publisher says of a region and a year: the first time, or as a correction. */
async function keep<Row extends Fact>(
  work: Work,
  entity: EntityTarget<Row>,
  { expectedVersion, ...published }: Published,
  facts: Partial<Row>,
): Promise<Row> {
  const { regionCode, scheme, year } = published;
  const place = { regionCode, scheme, year } as FindOptionsWhere<Row>;
  const known = await work.find(entity, place);
  const changes = { ...published, ...facts } as Partial<Row>;
  if (known !== null) {
    if (known.version !== expectedVersion) return refuse(conflict(known.version));
    return work.update(entity, known, changes);
  }
  const row = { ...changes, id: work.newId(), version: 1 };
  return work.insert(entity, row as Parameters<typeof work.insert<Row>>[1]).catch((error) => {
    // Two at once say it first: the later one is told what is there now.
    if (isUniqueViolation(error, 'village_status_once')) return refuse(conflict(1));
    if (isUniqueViolation(error, 'village_status_summary_once')) return refuse(conflict(1));
    throw error;
  });
}

const thisYear = (work: Work) => work.now.getUTCFullYear();

export async function recordVillageStatus(
  work: Work,
  input: Published & { level: StatusLevel; score: number | null },
): Promise<VillageStatus> {
  const { level, score, ...published } = input;
  const region = await work.find(Region, { code: input.regionCode });
  const facts = { ...input, regionKind: region?.kind ?? null, thisYear: thisYear(work) };
  proceed(recordStatus(facts, work.caller));
  const kept = score === null ? null : Math.round(score * scoreScale);
  return keep(work, VillageStatus, published, { level, score: kept });
}

export async function stateVillageStatusSummary(
  work: Work,
  input: Published & { levels: readonly StatedLevel[] },
): Promise<VillageStatusSummary> {
  const { levels, ...published } = input;
  const region = await work.find(Region, { code: input.regionCode });
  const facts = {
    ...input,
    regionExists: region !== null,
    isVillage: levelOf(input.regionCode) === 'VILLAGE',
    thisYear: thisYear(work),
  };
  proceed(stateSummary(facts, work.caller));
  return keep(work, VillageStatusSummary, published, { levels: [...levels] });
}

import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { socialOffices } from '@jejaring/schema/roles';
import type { RegionKind } from '../region/region.rules.js';
import type { StatusLevel, StatusScheme } from './scheme.rules.js';
import { firstYear, highestScore, levelsOf } from './scheme.rules.js';

/** Roles that record what the publishers of a scheme say: the offices of social affairs. */
export const recorders = socialOffices;
const recording = [{ roles: recorders, within: 'region_code' }];

export const villageStatusPolicy = definePolicy({
  table: 'village_status',
  access: 'public',
  read: everyone,
  write: recording,
  commands: { RECORD: recording },
});

export const villageStatusSummaryPolicy = definePolicy({
  table: 'village_status_summary',
  access: 'public',
  read: everyone,
  write: recording,
  commands: { STATE: recording },
});

export interface StatedLevel {
  level: StatusLevel;
  count: number;
}

type Answer = Decision<object, NotAllowed | InvalidInput>;

const yearProblem = (scheme: StatusScheme, year: number, thisYear: number): InvalidInput | null =>
  year >= firstYear[scheme] && year <= thisYear
    ? null
    : invalidInput('year', {
        en: `The scheme was not measured for this year; it begins in ${firstYear[scheme]}.`,
        id: `Skema ini tidak diukur untuk tahun tersebut; dimulai tahun ${firstYear[scheme]}.`,
      });

const levelProblem = (scheme: StatusScheme, level: StatusLevel): InvalidInput | null =>
  levelsOf(scheme).includes(level)
    ? null
    : invalidInput('level', {
        en: `${scheme} has no level ${level}.`,
        id: `${scheme} tidak memiliki status ${level}.`,
      });

/** Only a desa has a status: a kelurahan never does (UU 6/2014). */
const villageProblem = (kind: RegionKind | null): InvalidInput | null => {
  if (kind === 'DESA' || kind === 'DESA_ADAT') return null;
  return kind === null
    ? invalidInput('regionCode', {
        en: 'There is no region with this code.',
        id: 'Tidak ada wilayah dengan kode ini.',
      })
    : invalidInput('regionCode', {
        en: 'Only a village (desa) has a status; a kelurahan has none.',
        id: 'Hanya desa yang memiliki status; kelurahan tidak.',
      });
};

const scoreProblem = (scheme: StatusScheme, score: number | null): InvalidInput | null =>
  score === null || (score >= 0 && score <= highestScore[scheme])
    ? null
    : invalidInput('score', {
        en: `A score of ${scheme} lies between 0 and ${highestScore[scheme]}.`,
        id: `Nilai ${scheme} berada di antara 0 dan ${highestScore[scheme]}.`,
      });

export interface RecordFacts {
  regionCode: string;
  /** Null when there is no such region. */
  regionKind: RegionKind | null;
  scheme: StatusScheme;
  year: number;
  level: StatusLevel;
  score: number | null;
  thisYear: number;
}

/** Records the status of one village, as its publisher gives it. */
export function recordStatus(facts: RecordFacts, caller: Caller): Answer {
  const { scheme, year, level, score } = facts;
  if (!may(villageStatusPolicy.commands.RECORD, caller, facts)) {
    return notAllowed('recordVillageStatus');
  }
  return (
    villageProblem(facts.regionKind) ??
    levelProblem(scheme, level) ??
    yearProblem(scheme, year, facts.thisYear) ??
    scoreProblem(scheme, score) ?? { refused: null }
  );
}

export interface StateFacts {
  regionCode: string;
  regionExists: boolean;
  isVillage: boolean;
  scheme: StatusScheme;
  year: number;
  levels: readonly StatedLevel[];
  thisYear: number;
}

/** States how many villages of a region are at each level, where only totals were published. */
export function stateSummary(facts: StateFacts, caller: Caller): Answer {
  const { scheme, year, levels } = facts;
  if (!may(villageStatusSummaryPolicy.commands.STATE, caller, facts)) {
    return notAllowed('stateVillageStatusSummary');
  }
  if (!facts.regionExists) return villageProblem(null) ?? { refused: null };
  if (facts.isVillage) {
    return invalidInput('regionCode', {
      en: 'A summary speaks of a region that holds villages.',
      id: 'Rekapitulasi berlaku bagi wilayah yang membawahi desa.',
    });
  }
  const foreign = levels.map(({ level }) => levelProblem(scheme, level)).find(Boolean);
  return (
    foreign ??
    levelsProblem(facts) ??
    yearProblem(scheme, year, facts.thisYear) ?? { refused: null }
  );
}

/** Each level of the scheme once: a level left out would look like none. */
function levelsProblem({ scheme, levels }: StateFacts): InvalidInput | null {
  const stated = new Set(levels.map(({ level }) => level));
  if (stated.size === levels.length && stated.size === levelsOf(scheme).length) return null;
  return invalidInput('levels', {
    en: `Every level of ${scheme} is stated once: ${levelsOf(scheme).join(', ')}.`,
    id: `Setiap status ${scheme} disebut satu kali: ${levelsOf(scheme).join(', ')}.`,
  });
}

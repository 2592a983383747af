import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller, RegionLevel } from '@jejaring/chassis/work/scope.rules';
import { covers } from '@jejaring/chassis/work/scope.rules';
import { regencyOffice, roles, socialOffices } from '@jejaring/schema/roles';
import { organizationClasses, regionLevels } from '@jejaring/schema/vocabulary';
import type { Decree } from '../decree/decree.rules.js';
import { decreeProblem } from '../decree/decree.rules.js';
import type { Scores } from './instrument.rules.js';
import { aspects } from './instrument.rules.js';

export type OrganizationClass = (typeof organizationClasses)[number];

export const classificationStatuses = [
  'DRAFT',
  'SCORED',
  'VERIFIED',
  'DETERMINED',
  'UNDER_OBJECTION',
  'SUPERSEDED',
] as const;
export type ClassificationStatus = (typeof classificationStatuses)[number];

/** What anybody may see: a class that holds or once held. */
export const determinedStatuses = [
  'DETERMINED',
  'UNDER_OBJECTION',
  'SUPERSEDED',
] as const satisfies ClassificationStatus[];

const office = [{ roles: regencyOffice, within: 'region_code' }];
const assessed = [{ roles: ['KT_OFFICER'] as const, organization: 'organization_id' }];
const insiders = [{ roles: socialOffices, within: 'region_code' }, ...assessed];

export const classificationPolicy = definePolicy({
  table: 'classification',
  access: 'public',
  read: [
    { roles, everywhere: true, statuses: determinedStatuses },
    { roles: socialOffices, within: 'region_code' },
  ],
  write: [...office, ...assessed],
  // Permensos 25/2019, article 24: the office of the regency or city determines the class.
  commands: { DRAFT: office, SCORE: office, VERIFY: office, DETERMINE: office, OBJECT: assessed },
});

export type ClassificationCommand = 'SCORE' | 'VERIFY' | 'DETERMINE' | 'OBJECT';

/** The six scores are between the assessed organization and the offices above it. */
export const seesScores = (row: { regionCode: string; organizationId: string }, caller: Caller) =>
  may(insiders, caller, row);

export type ClassificationRefusal =
  | NotAllowed
  | InvalidInput
  | { refused: 'wrong-state'; status: ClassificationStatus }
  | { refused: 'own-scores' }
  | { refused: 'in-progress' }
  | { refused: 'no-instrument' };

export interface ClassificationState {
  organizationId: string;
  regionCode: string;
  status: ClassificationStatus;
  scoredBy: string | null;
  proposedClass: OrganizationClass | null;
}

export interface AssessedOrganization {
  id: string;
  kind: string;
  level: RegionLevel;
  regionCode: string;
  live: boolean;
}

/** A Karang Taruna of a village is assessed for a year that has begun, by the instrument of the day. */
export function draft(
  organization: AssessedOrganization,
  input: { year: number; thisYear: number; hasInstrument: boolean },
  caller: Caller,
): Decision<object, ClassificationRefusal> {
  if (!may(office, caller, organization)) return notAllowed('draftClassification');
  const isKarangTaruna = organization.kind === 'KARANG_TARUNA' && organization.level === 'VILLAGE';
  if (!isKarangTaruna || !organization.live) {
    return invalidInput('organizationId', {
      en: 'Classes are for the registered Karang Taruna of villages and urban wards.',
      id: 'Klasifikasi hanya untuk Karang Taruna desa atau kelurahan yang terdaftar.',
    });
  }
  if (input.year > input.thisYear) {
    return invalidInput('year', {
      en: 'The year has not begun.',
      id: 'Tahun tersebut belum dimulai.',
    });
  }
  return input.hasInstrument ? { refused: null } : { refused: 'no-instrument' };
}

/** Somebody who takes part in the scoring, for an organization or an office. */
export interface Assessor {
  organization: AssessedOrganization | null;
}

const above = (one: RegionLevel, other: RegionLevel) =>
  regionLevels.indexOf(one) < regionLevels.indexOf(other);

// Permensos 25/2019, article 24 (2): officers of a higher Karang Taruna take part in the assessment.
function assessorsProblem(
  assessedRegion: { id: string; regionCode: string },
  assessors: readonly Assessor[],
): InvalidInput | null {
  if (assessors.some(({ organization }) => organization?.id === assessedRegion.id)) {
    return invalidInput('assessors', {
      en: 'Nobody from the assessed organization takes part.',
      id: 'Penilai tidak boleh berasal dari organisasi yang dinilai.',
    });
  }
  const fromAbove = assessors.some(
    ({ organization }) =>
      organization !== null &&
      organization.live &&
      organization.kind === 'KARANG_TARUNA' &&
      above(organization.level, 'VILLAGE') &&
      covers(organization.regionCode, assessedRegion.regionCode),
  );
  if (fromAbove) return null;
  return invalidInput('assessors', {
    en: 'At least one assessor is of a Karang Taruna of a higher level there.',
    id: 'Sekurang-kurangnya satu penilai dari Karang Taruna tingkat di atasnya.',
  });
}

/** Six scores, given by assessors of whom one is from above and none from the assessed. */
export function score(
  state: ClassificationState,
  input: { scores: Scores; assessors: readonly Assessor[] },
  caller: Caller,
): Decision<{ status: ClassificationStatus; scoredBy: string }, ClassificationRefusal> {
  if (!may(office, caller, state)) return notAllowed('scoreClassification');
  if (state.status !== 'DRAFT' && state.status !== 'SCORED') {
    return { refused: 'wrong-state', status: state.status };
  }
  const outside = aspects.find(
    (aspect) => !(input.scores[aspect] >= 0 && input.scores[aspect] <= 100),
  );
  if (outside !== undefined) {
    return invalidInput('scores', {
      en: 'A score is 0 to 100.',
      id: 'Nilai berkisar antara 0 dan 100.',
    });
  }
  const assessedRegion = { id: state.organizationId, regionCode: state.regionCode };
  const problem = assessorsProblem(assessedRegion, input.assessors);
  return problem ?? { refused: null, status: 'SCORED', scoredBy: caller.id };
}

/** Another hand than the one that scored says that the papers bear the scores out. */
export function verify(
  state: ClassificationState,
  caller: Caller,
): Decision<{ status: ClassificationStatus }, ClassificationRefusal> {
  if (!may(office, caller, state)) return notAllowed('verifyClassification');
  if (state.status !== 'SCORED') return { refused: 'wrong-state', status: state.status };
  if (state.scoredBy === caller.id) return { refused: 'own-scores' };
  return { refused: null, status: 'VERIFIED' };
}

/** The office determines by decree, the first time or after an objection; never who scored. */
export function determine(
  state: ClassificationState,
  input: { class: OrganizationClass | null; decree: Decree },
  today: string,
  caller: Caller,
): Decision<
  { status: ClassificationStatus; determinedClass: OrganizationClass },
  ClassificationRefusal
> {
  if (!may(office, caller, state)) return notAllowed('determineClassification');
  if (state.status !== 'VERIFIED' && state.status !== 'UNDER_OBJECTION') {
    return { refused: 'wrong-state', status: state.status };
  }
  if (state.scoredBy === caller.id) return { refused: 'own-scores' };
  const problem = decreeProblem(input.decree, today);
  if (problem !== null) return problem;
  return {
    refused: null,
    status: 'DETERMINED',
    determinedClass: input.class ?? state.proposedClass!,
  };
}

/** The assessed organization objects to a class that was determined. */
export function object(
  state: ClassificationState,
  caller: Caller,
): Decision<{ status: ClassificationStatus }, ClassificationRefusal> {
  if (!may(assessed, caller, state)) return notAllowed('objectToClassification');
  if (state.status !== 'DETERMINED') return { refused: 'wrong-state', status: state.status };
  return { refused: null, status: 'UNDER_OBJECTION' };
}

const stages: Record<ClassificationCommand, readonly ClassificationStatus[]> = {
  SCORE: ['DRAFT', 'SCORED'],
  VERIFY: ['SCORED'],
  DETERMINE: ['VERIFIED', 'UNDER_OBJECTION'],
  OBJECT: ['DETERMINED'],
};

/** The commands that would not be refused for the caller's part or the state. */
export function commandsFor(state: ClassificationState, caller: Caller): ClassificationCommand[] {
  const commands = Object.keys(stages) as ClassificationCommand[];
  return commands.filter((command) => {
    const isOwn = command !== 'SCORE' && command !== 'OBJECT' && state.scoredBy === caller.id;
    const mayGive = may(classificationPolicy.commands[command], caller, state);
    return mayGive && !isOwn && stages[command].includes(state.status);
  });
}

export const instrumentPolicy = definePolicy({
  table: 'classification_instrument',
  access: 'public',
  read: everyone,
  write: [{ roles: ['KEMENSOS_STAFF'], everywhere: true }],
  commands: {},
});

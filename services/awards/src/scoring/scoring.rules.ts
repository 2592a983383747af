import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed, Refusal } from '@jejaring/chassis/work/refusal';
import { notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { socialOffices } from '@jejaring/schema/roles';
import type { CompetitionStatus } from '../competition/competition.rules.js';
import type { JudgingScheme, Scores } from '../criteria/criteria.rules.js';
import { checkScores } from '../criteria/criteria.rules.js';
import type { JurorRole, JurorStatus } from '../jury/jury.rules.js';

export const sheetStatuses = ['OPEN', 'SUBMITTED', 'SEALED', 'EXCUSED'] as const;
export type SheetStatus = (typeof sheetStatuses)[number];

export const reopenReasons = ['ARITHMETIC', 'WRONG_NOMINEE', 'NEW_FACTS'] as const;
export type ReopenReason = (typeof reopenReasons)[number];

const own = { roles: ['JUROR'] as const, actor: 'actor' };
const statuses: readonly SheetStatus[] = ['SEALED'];

/** A juror sees only their own sheets; the organizer and the auditor see what is sealed. */
export const scoreSheetPolicy = definePolicy({
  table: 'score_sheet',
  access: 'restricted',
  read: [
    own,
    { roles: socialOffices, within: 'organizer_region_code', statuses },
    { roles: ['KEMENSOS_STAFF', 'AUDITOR'], everywhere: true, statuses },
    { roles: ['KT_OFFICER'], organization: 'organizer_organization_id', statuses },
  ],
  write: [own],
  commands: { SUBMIT: [own] },
});

export interface SheetState {
  actor: string;
  status: SheetStatus;
}

export interface WrongSheetState extends Refusal {
  refused: 'wrong-sheet-state';
  sheetStatus: SheetStatus;
}

export interface NotJudging extends Refusal {
  refused: 'not-judging';
}

/** Takes a juror's scores, complete and in bounds, while the sheet is open. */
export function submit(
  sheet: SheetState,
  competition: { status: CompetitionStatus; judging: JudgingScheme | null },
  scores: Scores,
  caller: Caller,
): Decision<
  { scores: Scores; status: 'SUBMITTED' },
  NotAllowed | WrongSheetState | NotJudging | InvalidInput
> {
  if (!may(scoreSheetPolicy.commands.SUBMIT, caller, sheet)) return notAllowed('submitScoreSheet');
  if (competition.status !== 'JUDGING' || competition.judging === null)
    return { refused: 'not-judging' };
  if (sheet.status !== 'OPEN') return { refused: 'wrong-sheet-state', sheetStatus: sheet.status };
  const checked = checkScores(competition.judging, scores);
  return checked.refused === null ? { ...checked, status: 'SUBMITTED' } : checked;
}

/** Gives a sheet back to its juror: by the chair of the jury, until the stage is sealed. */
export function reopen(
  sheet: { status: SheetStatus },
  competition: { status: CompetitionStatus },
  chair: { role: JurorRole; status: JurorStatus } | null,
): Decision<{ status: 'OPEN' }, NotAllowed | WrongSheetState | NotJudging> {
  if (chair?.role !== 'CHAIR' || chair.status !== 'ACTIVE') return notAllowed('reopenScoreSheet');
  if (competition.status !== 'JUDGING') return { refused: 'not-judging' };
  if (sheet.status !== 'SUBMITTED')
    return { refused: 'wrong-sheet-state', sheetStatus: sheet.status };
  return { refused: null, status: 'OPEN' };
}

export interface SealableSheet {
  id: string;
  competitionId: string;
  nominationId: string;
  jurorId: string;
  stage: number;
  status: SheetStatus;
  scores: Scores | null;
}

export type SealRefusal =
  | { refused: 'no-such-stage' }
  | { refused: 'stage-sealed' }
  | { refused: 'sheets-missing'; missing: number };

const placeOf = ({ nominationId, jurorId }: SealableSheet) => `${nominationId}/${jurorId}`;

/** The order of the chain: by nominee and juror, so that it never depends on who was first. */
export const inChainOrder = <Sheet extends SealableSheet>(sheets: readonly Sheet[]): Sheet[] =>
  [...sheets].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));

/** Closes a stage: once, and only when every sheet that is not excused is in. */
export function seal<Sheet extends SealableSheet>(
  stage: number,
  competition: { judging: JudgingScheme | null; seals: readonly { stage: number }[] },
  sheets: readonly Sheet[],
): Decision<{ sheets: Sheet[] }, SealRefusal> {
  if (competition.judging?.stages[stage - 1] === undefined) return { refused: 'no-such-stage' };
  if (competition.seals.some((one) => one.stage === stage)) return { refused: 'stage-sealed' };
  const missing = sheets.filter(({ status }) => status === 'OPEN').length;
  if (missing > 0) return { refused: 'sheets-missing', missing };
  const submitted = sheets.filter(({ status }) => status === 'SUBMITTED');
  return { refused: null, sheets: inChainOrder(submitted) };
}

/** What is sealed of a sheet: whom it judges, who judges, and every score, in one fixed form. */
export function canonicalSheet(sheet: Omit<SealableSheet, 'id' | 'status'>): string {
  const { competitionId, stage, nominationId, jurorId } = sheet;
  const scores = Object.entries(sheet.scores ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({ competitionId, stage, nominationId, jurorId, scores });
}

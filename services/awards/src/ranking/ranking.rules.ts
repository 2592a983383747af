import type { Decision } from '@jejaring/chassis/work/refusal';
import type { JudgingScheme, Scores } from '../criteria/criteria.rules.js';
import type { Ranked } from './tally.rules.js';
import { rank, tally } from './tally.rules.js';

export interface SealedSheet {
  nominationId: string;
  jurorId: string;
  stage: number;
  scores: Scores;
}

export type ComputeRefusal =
  { refused: 'stages-not-sealed' } | { refused: 'too-few-jurors' } | { refused: 'chain-broken' };

export interface Judged {
  scheme: JudgingScheme;
  /** Whether the chain of every stage ends as it was sealed. */
  isUntouched: boolean;
  sealedStages: number;
  nominationIds: readonly string[];
  sheets: readonly SealedSheet[];
  /** Jurors who do not count for a nominee, as `juror/nomination`. */
  recused: ReadonlySet<string>;
  /** Jurors who do not count at all. */
  retired: ReadonlySet<string>;
}

/** Ranks all nominees from the sealed sheets alone, or says what is missing. */
export function compute(judged: Judged): Decision<{ ranking: Ranked[] }, ComputeRefusal> {
  const { scheme, sealedStages, nominationIds, sheets, recused, retired } = judged;
  if (sealedStages < scheme.stages.length) return { refused: 'stages-not-sealed' };
  if (!judged.isUntouched) return { refused: 'chain-broken' };
  const counted = new Map<string, SealedSheet[]>(nominationIds.map((id) => [id, []]));
  for (const sheet of sheets) {
    const { jurorId, nominationId } = sheet;
    if (retired.has(jurorId) || recused.has(`${jurorId}/${nominationId}`)) continue;
    counted.get(nominationId)?.push(sheet);
  }
  const tallies = [...counted].map(([id, theirs]) => tally(scheme, id, theirs));
  const fewest = ({ stages }: (typeof tallies)[number]) =>
    Math.min(...stages.map(({ jurors }) => jurors));
  if (tallies.some((one) => fewest(one) < scheme.minJurors)) return { refused: 'too-few-jurors' };
  return { refused: null, ranking: rank(scheme, tallies) };
}

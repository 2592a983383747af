import type { JudgingScheme, Scores } from '../criteria/criteria.rules.js';

/** What one juror gave one nominee at one stage; only those that count are given here. */
export interface CountedSheet {
  nominationId: string;
  /** Place of the stage in the scheme, from 1. */
  stage: number;
  scores: Scores;
}

/**
 * Points as they are published: ten-thousandths of a point, so that 87.5 is 875000. Every value is
 * rounded once, half up, from an exact fraction.
 */
export type Points = number;

export interface CriterionValue {
  code: string;
  /** Over all stages, by their weights. */
  value: Points;
}

export interface StageScore {
  stage: number;
  jurors: number;
  /** Scores left out per criterion: the highest and the lowest. */
  dropped: number;
  score: Points;
}

export interface Tally {
  nominationId: string;
  total: Points;
  criteria: CriterionValue[];
  stages: StageScore[];
}

/** An exact number; denominators are positive. */
interface Fraction {
  over: bigint;
  under: bigint;
}

const zero: Fraction = { over: 0n, under: 1n };
const plus = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
});
const share = (a: Fraction, weightBp: number): Fraction => ({
  over: a.over * BigInt(weightBp),
  under: a.under * 10_000n,
});

/** From hundredths of a point to ten-thousandths, half up. */
const rounded = ({ over, under }: Fraction): Points =>
  Number((over * 100n * 2n + under) / (under * 2n));

const fewestForDropping = 5;

/** The mean of the jurors' scores; from five on, when the scheme says so, without the two extremes. */
function mean(scores: readonly number[], dropsExtremes: boolean): Fraction {
  if (scores.length === 0) return zero;
  const sorted = [...scores].sort((a, b) => a - b);
  const counted =
    dropsExtremes && sorted.length >= fewestForDropping ? sorted.slice(1, -1) : sorted;
  const sum = counted.reduce((total, score) => total + BigInt(score), 0n);
  return { over: sum, under: BigInt(counted.length) };
}

function tallyStage(
  { criteria, dropsExtremes }: JudgingScheme,
  sheets: readonly CountedSheet[],
): { values: Fraction[]; score: Fraction } {
  const values = criteria.map(({ code }) =>
    mean(
      sheets.map(({ scores }) => scores[code]!),
      dropsExtremes,
    ),
  );
  const weighted = values.map((value, index) => share(value, criteria[index]!.weightBp));
  return { values, score: weighted.reduce(plus, zero) };
}

/** Weighs one nominee's sheets: criteria within a stage, then the stages. */
export function tally(
  scheme: JudgingScheme,
  nominationId: string,
  sheets: readonly CountedSheet[],
): Tally {
  const { criteria, stages, dropsExtremes } = scheme;
  const judged = stages.map(({ weightBp }, index) => {
    const ofStage = sheets.filter(({ stage }) => stage === index + 1);
    return { weightBp, jurors: ofStage.length, ...tallyStage(scheme, ofStage) };
  });
  const over = (part: (stage: (typeof judged)[number]) => Fraction) =>
    rounded(judged.map((stage) => share(part(stage), stage.weightBp)).reduce(plus, zero));
  return {
    nominationId,
    total: over(({ score }) => score),
    criteria: criteria.map(({ code }, index) => ({
      code,
      value: over(({ values }) => values[index]!),
    })),
    stages: judged.map(({ jurors, score }, index) => ({
      stage: index + 1,
      jurors,
      dropped: dropsExtremes && jurors >= fewestForDropping ? 2 : 0,
      score: rounded(score),
    })),
  };
}

/** What put a nominee behind or before others with the same total. */
export type TieBreak = { by: 'CRITERION'; code: string } | { by: 'FIELD_VERIFICATION' } | null;

export interface Ranked extends Tally {
  rank: number;
  tieBreak: TieBreak;
  /** Whether others share the rank, so that a plenary vote may part them. */
  shared: boolean;
}

interface Measure {
  by: TieBreak;
  of: (tally: Tally) => Points;
}

/** In this order: the total, each criterion from the heaviest on, the visit. Never a name. */
function measuresOf({ criteria, stages }: JudgingScheme): Measure[] {
  const heaviest = criteria
    .map((criterion, index) => ({ ...criterion, index }))
    .sort((a, b) => b.weightBp - a.weightBp || (a.code < b.code ? -1 : 1));
  const visit = stages.findIndex(({ kind }) => kind === 'FIELD_VERIFICATION');
  return [
    { by: null, of: ({ total }) => total },
    ...heaviest.map(({ code, index }): Measure => ({
      by: { by: 'CRITERION', code },
      of: (one) => one.criteria[index]!.value,
    })),
    ...(visit < 0
      ? []
      : [
          {
            by: { by: 'FIELD_VERIFICATION' } as const,
            of: (one: Tally) => one.stages[visit]!.score,
          },
        ]),
  ];
}

/** The first measure by which two differ; null when they are equal in all. */
const parting = (measures: readonly Measure[], a: Tally, b: Tally): Measure | null =>
  measures.find(({ of }) => of(a) !== of(b)) ?? null;

/** Best first; equals share a rank and the numbers they take up are skipped: 1, 2, 2, 4. */
export function rank(scheme: JudgingScheme, tallies: readonly Tally[]): Ranked[] {
  const measures = measuresOf(scheme);
  const sorted = [...tallies].sort((a, b) => {
    const measure = parting(measures, a, b);
    // Equals are put in a fixed order that says nothing: their rank is the same.
    if (measure === null) return a.nominationId < b.nominationId ? -1 : 1;
    return measure.of(b) - measure.of(a);
  });
  const ranks: number[] = [];
  return sorted.map((one, index) => {
    const before = sorted[index - 1];
    const after = sorted[index + 1];
    const fromBefore = before && parting(measures, before, one);
    const fromAfter = after && parting(measures, one, after);
    ranks.push(fromBefore === null ? ranks[index - 1]! : index + 1);
    const tieBreak = [fromBefore, fromAfter].find((measure) => measure?.by)?.by ?? null;
    const shared = fromBefore === null || fromAfter === null;
    return { ...one, rank: ranks[index]!, tieBreak, shared };
  });
}

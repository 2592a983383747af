import type { Decision, InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';

/** 100 %, as weights are counted. */
export const wholeBp = 10_000;
/** The most a juror gives for a criterion, in hundredths: 100.00. */
export const mostScore = 10_000;

export const stageKinds = [
  'ADMINISTRATIVE',
  'PAPER',
  'PRESENTATION',
  'INTERVIEW',
  'FIELD_VERIFICATION',
] as const;
export type StageKind = (typeof stageKinds)[number];

export interface Criterion {
  code: string;
  title: string;
  weightBp: number;
  /** What earns how many points. */
  rubric: string | null;
}

export interface Stage {
  kind: StageKind;
  weightBp: number;
}

/** How a competition is judged, as data: fixed when the competition is published. */
export interface JudgingScheme {
  criteria: Criterion[];
  stages: Stage[];
  /** A nominee is ranked only when so many jurors count, at each stage. */
  minJurors: number;
  /** Whether the highest and the lowest score of a criterion are left out, from five jurors on. */
  dropsExtremes: boolean;
}

// Permensos 25/2019, article 23: the six aspects by which a Karang Taruna is classified. The law
// gives no weights for competitions; these are proposed and may be replaced in a draft.
export const karangTarunaCriteria: readonly Criterion[] = [
  ['ORGANISASI_KEPENGURUSAN', 'Organisasi dan kepengurusan', 1_500],
  ['SDM', 'Sumber daya manusia', 1_500],
  ['SARANA_PRASARANA', 'Sarana dan prasarana', 1_000],
  ['ADMINISTRASI', 'Administrasi', 1_500],
  ['KEMITRAAN', 'Kemitraan', 1_500],
  ['PROGRAM_KEGIATAN', 'Program: UKS, UEP, pendidikan dan rekreasi', 3_000],
].map(([code, title, weightBp]) => ({ code, title, weightBp, rubric: null }) as Criterion);

const wrong = (field: string, en: string, id: string) => invalidInput(field, { en, id });
const sum = (parts: readonly { weightBp: number }[]) =>
  parts.reduce((total, { weightBp }) => total + weightBp, 0);
const isDistinct = (names: readonly string[]) => new Set(names).size === names.length;

/** Whether weights make up the whole and nothing stands twice; null when the scheme is sound. */
export function schemeProblem(scheme: JudgingScheme | null): InvalidInput | null {
  if (scheme === null) return null;
  const { criteria, stages } = scheme;
  if (!isDistinct(criteria.map(({ code }) => code)))
    return wrong('criteria', 'A criterion stands twice.', 'Satu kriteria ditulis dua kali.');
  if (sum(criteria) !== wholeBp)
    return wrong(
      'criteria',
      'The weights of the criteria make up 10,000 basis points.',
      'Jumlah bobot kriteria harus 10.000 basis poin.',
    );
  if (!isDistinct(stages.map(({ kind }) => kind)))
    return wrong('stages', 'A stage stands twice.', 'Satu tahap ditulis dua kali.');
  if (sum(stages) === wholeBp) return null;
  return wrong(
    'stages',
    'The weights of the stages make up 10,000 basis points.',
    'Jumlah bobot tahap harus 10.000 basis poin.',
  );
}

export type Scores = Record<string, number>;

/** A score for each criterion, whole hundredths from 0 to 100.00, and for nothing else. */
export function checkScores(
  { criteria }: JudgingScheme,
  scores: Scores,
): Decision<{ scores: Scores }, InvalidInput> {
  const given = Object.keys(scores);
  const fits =
    given.length === criteria.length &&
    criteria.every(({ code }) => {
      const score = scores[code];
      return score !== undefined && Number.isInteger(score) && score >= 0 && score <= mostScore;
    });
  if (fits) return { refused: null, scores };
  return wrong(
    'scores',
    'Each criterion gets one score, 0 to 10000 hundredths.',
    'Setiap kriteria diberi satu nilai, 0 sampai 10000 perseratus.',
  );
}

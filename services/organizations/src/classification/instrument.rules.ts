import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { organizationClasses } from '@jejaring/schema/vocabulary';

/** The six aspects of an assessment (Permensos 25/2019, article 23). */
export const aspects = [
  'ORGANISATION',
  'HUMAN_RESOURCES',
  'FACILITIES',
  'ADMINISTRATION',
  'PARTNERSHIP',
  'PROGRAMME',
] as const;
export type Aspect = (typeof aspects)[number];
export type Scores = Record<Aspect, number>;
type OrganizationClass = (typeof organizationClasses)[number];

/** How six scores become a class. The law names aspects and classes; weights and cut-offs are the instrument's. */
export interface Instrument {
  weights: Scores;
  /** The least total of each class above the lowest. */
  cutOffs: { berkembang: number; maju: number; percontohan: number };
}

/** The weighted mean in hundredths of a point, so that it is the same on every machine. */
export function totalOf({ weights }: Instrument, scores: Scores): number {
  const sum = (of: (aspect: Aspect) => number) =>
    aspects.reduce((total, aspect) => total + of(aspect), 0);
  const weighted = sum((aspect) => weights[aspect] * scores[aspect]);
  return Math.round((weighted * 100) / sum((aspect) => weights[aspect]));
}

/** The class that a total of hundredths stands for; a cut-off belongs to the class above it. */
export function classOf({ cutOffs }: Instrument, total: number): OrganizationClass {
  if (total >= cutOffs.percontohan * 100) return 'PERCONTOHAN';
  if (total >= cutOffs.maju * 100) return 'MAJU';
  return total >= cutOffs.berkembang * 100 ? 'BERKEMBANG' : 'TUMBUH';
}

/** The ministry adopts an instrument: every aspect counts, and the classes follow one another. */
export function adopt(
  instrument: Instrument,
  caller: Caller,
): Decision<object, NotAllowed | InvalidInput> {
  const isMinistry = caller.role === 'KEMENSOS_STAFF' && caller.region === '';
  if (!isMinistry && caller.role !== 'SYSTEM') return notAllowed('adoptInstrument');
  if (aspects.some((aspect) => instrument.weights[aspect] < 1)) {
    return invalidInput('weights', {
      en: 'Every aspect counts: its weight is at least 1.',
      id: 'Setiap aspek diperhitungkan: bobotnya sekurang-kurangnya 1.',
    });
  }
  const { berkembang, maju, percontohan } = instrument.cutOffs;
  if (0 < berkembang && berkembang < maju && maju < percontohan && percontohan <= 100) {
    return { refused: null };
  }
  return invalidInput('cutOffs', {
    en: 'The cut-offs rise, from above 0 to 100.',
    id: 'Batas nilai kelas harus menaik, di atas 0 sampai 100.',
  });
}

import type { EligibilityFact, RuleOutcome, RuleResult } from './eligibility.rules.js';

type Words = Record<
  'PASS' | 'FAIL',
  (fact: (name: string) => string) => { en: string; id: string }
>;

const words: Record<RuleResult['rule'], Words> = {
  ADMISSIBLE: {
    PASS: () => ({
      en: 'It is of the right kind and seated inside the region.',
      id: 'Jenisnya sesuai dan berkedudukan di wilayah lomba.',
    }),
    FAIL: () => ({
      en: 'It is of another kind or seated elsewhere.',
      id: 'Jenisnya lain atau berkedudukan di tempat lain.',
    }),
  },
  ACTIVE_REGISTRATION: {
    PASS: () => ({ en: 'It is registered and active.', id: 'Terdaftar dan aktif.' }),
    FAIL: () => ({ en: 'It is not active in the register.', id: 'Tidak aktif dalam registrasi.' }),
  },
  NO_SUSPENSION: {
    PASS: () => ({ en: 'It is not suspended.', id: 'Tidak sedang dibekukan.' }),
    FAIL: () => ({ en: 'It is suspended.', id: 'Sedang dibekukan.' }),
  },
  TRAINING_COMPLETED: {
    PASS: (fact) => ({
      en: `${fact('certificates')} certificates count; ${fact('required')} are needed.`,
      id: `${fact('certificates')} sertifikat terhitung; diperlukan ${fact('required')}.`,
    }),
    FAIL: (fact) => ({
      en: `Only ${fact('certificates')} certificates count; ${fact('required')} are needed.`,
      id: `Hanya ${fact('certificates')} sertifikat terhitung; diperlukan ${fact('required')}.`,
    }),
  },
  CASES_HANDLED: {
    PASS: (fact) => ({
      en: `It handled ${fact('cases')} cases; ${fact('required')} are needed.`,
      id: `Menangani ${fact('cases')} kasus; diperlukan ${fact('required')}.`,
    }),
    FAIL: (fact) => ({
      en: `It handled only ${fact('cases')} cases; ${fact('required')} are needed.`,
      id: `Hanya menangani ${fact('cases')} kasus; diperlukan ${fact('required')}.`,
    }),
  },
  NOT_WINNER_WITHIN: {
    PASS: (fact) => ({
      en: `It won no award since ${fact('since')}.`,
      id: `Tidak menerima penghargaan sejak ${fact('since')}.`,
    }),
    FAIL: (fact) => ({
      en: `It won an award on ${fact('latest')}.`,
      id: `Menerima penghargaan pada ${fact('latest')}.`,
    }),
  },
  CONFIRMED_BOARD_ON: {
    PASS: (fact) => ({
      en: `Its board is in office from ${fact('termStart')} until before ${fact('termEnd')}.`,
      id: `Kepengurusan berlaku sejak ${fact('termStart')} sampai sebelum ${fact('termEnd')}.`,
    }),
    FAIL: (fact) => ({
      en: `Its last board was in office from ${fact('termStart')} until before ${fact('termEnd')}, not on ${fact('on')}.`,
      id: `Kepengurusan terakhir berlaku sejak ${fact('termStart')} sampai sebelum ${fact('termEnd')}, tidak pada ${fact('on')}.`,
    }),
  },
  CLASS_AT_LEAST: {
    PASS: (fact) => ({
      en: `Its class of ${fact('year')} is high enough.`,
      id: `Klasifikasi tahun ${fact('year')} memenuhi syarat.`,
    }),
    FAIL: (fact) => ({
      en: `Its class of ${fact('year')} is too low.`,
      id: `Klasifikasi tahun ${fact('year')} belum memenuhi syarat.`,
    }),
  },
  CHAMPION_OF_LOWER_TIER: {
    PASS: () => ({
      en: 'It is among the best of the tier below.',
      id: 'Termasuk terbaik pada tingkat di bawahnya.',
    }),
    FAIL: () => ({
      en: 'It is not among the best of the tier below.',
      id: 'Tidak termasuk terbaik pada tingkat di bawahnya.',
    }),
  },
};

const unknownOrganization = {
  en: 'The register has not told of this organization yet.',
  id: 'Organisasi ini belum dikenal dari registrasi.',
};

/** Where not the organization is unknown but one fact about it. */
const unknown: Partial<Record<RuleResult['rule'], { en: string; id: string }>> = {
  CONFIRMED_BOARD_ON: {
    en: 'No board of this organization is known here.',
    id: 'Kepengurusan organisasi ini belum dikenal.',
  },
  CLASS_AT_LEAST: {
    en: 'No class of this organization is known here.',
    id: 'Klasifikasi organisasi ini belum dikenal.',
  },
  CHAMPION_OF_LOWER_TIER: {
    en: 'No competition of the tier below is announced yet.',
    id: 'Belum ada lomba tingkat di bawahnya yang diumumkan.',
  },
};

/** An answer in words, from the facts that it rests on. */
export function explain(
  rule: RuleResult['rule'],
  outcome: RuleOutcome,
  facts: readonly EligibilityFact[],
) {
  if (outcome === 'UNKNOWN') return unknown[rule] ?? unknownOrganization;
  const fact = (name: string) => {
    const found = facts.find((one) => one.name === name);
    return String(found?.number ?? found?.date ?? '');
  };
  return words[rule][outcome](fact);
}

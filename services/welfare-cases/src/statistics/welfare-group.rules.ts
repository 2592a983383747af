import type { WelfareCategory } from '../case/case.rules.js';

/** Groups of problems: those of UU 11/2009, article 5, with its letter (e) as the two that it joins. */
export const welfareGroups = [
  'POVERTY',
  'NEGLECT',
  'DISABILITY',
  'REMOTENESS',
  'SOCIAL_DESTITUTION',
  'BEHAVIOURAL_DEVIANCE',
  'DISASTER_VICTIM',
  'VIOLENCE_EXPLOITATION_DISCRIMINATION',
] as const;
export type WelfareGroup = (typeof welfareGroups)[number];

/** The main group of each category; none is without one. */
export const groupOfCategory: Record<WelfareCategory, WelfareGroup> = {
  ANAK_BALITA_TELANTAR: 'NEGLECT',
  ANAK_TELANTAR: 'NEGLECT',
  ANAK_BERHADAPAN_HUKUM: 'BEHAVIOURAL_DEVIANCE',
  ANAK_JALANAN: 'NEGLECT',
  ANAK_DISABILITAS: 'DISABILITY',
  ANAK_KORBAN_KEKERASAN: 'VIOLENCE_EXPLOITATION_DISCRIMINATION',
  ANAK_PERLINDUNGAN_KHUSUS: 'VIOLENCE_EXPLOITATION_DISCRIMINATION',
  LANJUT_USIA_TELANTAR: 'NEGLECT',
  PENYANDANG_DISABILITAS: 'DISABILITY',
  TUNA_SUSILA: 'SOCIAL_DESTITUTION',
  GELANDANGAN: 'SOCIAL_DESTITUTION',
  PENGEMIS: 'SOCIAL_DESTITUTION',
  PEMULUNG: 'SOCIAL_DESTITUTION',
  KELOMPOK_MINORITAS: 'VIOLENCE_EXPLOITATION_DISCRIMINATION',
  BWBLP: 'BEHAVIOURAL_DEVIANCE',
  ODHA: 'SOCIAL_DESTITUTION',
  KORBAN_NAPZA: 'BEHAVIOURAL_DEVIANCE',
  KORBAN_TRAFFICKING: 'VIOLENCE_EXPLOITATION_DISCRIMINATION',
  KORBAN_KEKERASAN: 'VIOLENCE_EXPLOITATION_DISCRIMINATION',
  PMBS: 'VIOLENCE_EXPLOITATION_DISCRIMINATION',
  KORBAN_BENCANA_ALAM: 'DISASTER_VICTIM',
  KORBAN_BENCANA_SOSIAL: 'DISASTER_VICTIM',
  PRSE: 'POVERTY',
  FAKIR_MISKIN: 'POVERTY',
  KBSP: 'BEHAVIOURAL_DEVIANCE',
  KAT: 'REMOTENESS',
};

export const groupSchemes = ['S1', 'UU11_2009'] as const;
export type GroupScheme = (typeof groupSchemes)[number];

const alone = (group: WelfareGroup) => ({ value: group as string, groups: [group] });

const destitutionAndDeviance = {
  value: 'SOCIAL_DESTITUTION_AND_DEVIANCE',
  groups: ['SOCIAL_DESTITUTION', 'BEHAVIOURAL_DEVIANCE'] as WelfareGroup[],
};

/**
 * The groups as a report lists them: all eight; the seven named by the city of Banjar in 2014, which
 * leave out violence; or the seven of UU 11/2009, article 5(2), of which (e) joins two.
 */
export function groupsIn(scheme: GroupScheme | null): { value: string; groups: WelfareGroup[] }[] {
  const all = welfareGroups.map(alone);
  if (scheme === null) return all;
  if (scheme === 'S1')
    return all.filter(({ value }) => value !== 'VIOLENCE_EXPLOITATION_DISCRIMINATION');
  return all.flatMap((one) => {
    if (one.value === 'BEHAVIOURAL_DEVIANCE') return [];
    return [one.value === 'SOCIAL_DESTITUTION' ? destitutionAndDeviance : one];
  });
}

import { LocalizedText } from '@jejaring/chassis/graph/problems';
import { categoryNames } from '../case/category-words.js';
import type { Breakdown } from './statistics-report.rules.js';

type Words = Record<string, { en: string; id: string }>;

/** Groups of problems (UU 11/2009, article 5), in its order. */
export const groupNames: Words = {
  POVERTY: { en: 'Poverty', id: 'Kemiskinan' },
  NEGLECT: { en: 'Neglect', id: 'Ketelantaran' },
  DISABILITY: { en: 'Disability', id: 'Disabilitas' },
  REMOTENESS: { en: 'Remoteness', id: 'Keterpencilan' },
  SOCIAL_DESTITUTION: { en: 'Social destitution', id: 'Ketunaan sosial' },
  BEHAVIOURAL_DEVIANCE: { en: 'Behavioural deviance', id: 'Penyimpangan perilaku' },
  SOCIAL_DESTITUTION_AND_DEVIANCE: {
    en: 'Social destitution and behavioural deviance',
    id: 'Ketunaan sosial dan penyimpangan perilaku',
  },
  DISASTER_VICTIM: { en: 'Victims of disasters', id: 'Korban bencana' },
  VIOLENCE_EXPLOITATION_DISCRIMINATION: {
    en: 'Victims of violence, exploitation and discrimination',
    id: 'Korban tindak kekerasan, eksploitasi, dan diskriminasi',
  },
};

const notStated = { en: 'Not stated', id: 'Tidak disebutkan' };

const words: Record<Breakdown, Words> = {
  CATEGORY: categoryNames,
  GROUP: groupNames,
  SEX: {
    FEMALE: { en: 'Female', id: 'Perempuan' },
    MALE: { en: 'Male', id: 'Laki-laki' },
    NOT_STATED: notStated,
  },
  AGE_BAND: {
    UNDER_6: { en: 'Under 6', id: 'Di bawah 6 tahun' },
    FROM_6_TO_17: { en: '6 to 17', id: '6 sampai 17 tahun' },
    FROM_18_TO_59: { en: '18 to 59', id: '18 sampai 59 tahun' },
    FROM_60: { en: '60 and older', id: '60 tahun ke atas' },
    NOT_STATED: notStated,
  },
  STATUS: {
    REPORTED: { en: 'Reported', id: 'Dilaporkan' },
    ACCEPTED: { en: 'Accepted', id: 'Diterima' },
    ASSESSED: { en: 'Assessed', id: 'Telah diasesmen' },
    PLANNED: { en: 'Planned', id: 'Direncanakan' },
    IN_SERVICE: { en: 'In service', id: 'Dalam pelayanan' },
    TERMINATING: { en: 'Ending', id: 'Diusulkan terminasi' },
    CLOSED: { en: 'Closed', id: 'Ditutup' },
    AFTERCARE: { en: 'Aftercare', id: 'Bimbingan lanjut' },
  },
  CHANNEL: {
    KT: { en: 'Karang Taruna', id: 'Karang Taruna' },
    PSM: { en: 'Community social worker', id: 'Pekerja Sosial Masyarakat' },
    TKSK: { en: 'Sub-district welfare worker', id: 'Tenaga Kesejahteraan Sosial Kecamatan' },
    PUSKESOS_SLRT: { en: 'Welfare desk', id: 'Puskesos/SLRT' },
    COMMUNITY: { en: 'Community', id: 'Masyarakat' },
    LKS: { en: 'Welfare institution', id: 'Lembaga Kesejahteraan Sosial' },
    SELF: { en: 'The person', id: 'Yang bersangkutan' },
    OTHER_OFFICE: { en: 'Office', id: 'Kantor lain' },
  },
};

/** A value of a breakdown in words. */
export const labelOf = (by: Breakdown, value: string): LocalizedText =>
  Object.assign(new LocalizedText(), words[by][value]!);

import type { InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';
import { covers, levelOf, regencyOf } from '@jejaring/chassis/work/scope.rules';
import type { welfareResourceKinds, welfareResourceNatures } from '@jejaring/schema/vocabulary';
import { welfareResources } from '@jejaring/schema/vocabulary';

export type WelfareResourceKind = (typeof welfareResourceKinds)[number];
export type WelfareResourceNature = (typeof welfareResourceNatures)[number];

export const legalForms = ['YAYASAN', 'PERKUMPULAN', 'PERSEROAN', 'NONE'] as const;
export type LegalForm = (typeof legalForms)[number];

export const institutionOwners = ['MINISTRY', 'PROVINCE', 'REGENCY', 'COMMUNITY'] as const;
export type InstitutionOwner = (typeof institutionOwners)[number];

/** What only some of the kinds have; null where it was not told. */
export interface Particulars {
  dutyRegionCode: string | null;
  membershipNumber: string | null;
  owner: InstitutionOwner | null;
  legalForm: LegalForm | null;
  deedNumber: string | null;
  deedOn: string | null;
  approvalNumber: string | null;
  phone: string | null;
  email: string | null;
}

export const noParticulars: Particulars = {
  dutyRegionCode: null,
  membershipNumber: null,
  owner: null,
  legalForm: null,
  deedNumber: null,
  deedOn: null,
  approvalNumber: null,
  phone: null,
  email: null,
};

export const natureOf = (kind: WelfareResourceKind): WelfareResourceNature =>
  welfareResources[kind].nature;

const words: Record<string, InvalidInput['reason']> = {
  dutyRegionCode: {
    en: 'Only a person has a region of duty; it lies in the regency of the registration.',
    id: 'Wilayah tugas hanya untuk perseorangan dan berada di kabupaten/kota pendaftaran.',
  },
  tkskDuty: {
    en: 'The duty of a TKSK is one kecamatan.',
    id: 'Wilayah tugas TKSK adalah satu kecamatan.',
  },
  membershipNumber: {
    en: 'Only a person has a membership number.',
    id: 'Nomor anggota hanya untuk perseorangan.',
  },
  owner: {
    en: 'Only an LKS tells who owns it.',
    id: 'Kepemilikan hanya dinyatakan oleh LKS.',
  },
  legalPersonality: {
    en: 'Legal personality is told of institutions and businesses alone.',
    id: 'Status badan hukum hanya untuk lembaga dan dunia usaha.',
  },
  deed: {
    en: 'Without legal personality there is no deed; the founding note takes its place.',
    id: 'Tanpa badan hukum tidak ada akta; catatan pendirian menggantikannya.',
  },
  deedOn: { en: 'The day of the deed is still to come.', id: 'Tanggal akta belum tiba.' },
  contact: {
    en: 'The contact of a person or family is not collected here.',
    id: 'Kontak perseorangan atau keluarga tidak dikumpulkan di sini.',
  },
};

function dutyFault(kind: WelfareResourceKind, seat: string, duty: string | null): string | null {
  if (duty === null) return null;
  if (natureOf(kind) !== 'INDIVIDUAL' || !covers(regencyOf(seat), duty)) return 'dutyRegionCode';
  return kind === 'TKSK' && levelOf(duty) !== 'DISTRICT' ? 'tkskDuty' : null;
}

function legalFault(kind: WelfareResourceKind, facts: Particulars, today: string): string | null {
  const { legalForm, deedNumber, deedOn, approvalNumber } = facts;
  const papers = deedNumber !== null || deedOn !== null || approvalNumber !== null;
  const mayBeLegal = natureOf(kind) === 'ORGANIZATION' && kind !== 'KARANG_TARUNA';
  if (legalForm !== null && !mayBeLegal) return 'legalPersonality';
  if (papers && (legalForm === null || legalForm === 'NONE')) return 'deed';
  return deedOn !== null && deedOn > today ? 'deedOn' : null;
}

const fields: Record<string, string> = { tkskDuty: 'dutyRegionCode', deed: 'legalPersonality' };

/** What does not fit the kind: a deed of a Karang Taruna, a region of duty of an institution. */
export function misfit(
  kind: WelfareResourceKind,
  seat: string,
  facts: Particulars,
  today: string,
): InvalidInput | null {
  const isPerson = natureOf(kind) === 'INDIVIDUAL';
  const hasContact = facts.phone !== null || facts.email !== null;
  const fault =
    dutyFault(kind, seat, facts.dutyRegionCode) ??
    legalFault(kind, facts, today) ??
    (facts.membershipNumber !== null && !isPerson ? 'membershipNumber' : null) ??
    (facts.owner !== null && kind !== 'LKS' ? 'owner' : null) ??
    (hasContact && natureOf(kind) !== 'ORGANIZATION' ? 'contact' : null);
  return fault === null ? null : invalidInput(fields[fault] ?? fault, words[fault]!);
}

// Permensos 8/2012 and the registration service of LKS: refused while papers are incomplete.
const papersOfLks = ['BOARD_LIST', 'PROGRAMME'];

/** An LKS is founded by deed or, without legal personality, by a note of its founders. */
const foundingPaper = ({ legalForm }: Particulars) =>
  legalForm === 'NONE' ? 'FOUNDING_NOTE' : 'FOUNDING_DEED';

/** What a registration of this kind still lacks. */
export function missingParticulars(
  kind: WelfareResourceKind,
  facts: Particulars,
  documents: readonly string[],
): string[] {
  const { legalForm, deedNumber, approvalNumber, dutyRegionCode } = facts;
  const isLegal = legalForm !== null && legalForm !== 'NONE';
  const papers = kind === 'LKS' ? [foundingPaper(facts), ...papersOfLks] : [];
  return [
    ...papers.filter((paper) => !documents.includes(paper)),
    ...(isLegal && deedNumber === null ? ['deedNumber'] : []),
    ...(isLegal && approvalNumber === null ? ['approvalNumber'] : []),
    // Permensos 28/2018: a TKSK serves one kecamatan, and each kecamatan has one.
    ...(kind === 'TKSK' && dutyRegionCode === null ? ['dutyRegionCode'] : []),
  ];
}

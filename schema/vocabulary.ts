/** Words of the field that contracts, rules and the graph share; the law behind each is in docs/glossary.md. */

const keysOf = <Key extends string>(words: Record<Key, string>) => Object.keys(words) as Key[];

/** What a welfare resource is: a body with a board, one person, or a family. */
export const welfareResourceNatures = ['ORGANIZATION', 'INDIVIDUAL', 'FAMILY'] as const;

interface WelfareResource {
  en: string;
  id: string;
  nature: (typeof welfareResourceNatures)[number];
}

/** The 12 kinds of welfare resources, in the order of Permensos 8/2012, and what each is. */
export const welfareResources = {
  PEKSOS_PROFESIONAL: {
    en: 'Professional social worker',
    id: 'Pekerja Sosial Profesional',
    nature: 'INDIVIDUAL',
  },
  PSM: { en: 'Community social worker', id: 'Pekerja Sosial Masyarakat', nature: 'INDIVIDUAL' },
  TAGANA: { en: 'Disaster-response volunteer', id: 'Taruna Siaga Bencana', nature: 'INDIVIDUAL' },
  LKS: {
    en: 'Social welfare institution, with or without legal personality',
    id: 'Lembaga Kesejahteraan Sosial',
    nature: 'ORGANIZATION',
  },
  KARANG_TARUNA: {
    en: 'Village youth social organization',
    id: 'Karang Taruna',
    nature: 'ORGANIZATION',
  },
  LK3: {
    en: 'Family welfare consultation agency',
    id: 'Lembaga Konsultasi Kesejahteraan Keluarga',
    nature: 'ORGANIZATION',
  },
  KELUARGA_PIONER: { en: 'Pioneer family', id: 'Keluarga Pioner', nature: 'FAMILY' },
  WKSBM: {
    en: 'Community-based welfare network',
    id: 'Wahana Kesejahteraan Sosial Berbasis Masyarakat',
    nature: 'ORGANIZATION',
  },
  WPKS: {
    en: 'Woman welfare leader',
    id: 'Wanita Pemimpin Kesejahteraan Sosial',
    nature: 'INDIVIDUAL',
  },
  PENYULUH_SOSIAL: { en: 'Social educator', id: 'Penyuluh Sosial', nature: 'INDIVIDUAL' },
  TKSK: {
    en: 'Sub-district welfare worker',
    id: 'Tenaga Kesejahteraan Sosial Kecamatan',
    nature: 'INDIVIDUAL',
  },
  DUNIA_USAHA: { en: 'Business doing social work', id: 'Dunia Usaha', nature: 'ORGANIZATION' },
} as const satisfies Record<string, WelfareResource>;

type WelfareResourceKind = keyof typeof welfareResources;

export const welfareResourceKinds = Object.keys(welfareResources) as WelfareResourceKind[];

/** The kinds as an enumeration describes them: "Village youth social organization (Karang Taruna)." */
export const welfareResourceWords = Object.fromEntries(
  welfareResourceKinds.map((kind) => {
    const { en, id } = welfareResources[kind];
    return [kind, `${en} (${id}).`];
  }),
) as Record<WelfareResourceKind, string>;

/** Levels of administration, the nation first. */
export const levels = {
  NATION: 'The nation.',
  PROVINCE: 'Province (provinsi).',
  REGENCY: 'Regency or city (kabupaten or kota).',
  DISTRICT: 'District (kecamatan).',
  VILLAGE: 'Village or urban ward (desa or kelurahan).',
} as const;

export const regionLevels = keysOf(levels);

/** Grounds on which a registration is refused. */
export const rejectionGrounds = [
  'INCOMPLETE',
  'NO_WELFARE_WORK',
  'AGAINST_CONSTITUTION',
  'DUPLICATE',
] as const;

/** The 26 categories of people served (Pemerlu Pelayanan Kesejahteraan Sosial, Permensos 8/2012), in its order. */
export const welfareCategories = [
  'ANAK_BALITA_TELANTAR',
  'ANAK_TELANTAR',
  'ANAK_BERHADAPAN_HUKUM',
  'ANAK_JALANAN',
  'ANAK_DISABILITAS',
  'ANAK_KORBAN_KEKERASAN',
  'ANAK_PERLINDUNGAN_KHUSUS',
  'LANJUT_USIA_TELANTAR',
  'PENYANDANG_DISABILITAS',
  'TUNA_SUSILA',
  'GELANDANGAN',
  'PENGEMIS',
  'PEMULUNG',
  'KELOMPOK_MINORITAS',
  'BWBLP',
  'ODHA',
  'KORBAN_NAPZA',
  'KORBAN_TRAFFICKING',
  'KORBAN_KEKERASAN',
  'PMBS',
  'KORBAN_BENCANA_ALAM',
  'KORBAN_BENCANA_SOSIAL',
  'PRSE',
  'FAKIR_MISKIN',
  'KBSP',
  'KAT',
] as const;

export const caseOutcomes = [
  'RESOLVED',
  'IMPROVED',
  'TRANSFERRED',
  'MOVED_AWAY',
  'DECEASED',
  'REFUSED',
  'LOST_CONTACT',
] as const;

/** What two organizations of a network do together. */
export const linkKinds = ['REFERRAL', 'JOINT_SERVICE', 'INFORMATION'] as const;

export const referralKinds = ['TRANSFER', 'SERVICE', 'CONSULTATION'] as const;

export const trainingTopics = [
  'NETWORKING',
  'PRODUCTIVE_ECONOMY',
  'ORGANISATION_MANAGEMENT',
  'DIGITAL',
  'VOCATIONAL',
  'ENTREPRENEURSHIP',
  'CASE_HANDLING',
  'DISASTER',
  'OTHER',
] as const;

export const competitionCategories = ['KARANG_TARUNA', 'LKS', 'TKSK', 'PSM', 'TAGANA'] as const;

/** Positions on the board of a Karang Taruna; the first three of the core are always filled. */
export const boardPositions = [
  'CHAIR',
  'VICE_CHAIR',
  'SECRETARY',
  'VICE_SECRETARY',
  'TREASURER',
  'VICE_TREASURER',
  'SECTION_HEAD',
  'SECTION_MEMBER',
  'ADVISOR',
] as const;

/** Classes of a Karang Taruna, the lowest first (Permensos 25/2019, article 23). */
export const organizationClasses = ['TUMBUH', 'BERKEMBANG', 'MAJU', 'PERCONTOHAN'] as const;

/** What offices hand over to organizations as assistance. */
export const assistanceItems = {
  LAPTOP: 'Laptop computer.',
  PRINTER: 'Printer.',
  FURNITURE: 'Furniture.',
  SPORTS_EQUIPMENT: 'Sports equipment.',
  ARTS_EQUIPMENT: 'Equipment for music and arts.',
  PRODUCTION_TOOLS: 'Tools for a productive business (usaha ekonomi produktif).',
  VEHICLE: 'Vehicle.',
  OTHER: 'Something else; the specification says what.',
} as const;

export const assistanceItemKinds = keysOf(assistanceItems);

/** How something that was handed over fares afterwards. */
export const assetConditionWords = {
  IN_USE: 'In use.',
  DAMAGED: 'Damaged (rusak).',
  LOST: 'Lost (hilang).',
  RETURNED: 'Given back to the office.',
  WRITTEN_OFF: 'Written off (dihapusbukukan).',
} as const;

export const assetConditions = keysOf(assetConditionWords);
/** What an activity of a work programme is. */
export const activityKinds = [
  'UKS',
  'UEP',
  'TRAINING',
  'SPORT_ARTS',
  'RELIGIOUS',
  'ENVIRONMENT',
  'ADVOCACY',
  'DISASTER',
] as const;

/** The four pillars of social welfare work (UU 11/2009). */
export const welfarePillars = ['REHABILITATION', 'SECURITY', 'EMPOWERMENT', 'PROTECTION'] as const;

/** Meetings at which a work programme is adopted. */
export const programmeForums = ['RAPAT_KERJA', 'RAKERDA', 'MUSYAWARAH'] as const;

/** What an office concludes from a reported work programme. */
export const programmeOutcomes = ['EFFECTIVE', 'PARTLY_EFFECTIVE', 'NOT_EFFECTIVE'] as const;

/** What an organization holds beside its activities. */
export const organizationEventKinds = [
  'RAPAT_KERJA',
  'RAKERDA',
  'TEMU_KARYA',
  'BULAN_BHAKTI',
] as const;

/** How an organization works together with others. */
export const partnershipKindWords = {
  CSR_TJSL:
    'Social and environmental responsibility of a company (tanggung jawab sosial dan lingkungan, TJSL; CSR).',
  DANA_DESA: 'Village funds (Dana Desa) for the young and the institutions of a village.',
  HIBAH: 'Grant (hibah).',
  MOU: 'Memorandum of understanding (nota kesepahaman).',
  GOVERNMENT_PROGRAMME: 'Partner of the government in a programme of social development.',
} as const;

export const partnershipKinds = keysOf(partnershipKindWords);

/** Who owns a company. */
export const companyKindWords = {
  BUMN: 'The state (badan usaha milik negara).',
  BUMD: 'A region (badan usaha milik daerah).',
  PRIVATE: 'Private owners.',
} as const;

export const companyKinds = keysOf(companyKindWords);

/** Why a partnership ended before its time. */
export const partnershipEndWords = {
  BY_AGREEMENT: 'The parties agreed on it.',
  BREACH: 'A party did not keep it.',
  PARTY_DISSOLVED: 'A party ceased to exist.',
  FUNDS_WITHDRAWN: 'The money was withdrawn.',
} as const;

export const partnershipEnds = keysOf(partnershipEndWords);
/** What a venture is: a business of an organization, or a joint business group of households. */
export const ventureKinds = ['UEP_KT', 'KUBE'] as const;

/** What a venture works in. */
export const ventureSectors = [
  'AGRICULTURE',
  'FOOD',
  'CRAFT',
  'TRADE',
  'SERVICES',
  'TOURISM',
  'OTHER',
] as const;

/** What personal data may be looked at for (UU PDP 27/2022, articles 16 and 20). */
export const accessPurposes = [
  'CASE_HANDLING',
  'REFERRAL',
  'IDENTITY_CHECK',
  'SUPERVISION',
  'REGISTRATION',
  'PRIVACY_REQUEST',
  'INCIDENT',
  'LEGAL_ORDER',
  'BREAK_GLASS',
] as const;
export type AccessPurpose = (typeof accessPurposes)[number];
/** Rights that a person may ask for (UU 27/2022, articles 5 to 13). */
export const privacyRequestKinds = [
  'ACCESS',
  'RECTIFICATION',
  'RESTRICTION',
  'ERASURE',
  'OBJECTION',
  'PORTABILITY',
  'WITHDRAW_CONSENT',
] as const;

/** Grounds on which a request of a person may or must be refused (UU 27/2022, articles 15 and 33). */
export const privacyRefusals = [
  'DEFENCE_AND_SECURITY',
  'LAW_ENFORCEMENT',
  'STATE_ADMINISTRATION',
  'FINANCIAL_SUPERVISION',
  'STATISTICS_AND_RESEARCH',
  'ENDANGERS_SOMEBODY',
  'DISCLOSES_ANOTHER_PERSON',
  'IDENTITY_NOT_PROVEN',
  'OPEN_CASE',
  'RETENTION_RUNNING',
] as const;

/** How the protection of personal data failed (UU 27/2022, article 46). */
export const dataIncidentKinds = [
  'ACCOUNT_MISUSED',
  'RIGHTS_TOO_WIDE',
  'SENT_TO_THE_WRONG_PERSON',
  'DEVICE_LOST',
  'INTRUSION',
  'UNAVAILABLE',
  'ALTERED',
] as const;

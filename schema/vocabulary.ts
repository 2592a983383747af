/** Words of the field that contracts, rules and the graph share; the law behind each is in docs/glossary.md. */

const keysOf = <Key extends string>(words: Record<Key, string>) => Object.keys(words) as Key[];

/** The 12 kinds of welfare resources, in the order of Permensos 8/2012, and what each is. */
export const welfareResources = {
  PEKSOS_PROFESIONAL: 'Professional social worker (Pekerja Sosial Profesional).',
  PSM: 'Community social worker (Pekerja Sosial Masyarakat).',
  TAGANA: 'Disaster-response volunteer (Taruna Siaga Bencana).',
  LKS: 'Social welfare institution, with or without legal personality (Lembaga Kesejahteraan Sosial).',
  KARANG_TARUNA: 'Village youth social organization (Karang Taruna).',
  LK3: 'Family welfare consultation agency (Lembaga Konsultasi Kesejahteraan Keluarga).',
  KELUARGA_PIONER: 'Pioneer family (Keluarga Pioner).',
  WKSBM: 'Community-based welfare network (Wahana Kesejahteraan Sosial Berbasis Masyarakat).',
  WPKS: 'Woman welfare leader (Wanita Pemimpin Kesejahteraan Sosial).',
  PENYULUH_SOSIAL: 'Social educator (Penyuluh Sosial).',
  TKSK: 'Sub-district welfare worker (Tenaga Kesejahteraan Sosial Kecamatan).',
  DUNIA_USAHA: 'Business doing social work (Dunia Usaha).',
} as const;

export const welfareResourceKinds = keysOf(welfareResources);

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

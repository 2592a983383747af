/** Words of the field that contracts, rules and the graph share; the law behind each is in docs/glossary.md. */

/** The 12 kinds of welfare resources (Potensi dan Sumber Kesejahteraan Sosial, Permensos 8/2012). */
export const welfareResourceKinds = [
  'PEKSOS_PROFESIONAL',
  'PSM',
  'TAGANA',
  'LKS',
  'KARANG_TARUNA',
  'LK3',
  'KELUARGA_PIONER',
  'WKSBM',
  'WPKS',
  'PENYULUH_SOSIAL',
  'TKSK',
  'DUNIA_USAHA',
] as const;

export const regionLevels = ['NATION', 'PROVINCE', 'REGENCY', 'DISTRICT', 'VILLAGE'] as const;

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

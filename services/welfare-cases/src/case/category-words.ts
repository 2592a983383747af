import type { LocalizedText } from '@jejaring/chassis/graph/problems';
import type { WelfareCategory } from './case.rules.js';

/** The 26 categories of need by their names: the standard Indonesian one, and in English. */
export const categoryNames: Record<WelfareCategory, LocalizedText> = {
  ANAK_BALITA_TELANTAR: { en: 'Neglected child under five', id: 'Anak Balita Telantar' },
  ANAK_TELANTAR: { en: 'Neglected child, 6 to 18', id: 'Anak Telantar' },
  ANAK_BERHADAPAN_HUKUM: {
    en: 'Child in contact with the law',
    id: 'Anak yang Berhadapan dengan Hukum',
  },
  ANAK_JALANAN: { en: 'Street child', id: 'Anak Jalanan' },
  ANAK_DISABILITAS: { en: 'Child with a disability', id: 'Anak dengan Kedisabilitasan' },
  ANAK_KORBAN_KEKERASAN: {
    en: 'Child victim of violence or maltreatment',
    id: 'Anak Korban Tindak Kekerasan',
  },
  ANAK_PERLINDUNGAN_KHUSUS: {
    en: 'Child needing special protection',
    id: 'Anak yang Memerlukan Perlindungan Khusus',
  },
  LANJUT_USIA_TELANTAR: { en: 'Neglected elderly person', id: 'Lanjut Usia Telantar' },
  PENYANDANG_DISABILITAS: { en: 'Person with a disability', id: 'Penyandang Disabilitas' },
  TUNA_SUSILA: { en: 'Sex worker', id: 'Tuna Susila' },
  GELANDANGAN: { en: 'Homeless person', id: 'Gelandangan' },
  PENGEMIS: { en: 'Beggar', id: 'Pengemis' },
  PEMULUNG: { en: 'Waste picker', id: 'Pemulung' },
  KELOMPOK_MINORITAS: { en: 'Marginalised minority group', id: 'Kelompok Minoritas' },
  BWBLP: { en: 'Former prisoner', id: 'Bekas Warga Binaan Lembaga Pemasyarakatan' },
  ODHA: { en: 'Person living with HIV/AIDS', id: 'Orang dengan HIV/AIDS' },
  KORBAN_NAPZA: { en: 'Victim of substance abuse', id: 'Korban Penyalahgunaan NAPZA' },
  KORBAN_TRAFFICKING: { en: 'Trafficking victim', id: 'Korban Trafficking' },
  KORBAN_KEKERASAN: { en: 'Victim of violence', id: 'Korban Tindak Kekerasan' },
  PMBS: { en: 'Migrant worker with social problems', id: 'Pekerja Migran Bermasalah Sosial' },
  KORBAN_BENCANA_ALAM: { en: 'Victim of a natural disaster', id: 'Korban Bencana Alam' },
  KORBAN_BENCANA_SOSIAL: { en: 'Victim of a social disaster', id: 'Korban Bencana Sosial' },
  PRSE: { en: 'Socio-economically vulnerable woman', id: 'Perempuan Rawan Sosial Ekonomi' },
  FAKIR_MISKIN: { en: 'Destitute person or family', id: 'Fakir Miskin' },
  KBSP: { en: 'Family with psychosocial problems', id: 'Keluarga Bermasalah Sosial Psikologis' },
  KAT: { en: 'Remote indigenous community', id: 'Komunitas Adat Terpencil' },
};

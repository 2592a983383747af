/** Why a competition cannot take a step, in the words of both languages. */
export const competitionWords: Record<string, { en: string; id: string }> = {
  'wrong-state': {
    en: 'The competition is not at this stage.',
    id: 'Lomba tidak berada pada tahap ini.',
  },
  'organizer-not-active': {
    en: 'The organizing organization is not active.',
    id: 'Organisasi penyelenggara tidak aktif.',
  },
  'reviews-open': {
    en: 'Some nominations still wait for a review.',
    id: 'Masih ada usulan yang menunggu pemeriksaan.',
  },
  'too-many-winners': {
    en: 'More winners than were planned.',
    id: 'Jumlah pemenang melebihi rencana.',
  },
  'winner-twice': { en: 'A nominee has two places.', id: 'Satu peserta mendapat dua peringkat.' },
  'nominee-not-eligible': {
    en: 'A winner is not an eligible nominee of this competition.',
    id: 'Ada pemenang yang bukan peserta memenuhi syarat pada lomba ini.',
  },
  'ranks-not-in-order': {
    en: 'Places run 1, 2, 3; equal places share a number and the next is skipped: 1, 2, 2, 4.',
    id: 'Peringkat berurutan 1, 2, 3; peringkat sama berbagi nomor dan nomor berikutnya dilewati: 1, 2, 2, 4.',
  },
  'too-few-jurors': {
    en: 'Too few jurors count for a nominee.',
    id: 'Jumlah juri yang dihitung untuk seorang peserta tidak cukup.',
  },
  'no-such-stage': {
    en: 'The competition has no such stage.',
    id: 'Lomba ini tidak memiliki tahap tersebut.',
  },
  'stage-sealed': { en: 'The stage is sealed already.', id: 'Tahap ini sudah disegel.' },
  'sheets-missing': {
    en: 'Some score sheets are not in yet.',
    id: 'Masih ada lembar penilaian yang belum masuk.',
  },
  'stages-not-sealed': {
    en: 'Not every stage is sealed.',
    id: 'Belum semua tahap disegel.',
  },
  'chain-broken': {
    en: 'A sealed score sheet was changed: the hashes do not agree.',
    id: 'Lembar penilaian yang disegel telah berubah: nilai hash tidak cocok.',
  },
  'minutes-missing': {
    en: 'The places are decided by a meeting: give the number and day of its minutes.',
    id: 'Peringkat diputuskan dalam rapat pleno: cantumkan nomor dan tanggal berita acara.',
  },
  'not-as-ranked': {
    en: 'A place is not the one that was ranked; a vote may only part those who are equal.',
    id: 'Ada peringkat yang berbeda dari hasil penilaian; pleno hanya dapat menentukan urutan nilai sama.',
  },
  'objections-open': {
    en: 'The result may still be objected to.',
    id: 'Masa sanggah belum berakhir.',
  },
  'parent-not-open': {
    en: 'The competition above takes no nominations now.',
    id: 'Lomba di tingkat atas tidak sedang menerima usulan.',
  },
  'already-nominated': {
    en: 'A winner is nominated there already.',
    id: 'Ada pemenang yang sudah diusulkan di tingkat atas.',
  },
  'quota-reached': {
    en: 'The competition above takes no more nominees from this part of its region.',
    id: 'Kuota usulan wilayah ini pada lomba tingkat atas sudah terpenuhi.',
  },
  'wrong-kind': {
    en: 'The competition above is for another kind.',
    id: 'Lomba tingkat atas untuk jenis lain.',
  },
  'no-awards-waiting': {
    en: 'No award waits to be handed over.',
    id: 'Tidak ada penghargaan yang menunggu penyerahan.',
  },
};

/** The words of the consent form by version; a version that somebody has agreed to is never changed. */
export const consentTexts = [
  {
    version: 1,
    validFrom: '2014-01-01T00:00:00Z',
    id: 'Saya menyetujui data diri saya dicatat dan digunakan untuk penanganan masalah kesejahteraan sosial yang saya hadapi, dan dibagikan kepada pihak yang saya sebutkan. Saya dapat menarik persetujuan ini kapan saja.',
    en: 'I agree that my data are recorded and used to handle the social problem that I face, and shared with those whom I name. I may take this consent back at any time.',
  },
  {
    version: 2,
    validFrom: '2024-10-17T00:00:00Z',
    id: 'Saya menyetujui pemrosesan data pribadi saya oleh dinas sosial dan mitranya hanya untuk tujuan yang saya pilih pada formulir ini. Saya telah diberi tahu tentang dasar hukum, jenis data, jangka waktu penyimpanan, serta hak saya untuk mengakses, memperbaiki, membatasi, menghapus, dan memindahkan data (UU 27/2022, Pasal 5 sampai 13 dan 21). Saya dapat menarik persetujuan ini kapan saja; pemrosesan dihentikan paling lambat 3 x 24 jam. Untuk anak, persetujuan diberikan oleh orang tua atau wali.',
    en: 'I agree that the office of social affairs and its partners process my personal data only for the purposes that I chose on this form. I was told of the legal basis, the kinds of data, how long they are kept, and of my rights to access, rectify, restrict, erase and move them (UU 27/2022, articles 5 to 13 and 21). I may take this consent back at any time; processing then stops within 3 x 24 hours. For a child, a parent or guardian agrees.',
  },
] as const;

import type { FieldClass } from '@jejaring/chassis/work/audit';
import type { Handling, IncidentKind } from './incident.rules.js';

interface Words {
  en: string;
  id: string;
}

export const happenings: Record<IncidentKind, Words> = {
  ACCOUNT_MISUSED: {
    en: 'an account was used by or for somebody who had no right to it',
    id: 'sebuah akun digunakan oleh atau untuk pihak yang tidak berhak',
  },
  RIGHTS_TOO_WIDE: {
    en: 'somebody could see more than their duty needs',
    id: 'seseorang dapat melihat lebih dari yang diperlukan tugasnya',
  },
  SENT_TO_THE_WRONG_PERSON: {
    en: 'data were sent to the wrong person',
    id: 'data terkirim kepada pihak yang salah',
  },
  DEVICE_LOST: { en: 'a device was lost or stolen', id: 'sebuah perangkat hilang atau dicuri' },
  INTRUSION: {
    en: 'somebody broke into a system',
    id: 'seseorang masuk ke sistem secara tidak sah',
  },
  UNAVAILABLE: {
    en: 'data could not be reached when they were needed',
    id: 'data tidak dapat diakses ketika dibutuhkan',
  },
  ALTERED: { en: 'data were changed without right', id: 'data diubah secara tidak sah' },
};

export const handled: Record<Handling, Words> = {
  ACCOUNT_BLOCKED: { en: 'the account was blocked', id: 'akun telah diblokir' },
  RIGHTS_REDUCED: { en: 'rights were reduced', id: 'hak akses telah dikurangi' },
  CALLED_BACK: {
    en: 'the receiver was asked to delete what came to them',
    id: 'penerima diminta menghapus data yang diterimanya',
  },
  DEVICE_WIPED: { en: 'the device was wiped from afar', id: 'isi perangkat dihapus dari jauh' },
  KEYS_REPLACED: { en: 'keys were replaced', id: 'kunci enkripsi telah diganti' },
  RESTORED: { en: 'the data were restored', id: 'data telah dipulihkan' },
  UNDER_INVESTIGATION: { en: 'it is being looked into', id: 'kejadian sedang diselidiki' },
};

const classes: Record<FieldClass, Words> = {
  public: { en: 'public data', id: 'data publik' },
  internal: { en: 'data for the office alone', id: 'data internal' },
  personal: { en: 'general personal data', id: 'data pribadi yang bersifat umum' },
  specific: {
    en: 'specific personal data (such as of health, of children, of need)',
    id: 'data pribadi yang bersifat spesifik (misalnya kesehatan, anak, kerentanan sosial)',
  },
};

export interface Told {
  kind: IncidentKind;
  from: Date;
  to: Date;
  discoveredAt: Date;
  affected: number;
  fieldClasses: readonly FieldClass[];
  handling: readonly Handling[];
}

// Western Indonesia Time, seven hours ahead of UTC, in which the offices of the capital write.
const moment = (at: Date) =>
  `${new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')} WIB`;

const listed = (words: readonly Words[], language: keyof Words) =>
  words.map((each) => each[language]).join('; ') || '—';

/** What the law wants told, in the words of one language: which data, when and how, and what was done. */
function facts(told: Told, language: keyof Words) {
  return {
    how: happenings[told.kind][language],
    what: listed(
      told.fieldClasses.map((each) => classes[each]),
      language,
    ),
    done: listed(
      told.handling.map((each) => handled[each]),
      language,
    ),
    from: moment(told.from),
    to: moment(told.to),
    discovered: moment(told.discoveredAt),
  };
}

/**
 * Drafts of both notices (UU PDP 27/2022, article 46(2)): the data concerned, when and how they were
 * disclosed, and what is done about it. They name nobody; who sends them fills in the address.
 */
export function draftNotices(told: Told): { toPersons: Words; toAuthority: Words } {
  const id = facts(told, 'id');
  const en = facts(told, 'en');
  const count = String(told.affected);
  return {
    toPersons: {
      id: `Kami memberitahukan kegagalan pelindungan data pribadi Anda. Antara ${id.from} dan ${id.to} ${id.how}. Data yang terdampak: ${id.what}. Kejadian diketahui pada ${id.discovered}. Penanganan: ${id.done}. Anda berhak menanyakan data Anda dan siapa yang membacanya.`,
      en: `We tell you that the protection of your personal data failed. Between ${en.from} and ${en.to} ${en.how}. Data concerned: ${en.what}. It was discovered on ${en.discovered}. What was done: ${en.done}. You have the right to ask what is held of you and who has read it.`,
    },
    toAuthority: {
      id: `Pemberitahuan kegagalan pelindungan data pribadi (UU 27/2022, Pasal 46). Waktu: ${id.from} sampai ${id.to}; diketahui ${id.discovered}. Kejadian: ${id.how}. Jumlah subjek data: ${count}. Data yang terdampak: ${id.what}. Penanganan dan pemulihan: ${id.done}.`,
      en: `Notice of a failure of the protection of personal data (UU 27/2022, article 46). Time: ${en.from} to ${en.to}; discovered ${en.discovered}. What happened: ${en.how}. Persons affected: ${count}. Data concerned: ${en.what}. Handling and recovery: ${en.done}.`,
    },
  };
}

/** A sentence for people, in the languages of the graph. */
export interface Words {
  en: string;
  id: string;
}

interface ProblemKind {
  status: number;
  title: string;
  words: Words;
  headers?: readonly (readonly [string, string])[];
}

const kind = (status: number, title: string, en: string, id: string): ProblemKind => ({
  status,
  title,
  words: { en, id },
});

const askAgain = (problem: ProblemKind, seconds: number): ProblemKind => ({
  ...problem,
  headers: [['retry-after', String(seconds)]],
});

/** Every refusal of the doors to events, by its code. */
export const problems = {
  UNAUTHENTICATED: {
    ...kind(
      401,
      'Not signed in',
      'Show a valid access token as `Authorization: Bearer …`.',
      'Sertakan token akses yang sah sebagai `Authorization: Bearer …`.',
    ),
    headers: [['www-authenticate', 'Bearer realm="jejaring events"']],
  },
  AUTH_UNAVAILABLE: askAgain(
    kind(
      503,
      'Tokens cannot be checked',
      'Tokens cannot be checked at the moment; ask again.',
      'Token belum dapat diperiksa saat ini; coba lagi.',
    ),
    2,
  ),
  NOT_A_SUBSCRIBER: kind(
    403,
    'Not a subscriber',
    'Events are for systems and offices of social affairs; the role of this token is neither, or its appointment has ended.',
    'Peristiwa hanya untuk sistem dan dinas sosial; peran token ini bukan keduanya, atau penugasannya telah berakhir.',
  ),
  NO_REGION: kind(
    403,
    'No region',
    'The token names no region, so there is nothing that it may be told.',
    'Token tidak menyebut wilayah, sehingga tidak ada yang boleh disampaikan.',
  ),
  REGION_NOT_YOURS: kind(
    403,
    'Region is not yours',
    'The region lies outside that of the token.',
    'Wilayah tersebut berada di luar wilayah token.',
  ),
  TYPE_UNKNOWN: kind(
    400,
    'No such type',
    'There is no such type of event. Give exact names, or `service.*` or `service.subject.*`, separated by commas.',
    'Jenis peristiwa itu tidak ada. Berikan nama lengkap, atau `service.*` atau `service.subject.*`, dipisahkan koma.',
  ),
  TYPE_NOT_YOURS: kind(
    403,
    'Type is not yours',
    'Events of this type are not told to the role of this token.',
    'Peristiwa jenis ini tidak disampaikan kepada peran token ini.',
  ),
  SCHEMA_UNKNOWN: kind(
    404,
    'No such schema',
    'There is no schema of this name; `/` lists all types of events.',
    'Tidak ada skema dengan nama ini; `/` memuat semua jenis peristiwa.',
  ),
  MALFORMED: kind(
    400,
    'Malformed request',
    'The request is not as it should be.',
    'Permintaan tidak sesuai bentuknya.',
  ),
  PLACE_GONE: kind(
    410,
    'The place is no longer kept',
    'What follows this place is not kept whole any more. Where `place` is given, go on from it with `lastEventId`: nothing is missed, some events come again. Else begin again: without `lastEventId`, or with `from` at a time of your choice; take what you have already from the graph as it is now.',
    'Kelanjutan dari titik ini tidak lagi tersimpan utuh. Bila `place` disertakan, lanjutkan dari sana dengan `lastEventId`: tidak ada yang terlewat, sebagian peristiwa datang lagi. Bila tidak, mulai lagi: tanpa `lastEventId`, atau dengan `from` pada waktu pilihan Anda; ambil keadaan terkini dari graf.',
  ),
  RATE_LIMITED: kind(
    429,
    'Too many requests',
    'Too much was asked within a minute; `Retry-After` says when to ask again.',
    'Terlalu banyak permintaan dalam satu menit; `Retry-After` menyebut kapan boleh bertanya lagi.',
  ),
  TOO_MANY_READERS: askAgain(
    kind(
      429,
      'Too many readers',
      'This subscriber has as many open requests and streams as one may have.',
      'Pelanggan ini sudah membuka permintaan dan aliran sebanyak yang diperbolehkan.',
    ),
    5,
  ),
  BUSY: askAgain(
    kind(
      503,
      'Busy',
      'Here are as many readers as fit; ask again.',
      'Jumlah pembaca sudah penuh; coba lagi.',
    ),
    5,
  ),
  STOPPING: askAgain(
    kind(
      503,
      'Stopping',
      'This process is being stopped; ask again, another one answers.',
      'Proses ini sedang dihentikan; coba lagi, proses lain akan menjawab.',
    ),
    1,
  ),
  UNAVAILABLE: askAgain(
    kind(
      503,
      'Away',
      'The feed is away at present; ask again from the same place.',
      'Umpan sedang tidak tersedia; coba lagi dari titik yang sama.',
    ),
    2,
  ),
  INTERNAL: kind(
    500,
    'Failure',
    'Something failed here; the failure is logged.',
    'Terjadi kegagalan di sini; kegagalan telah dicatat.',
  ),
} as const satisfies Record<string, ProblemKind>;

import { Type } from '@sinclair/typebox';
import { boardPositions, organizationClasses, regionLevels } from '../vocabulary.js';
import { contract, data, date, id, oneOf, regionCode } from './contract.js';

const speaksOf = {
  organizationId: id('org', 'The organization whose board it is.'),
  boardId: id('brd', 'The board: one term of office (masa bakti).'),
  regionCode: regionCode('The region where the organization is seated.'),
};
const level = oneOf(regionLevels, 'The level of the board.');
const sample = {
  organizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
  boardId: 'brd_01jd2ah9p4e8x9y6c1v2b3n4m5',
  regionCode: '32.79.04.2006',
};

/** Said when a forum elected a board. */
export const boardElected = contract({
  type: 'organizations.board.elected.v1',
  description: 'A forum of the organization elected a board; it is not in office yet.',
  descriptionId: 'Forum organisasi memilih pengurus; pengurus itu belum menjabat.',
  key: 'organizationId',
  data: data({ ...speaksOf, level, electedOn: date('Day of the forum.') }),
  sample: { ...sample, level: 'VILLAGE', electedOn: '2024-01-10' },
});

/** Said when the next higher Karang Taruna ratified a board (pengesahan). */
export const boardRatified = contract({
  type: 'organizations.board.ratified.v1',
  description: 'The next higher board ratified it; it still needs its decree.',
  descriptionId:
    'Pengurus satu tingkat di atasnya mengesahkan pengurus terpilih; surat keputusan belum terbit.',
  key: 'organizationId',
  data: data({ ...speaksOf, level, ratifiedOn: date('Day of the ratification.') }),
  sample: { ...sample, level: 'VILLAGE', ratifiedOn: '2024-01-20' },
});

/** Said when a decree put a board into office (pengukuhan). */
export const boardConfirmed = contract({
  type: 'organizations.board.confirmed.v1',
  description: 'A decree put a board into office for its term.',
  descriptionId: 'Pengurus dikukuhkan dengan surat keputusan untuk satu masa bakti.',
  key: 'organizationId',
  data: data({
    ...speaksOf,
    level,
    decreeIssuedOn: date('Day of the decree (Surat Keputusan).'),
    termStart: date('First day in office.'),
    termEnd: date('The day on which it is no longer in office.'),
  }),
  sample: {
    ...sample,
    level: 'VILLAGE',
    decreeIssuedOn: '2024-02-01',
    termStart: '2024-02-01',
    termEnd: '2029-02-01',
  },
});

/** Said ahead of the end of a term, so that an election is called in time. */
export const boardExpiring = contract({
  type: 'organizations.board.expiring.v1',
  description: 'The term of a board ends within so many days.',
  descriptionId: 'Masa bakti pengurus berakhir dalam jumlah hari yang disebutkan.',
  key: 'organizationId',
  data: data({
    ...speaksOf,
    level,
    termEnd: date('The day on which it is no longer in office.'),
    withinDays: Type.Integer({ minimum: 1, description: '90 or 30.' }),
  }),
  sample: { ...sample, level: 'VILLAGE', termEnd: '2029-02-01', withinDays: 90 },
});

/** Said once, when a term ended and no decree prolonged it. */
export const boardExpired = contract({
  type: 'organizations.board.expired.v1',
  description: 'The term of a board ended.',
  descriptionId: 'Masa bakti pengurus berakhir.',
  key: 'organizationId',
  data: data({ ...speaksOf, level, expiredOn: date('First day without the board.') }),
  sample: { ...sample, level: 'VILLAGE', expiredOn: '2029-02-01' },
});

/** Said once, when a decree or a successor took a board out of office before its time. */
export const boardRevoked = contract({
  type: 'organizations.board.revoked.v1',
  description: 'A board was taken out of office before the end of its term.',
  descriptionId: 'Pengurus diberhentikan sebelum masa baktinya berakhir.',
  key: 'organizationId',
  data: data({ ...speaksOf, level, revokedOn: date('First day without the board.') }),
  sample: { ...sample, level: 'VILLAGE', revokedOn: '2026-05-01' },
});

const seat = {
  ...speaksOf,
  seatId: id('sea', 'The seat.'),
  officerId: id('ofr', 'The officer, opaque here.'),
};
const seatSample = {
  ...sample,
  seatId: 'sea_01jd2ah9p4e8x9y6c1v2b3n4m5',
  officerId: 'ofr_01jd2ah9p4e8x9y6c1v2b3n4m5',
};

/** Said for each seat, when its board enters office or the seat is filled later. */
export const officerSeated = contract({
  type: 'organizations.officer.seated.v1',
  description: 'Somebody sits on a board in office.',
  descriptionId: 'Seseorang menduduki jabatan dalam kepengurusan yang sedang menjabat.',
  key: 'organizationId',
  data: data({
    ...seat,
    position: oneOf(boardPositions, 'The position on the board.'),
    from: date('First day in the seat.'),
    to: Type.Optional(date('The day on which the seat is no longer held; absent while open.')),
  }),
  sample: { ...seatSample, position: 'CHAIR', from: '2024-02-01', to: '2029-02-01' },
});

/** Said when a seat is left before the end that was known. */
export const officerUnseated = contract({
  type: 'organizations.officer.unseated.v1',
  description: 'Somebody no longer sits on a board.',
  descriptionId: 'Seseorang tidak lagi duduk dalam kepengurusan.',
  key: 'organizationId',
  data: data({ ...seat, to: date('First day without the seat.') }),
  sample: { ...seatSample, to: '2026-05-01' },
});

const organizationClass = oneOf(
  organizationClasses,
  'Class of a Karang Taruna (Permensos 25/2019, article 23).',
);

const classified = {
  organizationId: speaksOf.organizationId,
  regionCode: speaksOf.regionCode,
  classificationId: id('cls', 'The classification.'),
  year: Type.Integer({ minimum: 1960, description: 'The year it holds for.' }),
};
const classifiedSample = {
  organizationId: sample.organizationId,
  regionCode: sample.regionCode,
  classificationId: 'cls_01jd2ah9p4e8x9y6c1v2b3n4m5',
  year: 2024,
};

/** Said when assessors gave their six scores; the scores stay between the assessed and the offices. */
export const classificationScored = contract({
  type: 'organizations.classification.scored.v1',
  description: 'A Karang Taruna was assessed; its class is not determined yet.',
  descriptionId: 'Suatu Karang Taruna telah dinilai; klasifikasinya belum ditetapkan.',
  key: 'organizationId',
  data: data(classified),
  sample: classifiedSample,
});

/** Said when the assessed organization objects (keberatan); the class holds until it is determined again. */
export const classificationObjected = contract({
  type: 'organizations.classification.objected.v1',
  description: 'A Karang Taruna objected to the class that was determined for it.',
  descriptionId:
    'Suatu Karang Taruna mengajukan keberatan atas klasifikasi yang ditetapkan baginya.',
  key: 'organizationId',
  data: data(classified),
  sample: classifiedSample,
});

/** Said when the regency's office determined the class of a year (penetapan klasifikasi). */
export const classificationDetermined = contract({
  type: 'organizations.classification.determined.v1',
  description: 'The office of social affairs of a regency determined the class of a Karang Taruna.',
  descriptionId: 'Dinas Sosial Kabupaten/Kota menetapkan klasifikasi suatu Karang Taruna.',
  key: 'organizationId',
  data: data({
    ...classified,
    class: organizationClass,
    previousClass: Type.Optional(organizationClass),
  }),
  sample: { ...classifiedSample, class: 'BERKEMBANG', previousClass: 'TUMBUH' },
});

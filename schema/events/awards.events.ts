import { Type } from '@sinclair/typebox';
import { competitionCategories } from '../vocabulary.js';
import { contract, count, data, id, oneOf } from './contract.js';

export const competitionTiers = ['DISTRICT', 'REGENCY', 'PROVINCE', 'NATIONAL'] as const;
const year = Type.Integer({ description: 'Year of the competition.' });
const competitionId = id('cmp', 'The competition.');

/** A national competition is held in no region of the list: its code is empty. */
export const heldIn = Type.String({
  pattern: '^([0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?)?$',
  description: 'Region of the competition, dotted; empty for the nation.',
});

const ofCompetition = {
  competitionId,
  year,
  tier: oneOf(competitionTiers, 'The level it is held at.'),
  category: oneOf(competitionCategories, 'Which kind of welfare resource may win.'),
  regionCode: heldIn,
};
const sampleCompetition = {
  competitionId: 'cmp_01jd2ah9p4e8x9y6c1v2b3n4m5',
  year: 2024,
  tier: 'PROVINCE',
  category: 'KARANG_TARUNA',
  regionCode: '63',
} as const;

const competitionEvent = <const Verb extends string>(
  verb: Verb,
  description: string,
  descriptionId: string,
) =>
  contract({
    type: `awards.competition.${verb}.v1`,
    description,
    descriptionId,
    key: 'competitionId',
    data: data(ofCompetition),
    sample: sampleCompetition,
  });

/** Said once, when a competition becomes known with its rules; they do not change afterwards. */
export const competitionPublished = competitionEvent(
  'published',
  'A competition was published with its rules of eligibility.',
  'Lomba diumumkan beserta syarat kepesertaannya.',
);

/** Said once, when nominations may be handed in. */
export const nominationsOpened = competitionEvent(
  'nominations-opened',
  'Nominations for a competition may be handed in.',
  'Pengusulan calon peserta lomba dibuka.',
);

/** Said once, when no more nominations are taken. */
export const nominationsClosed = competitionEvent(
  'nominations-closed',
  'No more nominations are taken for a competition.',
  'Pengusulan calon peserta lomba ditutup.',
);

/** Said once, when a competition ends without winners. */
export const competitionCancelled = competitionEvent(
  'cancelled',
  'A competition was called off; it will have no winners.',
  'Lomba dibatalkan; tidak akan ada pemenang.',
);

/** Said once, when the jurors got their sheets. */
export const judgingStarted = competitionEvent(
  'judging-started',
  'The judging of a competition began; every juror has a sheet for each nominee.',
  'Penilaian lomba dimulai; setiap juri telah menerima lembar penilaian untuk setiap peserta.',
);

/** Said once, when nobody may object to the result any more. */
export const competitionFinalized = competitionEvent(
  'finalized',
  'The result of a competition is final; the time for objections is over.',
  'Hasil lomba bersifat final; masa sanggah telah berakhir.',
);

/** Said once, when the best became nominees of the competition above. */
export const winnersPromoted = competitionEvent(
  'winners-promoted',
  'The best of a competition were nominated for the competition above it.',
  'Peserta terbaik suatu lomba diusulkan ke lomba tingkat di atasnya.',
);

/** Ends a chain of hashes: whoever keeps it can tell later whether a sheet was changed. */
const chainHead = Type.String({
  pattern: '^[0-9a-f]{64}$',
  description: 'SHA-256 that ends the chain of sealed sheets of a stage, in hexadecimal.',
});
const sampleHead = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const chainHeads = Type.Array(chainHead, { description: 'One per stage, in their order.' });

/** Said once per stage, when its score sheets were sealed; it carries no score. */
export const stageSealed = contract({
  type: 'awards.competition.stage-sealed.v1',
  description: 'The score sheets of a stage were sealed: none of them changes any more.',
  descriptionId: 'Lembar penilaian suatu tahap disegel: tidak ada lagi yang dapat berubah.',
  key: 'competitionId',
  data: data({
    ...ofCompetition,
    stage: Type.Integer({ minimum: 1, description: 'Place of the stage in the scheme.' }),
    sheets: count('How many sheets were sealed.'),
    chainHead,
  }),
  sample: { ...sampleCompetition, stage: 1, sheets: 65, chainHead: sampleHead },
});

/** Said once, when the ranking was computed; who came where, it does not tell. */
export const rankingComputed = contract({
  type: 'awards.competition.ranking-computed.v1',
  description: 'The nominees of a competition were ranked from the sealed score sheets.',
  descriptionId: 'Peringkat peserta lomba dihitung dari lembar penilaian yang telah disegel.',
  key: 'competitionId',
  data: data({
    ...ofCompetition,
    nominations: count('How many nominees were ranked.'),
    chainHeads,
  }),
  sample: { ...sampleCompetition, nominations: 13, chainHeads: [sampleHead] },
});

/** Said when a juror handed in a sheet, again when it was given back; without juror, nominee and scores. */
export const scoreSheetSubmitted = contract({
  type: 'awards.score-sheet.submitted.v1',
  description: 'A juror handed in a score sheet.',
  descriptionId: 'Seorang juri menyerahkan lembar penilaian.',
  key: 'scoreSheetId',
  data: data({
    scoreSheetId: id('sht', 'The sheet.'),
    competitionId,
    stage: Type.Integer({ minimum: 1, description: 'Place of the stage in the scheme.' }),
  }),
  sample: {
    scoreSheetId: 'sht_01jd2ah9p4e8x9y6c1v2b3n4m5',
    competitionId: 'cmp_01jd2ah9p4e8x9y6c1v2b3n4m5',
    stage: 1,
  },
});

/** Said once, when the places are decided; it does not tell whose they are. */
export const winnersDecided = contract({
  type: 'awards.competition.winners-decided.v1',
  description: 'The winners of a competition were decided and not announced yet.',
  descriptionId: 'Pemenang lomba telah ditetapkan dan belum diumumkan.',
  key: 'competitionId',
  data: data({ ...ofCompetition, winners: count('How many win.') }),
  sample: { ...sampleCompetition, winners: 3 },
});

/** Said once, when the winners are announced; each award follows as an event of its own. */
export const winnersAnnounced = contract({
  type: 'awards.competition.winners-announced.v1',
  description: 'The winners of a competition were announced.',
  descriptionId: 'Pemenang lomba diumumkan.',
  key: 'competitionId',
  data: data({
    ...ofCompetition,
    winners: count('How many win.'),
    chainHeads: Type.Optional(chainHeads),
  }),
  sample: { ...sampleCompetition, winners: 3, chainHeads: [sampleHead] },
});

/** Who is nominated is not public before the announcement: these events name no organization. */
const nominationEvent = <const Verb extends string>(
  verb: Verb,
  description: string,
  descriptionId: string,
) =>
  contract({
    type: `awards.nomination.${verb}.v1`,
    description,
    descriptionId,
    key: 'nominationId',
    data: data({ nominationId: id('nom', 'The nomination.'), competitionId }),
    sample: {
      nominationId: 'nom_01jd2ah9p4e8x9y6c1v2b3n4m5',
      competitionId: 'cmp_01jd2ah9p4e8x9y6c1v2b3n4m5',
    },
  });

/** Said once, when a nomination is handed in; what its eligibility is follows. */
export const nominationSubmitted = nominationEvent(
  'submitted',
  'A nomination was handed in.',
  'Suatu usulan peserta diajukan.',
);

/** Said when the facts, or a reviewer, make a nominee eligible. */
export const nominationFoundEligible = nominationEvent(
  'found-eligible',
  'The nominee meets every rule of the competition.',
  'Peserta yang diusulkan memenuhi semua syarat lomba.',
);

/** Said when the facts, or a reviewer, make a nominee ineligible. */
export const nominationFoundIneligible = nominationEvent(
  'found-ineligible',
  'The nominee does not meet a rule of the competition.',
  'Peserta yang diusulkan tidak memenuhi salah satu syarat lomba.',
);

/** Said when a rule cannot be answered from what is known. */
export const nominationSentToReview = nominationEvent(
  'sent-to-review',
  'A rule cannot be answered from what is known; the organizer decides.',
  'Pemenuhan suatu syarat tidak dapat dipastikan dari data yang ada; penyelenggara yang memutuskan.',
);

/** Said once, when a nomination is taken back. */
export const nominationWithdrawn = nominationEvent(
  'withdrawn',
  'A nomination was taken back.',
  'Suatu usulan peserta ditarik kembali.',
);

/** Said once, when a winner is awarded. */
export const awardGranted = contract({
  type: 'awards.award.granted.v1',
  description: 'An organization was granted an award.',
  descriptionId: 'Suatu organisasi ditetapkan menerima penghargaan.',
  key: 'awardId',
  data: data({
    awardId: id('awd', 'The award.'),
    competitionId,
    organizationId: id('org', 'The organization that won.'),
    rank: Type.Integer({ minimum: 1, description: 'Place; equal places share a number.' }),
    year,
    regionCode: heldIn,
  }),
  sample: {
    awardId: 'awd_01jd2ah9p4e8x9y6c1v2b3n4m5',
    competitionId: 'cmp_01jd2ah9p4e8x9y6c1v2b3n4m5',
    organizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
    rank: 1,
    year: 2019,
    regionCode: '36',
  },
});

const ofAward = {
  awardId: id('awd', 'The award.'),
  competitionId,
  organizationId: id('org', 'The organization that won.'),
};
const sampleAward = {
  awardId: 'awd_01jd2ah9p4e8x9y6c1v2b3n4m5',
  competitionId: 'cmp_01jd2ah9p4e8x9y6c1v2b3n4m5',
  organizationId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
};

/** Said once, when an award was handed over. */
export const awardPresented = contract({
  type: 'awards.award.presented.v1',
  description: 'An award was handed over.',
  descriptionId: 'Suatu penghargaan diserahkan.',
  key: 'awardId',
  data: data({
    ...ofAward,
    presentedOn: Type.String({ format: 'date', description: 'Day on which it was handed over.' }),
    occasionId: Type.Optional(id('oev', 'The event of an organization at which it was.')),
  }),
  sample: { ...sampleAward, presentedOn: '2019-10-30' },
});

/** Said once, when an award was taken back; the place stays empty. */
export const awardRevoked = contract({
  type: 'awards.award.revoked.v1',
  description: 'An award was taken back.',
  descriptionId: 'Suatu penghargaan dicabut.',
  key: 'awardId',
  data: data(ofAward),
  sample: sampleAward,
});

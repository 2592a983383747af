import { Type } from '@sinclair/typebox';
import { competitionCategories } from '../vocabulary.js';
import { contract, count, data, id, oneOf } from './contract.js';

const tiers = ['DISTRICT', 'REGENCY', 'PROVINCE', 'NATIONAL'] as const;
const year = Type.Integer({ description: 'Year of the competition.' });
const competitionId = id('cmp', 'The competition.');

/** A national competition is held in no region of the list: its code is empty. */
const heldIn = Type.String({
  pattern: '^([0-9]{2}(\\.[0-9]{2}(\\.[0-9]{2}(\\.[0-9]{4})?)?)?)?$',
  description: 'Region of the competition, dotted; empty for the nation.',
});

const ofCompetition = {
  competitionId,
  year,
  tier: oneOf(tiers, 'The level it is held at.'),
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

const competitionEvent = <const Verb extends string>(verb: Verb, description: string) =>
  contract({
    type: `awards.competition.${verb}.v1`,
    description,
    key: 'competitionId',
    data: data(ofCompetition),
    sample: sampleCompetition,
  });

/** Said once, when a competition becomes known with its rules; they do not change afterwards. */
export const competitionPublished = competitionEvent(
  'published',
  'A competition was published with its rules of eligibility.',
);

/** Said once, when nominations may be handed in. */
export const nominationsOpened = competitionEvent(
  'nominations-opened',
  'Nominations for a competition may be handed in.',
);

/** Said once, when no more nominations are taken. */
export const nominationsClosed = competitionEvent(
  'nominations-closed',
  'No more nominations are taken for a competition.',
);

/** Said once, when a competition ends without winners. */
export const competitionCancelled = competitionEvent(
  'cancelled',
  'A competition was called off; it will have no winners.',
);

const withWinners = <const Verb extends string>(verb: Verb, description: string) =>
  contract({
    type: `awards.competition.${verb}.v1`,
    description,
    key: 'competitionId',
    data: data({ ...ofCompetition, winners: count('How many win.') }),
    sample: { ...sampleCompetition, winners: 3 },
  });

/** Said once, when the places are decided; it does not tell whose they are. */
export const winnersDecided = withWinners(
  'winners-decided',
  'The winners of a competition were decided and not announced yet.',
);

/** Said once, when the winners are announced; each award follows as an event of its own. */
export const winnersAnnounced = withWinners(
  'winners-announced',
  'The winners of a competition were announced.',
);

/** Who is nominated is not public before the announcement: these events name no organization. */
const nominationEvent = <const Verb extends string>(verb: Verb, description: string) =>
  contract({
    type: `awards.nomination.${verb}.v1`,
    description,
    key: 'nominationId',
    data: data({ nominationId: id('nom', 'The nomination.'), competitionId }),
    sample: {
      nominationId: 'nom_01jd2ah9p4e8x9y6c1v2b3n4m5',
      competitionId: 'cmp_01jd2ah9p4e8x9y6c1v2b3n4m5',
    },
  });

/** Said once, when a nomination is handed in; what its eligibility is follows. */
export const nominationSubmitted = nominationEvent('submitted', 'A nomination was handed in.');

/** Said when the facts, or a reviewer, make a nominee eligible. */
export const nominationFoundEligible = nominationEvent(
  'found-eligible',
  'The nominee meets every rule of the competition.',
);

/** Said when the facts, or a reviewer, make a nominee ineligible. */
export const nominationFoundIneligible = nominationEvent(
  'found-ineligible',
  'The nominee does not meet a rule of the competition.',
);

/** Said when a rule cannot be answered from what is known. */
export const nominationSentToReview = nominationEvent(
  'sent-to-review',
  'A rule cannot be answered from what is known; the organizer decides.',
);

/** Said once, when a nomination is taken back. */
export const nominationWithdrawn = nominationEvent('withdrawn', 'A nomination was taken back.');

/** Said once, when a winner is awarded. */
export const awardGranted = contract({
  type: 'awards.award.granted.v1',
  description: 'An organization was granted an award.',
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

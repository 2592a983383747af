import { Type } from '@sinclair/typebox';
import { contract, data, id, regionCode } from './contract.js';

/** Said once, when a winner is awarded. */
export const awardGranted = contract({
  type: 'awards.award.granted.v1',
  description: 'An organization was granted an award.',
  key: 'awardId',
  data: data({
    awardId: id('awd', 'The award.'),
    competitionId: id('cmp', 'The competition.'),
    organizationId: id('org', 'The organization that won.'),
    rank: Type.Integer({ minimum: 1, description: 'Place; equal places share a number.' }),
    year: Type.Integer({ description: 'Year of the competition.' }),
    regionCode: regionCode('Region of the competition.'),
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

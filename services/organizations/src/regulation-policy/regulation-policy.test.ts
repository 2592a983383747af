import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { organizations } from '../service.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(organizations);
});
afterAll(() => service?.stop());

describe('Query.organizationPolicy', () => {
  test('tells anybody the law of a day', async () => {
    const { data, errors } = await service.ask(
      `{ then: organizationPolicy(on: "2014-06-25") {
           regulations officerAgeMin officerAgeMax memberAgeMin memberAgeMax termYears { level years } }
         before: organizationPolicy(on: "2009-01-01") { validFrom } }`,
    );

    expect(errors).toEqual([]);
    expect(data).toEqual({
      then: {
        regulations: ['Permensos 77/HUK/2010', 'Permensos 23/2013'],
        officerAgeMin: 17,
        officerAgeMax: 45,
        memberAgeMin: 13,
        memberAgeMax: 45,
        termYears: [
          { level: 'VILLAGE', years: 3 },
          { level: 'DISTRICT', years: 5 },
          { level: 'REGENCY', years: 5 },
          { level: 'PROVINCE', years: 5 },
          { level: 'NATION', years: 5 },
        ],
      },
      before: null,
    });
  });
});

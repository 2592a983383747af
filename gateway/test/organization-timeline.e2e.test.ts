import { describe, expect, test } from '@jest/globals';
import { demoOrganization } from '../../scripts/proof/published-operations.js';
import type { Claims } from './federation.fixture.js';
import { findFederation, officer, operation, staff } from './federation.fixture.js';

const federation = findFederation();

interface Timeline {
  organization: {
    id: string;
    registeredNumber: string;
    boards: { totalCount: number; nodes: { decree: object | null; termStart: string }[] };
    classifications: { year: number; class: string }[];
    assets: { totalCount: number; nodes: object[] };
    training: { trainingEvents: number; attended: object[] };
    awards: { year: number; rank: number }[];
    handledCases: { total: number | null; suppressed: boolean; counts: object[] };
  } | null;
}

async function timeline(variables: object, claims: Claims) {
  const answer = await federation.ask<Timeline>(
    operation('OrganizationTimeline'),
    variables,
    claims,
  );
  expect(answer.errors).toEqual([]);
  return { ...answer, organization: answer.data.organization };
}

const waringinsari = demoOrganization('32.79.04.2003');

describe('OrganizationTimeline', () => {
  test('tells the office in charge of boards, classes, trainings, awards and handled cases', async () => {
    const { organization } = await timeline({ id: waringinsari }, staff('32.79'));

    console.log(JSON.stringify(organization, null, 1));
    expect(organization).not.toBeNull();
  });

  test('finds the same organization by its number in the register', async () => {
    const { organization } = await timeline({ id: waringinsari }, staff('32.79'));
    const { registeredNumber } = organization!;

    expect((await timeline({ registeredNumber }, staff('32.79'))).organization).toEqual(
      organization,
    );
  });

  test('tells of the assets of a kecamatan', async () => {
    for (const n of ['01', '02', '03', '19']) {
      const { organization } = await timeline(
        { id: demoOrganization('32.09.' + n) },
        staff('32.09'),
      );
      console.log(JSON.stringify(organization, null, 1));
    }
  });

  test.each([
    ['the public', null],
    ['an office of another regency', staff('33.16')],
    [
      'the board of another organization',
      officer('32.79.04.2006', demoOrganization('32.79.04.2006')),
    ],
  ])('tells %s what is public', async (_who, claims) => {
    const { organization } = await timeline({ id: waringinsari }, claims);
    console.log(JSON.stringify(organization, null, 1));
  });
});

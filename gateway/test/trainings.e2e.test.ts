import { describe, expect, test } from '@jest/globals';
import type { Claims } from './federation.fixture.js';
import { findFederation, operation, staff } from './federation.fixture.js';

const federation = findFederation();

interface Delegate {
  organization: { region: { code: string; kind: string } };
}
interface Trainings {
  trainingEvents: {
    totalCount: number;
    nodes: {
      startsOn: string;
      venue: { name: string; regionDerived: boolean; region: { code: string } };
      delegations: { region: { code: string }; delegates: Delegate[] }[];
    }[];
  };
}

describe('TrainingDelegates', () => {
  const delegates = async (claims: Claims) => {
    const variables = { year: 2014, organizerRegion: '32' };
    const { data, errors } = await federation.ask<Trainings>(
      operation('TrainingDelegates'),
      variables,
      claims,
    );
    expect(errors).toEqual([]);
    return data.trainingEvents.nodes;
  };

  test.each([
    ['the office that organized it', { role: 'DINSOS_PROVINCE_STAFF', region: '32' }],
    ['the office that sent them', staff('32.79')],
  ])('tells %s who was sent to the Bimtek of 2014', async (_who, claims) => {
    const [event, ...more] = await delegates(claims);

    expect(more).toEqual([]);
    expect(event).toMatchObject({
      startsOn: '2014-06-25',
      venue: { name: 'Hotel Endah Parahyangan', regionDerived: true, region: { code: '32.73' } },
    });
    expect(event!.delegations.map(({ region }) => region.code)).toEqual(['32.79']);
    const sent = event!.delegations[0]!.delegates.map(({ organization }) => organization.region);
    expect(sent.map(({ code, kind }) => [code, kind])).toEqual([
      ['32.79.01.1006', 'KELURAHAN'],
      ['32.79.02.2003', 'DESA'],
      ['32.79.04.2003', 'DESA'],
      ['32.79.04.2006', 'DESA'],
    ]);
  });

  test.each([
    ['the public', null],
    ['an office that has no part in it', staff('33.16')],
  ])('tells %s of the event and of nobody who went', async (_who, claims) => {
    expect(await delegates(claims)).toMatchObject([{ startsOn: '2014-06-25', delegations: [] }]);
  });
});

describe('TrainingReach', () => {
  test('tells everybody what the report of Blora states', async () => {
    const variables = { region: '33.16', year: 2020 };
    const { data } = await federation.ask(operation('TrainingReach'), variables, null);

    expect(data).toMatchObject({
      trainingEvents: {
        totalCount: 1,
        nodes: [
          {
            startsOn: '2020-10-28',
            statedParticipants: { value: 158, upTo: null, qualifier: 'EXACT' },
          },
        ],
      },
    });
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Claims } from './federation.fixture.js';
import { findFederation, operation, staff } from './federation.fixture.js';

const federation = findFederation();

interface Delegate {
  organization: { region: { code: string; kind: string } };
}
interface Delegations {
  region: { code: string };
  status: string;
  letter: { number: string; issuedOn: string };
  sendingOffice: { name: string };
  delegates: Delegate[];
}
interface Trainings {
  trainingEvents: {
    totalCount: number;
    nodes: {
      startsOn: string;
      venue: { name: string; regionDerived: boolean; region: { code: string } };
      delegations: Delegations[];
      seats: { quotas: { region: { code: string }; total: number; sentSomebody: boolean }[] };
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
    const [letter] = event!.delegations;
    expect(letter).toMatchObject({
      status: 'ACCEPTED',
      letter: { number: '094/112/Dinsosnaker/2014', issuedOn: '2014-06-11' },
    });
    expect(letter!.sendingOffice.name).toContain('Banjar');
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

describe('TrainingDelegates', () => {
  test('tells everybody which kabupaten and kota of West Java sent nobody', async () => {
    const variables = { year: 2014, organizerRegion: '32' };
    const { data } = await federation.ask<Trainings>(
      operation('TrainingDelegates'),
      variables,
      null,
    );

    const { quotas } = data.trainingEvents.nodes[0]!.seats;
    expect(quotas).toHaveLength(27);
    expect(quotas.filter(({ sentSomebody }) => sentSomebody)).toMatchObject([
      { region: { code: '32.79' }, total: 4 },
    ]);
  });
});

describe('TrainingReach', () => {
  test('is four of the 25 village units of Kota Banjar, on networking in 2014', async () => {
    const variables = { region: '32.79', year: 2014, topic: 'NETWORKING' };
    const { data } = await federation.ask(operation('TrainingReach'), variables, null);

    expect(data).toMatchObject({
      region: {
        name: 'Kota Banjar',
        training: { unitsReached: 4, unitsTotal: 25, certificatesIssued: 3, countedIn: ['UNITS'] },
      },
    });
  });

  test('tells persons from units, and both outlets of one text', async () => {
    const blora = await federation.ask(
      operation('TrainingReach'),
      { region: '33.16', year: 2020 },
      null,
    );
    const cirebon = await federation.ask(
      operation('TrainingReach'),
      { region: '32.09', year: 2024 },
      null,
    );

    expect(blora.data).toMatchObject({
      region: { training: { unitsReached: 0, participantsStated: 158, countedIn: ['PERSONS'] } },
    });
    expect(cirebon.data).toMatchObject({
      trainingEvents: { nodes: [{ sources: [{ accepted: true }, { accepted: true }] }] },
    });
  });

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

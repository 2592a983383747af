import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { aRecord } from '../src/events/record.fixture.js';
import type { LiveWorld } from './live-world.fixture.js';
import { ids, openLiveWorld } from './live-world.fixture.js';
import { hidden } from './small-graph.fixture.js';

let world: LiveWorld;
beforeAll(async () => {
  world = await openLiveWorld();
});
afterAll(() => world.close());
afterEach(() => hidden.clear());

const requests = () => Object.values(world.services).flatMap(({ bodies }) => bodies).length;

const suspended = (change = {}) =>
  aRecord('organizations.organization.suspended.v1', { region: '32.79.04.2006', ...change });

describe('Subscription.organizationChanged', () => {
  const query = `subscription ($region: RegionCode) {
    organizationChanged(region: $region) {
      what: type occurredAt cursor gap { reason } organization { id name trainings }
    }
  }`;

  test('tells of an organization as the services know it now', async () => {
    const client = await world.subscribe({ query });
    await world.events.say(suspended());

    const [result] = await client.untilResults(1);

    expect(result).toEqual({
      data: {
        organizationChanged: {
          what: 'organizations.organization.suspended.v1',
          occurredAt: '2026-11-20T02:00:00.000Z',
          cursor: client.lastId,
          gap: null,
          organization: {
            id: ids.organization,
            name: `Karang Taruna ${ids.organization}`,
            trainings: ['Bimtek 2014'],
          },
        },
      },
      extensions: { cursor: client.lastId },
    });
    client.close();
  });

  test('leaves out what happens elsewhere, and asks no service about it', async () => {
    const client = await world.subscribe({ query, variables: { region: '3279' } });
    const before = requests();
    await world.events.say(suspended({ region: '36.04' }), suspended({ region: '32.7' }));
    await world.events.say(suspended({ sequence: 2 }));

    await client.untilResults(1);

    expect(client.results).toHaveLength(1);
    // Whether it may be seen, the organization, its trainings: once each.
    expect(requests() - before).toBe(3);
    client.close();
  });

  test('answers once for all who ask the same with the same rights', async () => {
    const clients = await Promise.all(Array.from({ length: 20 }, () => world.subscribe({ query })));
    const before = requests();
    await world.events.say(suspended());

    const told = await Promise.all(clients.map((client) => client.untilResults(1)));

    expect(new Set(told.map((results) => JSON.stringify(results))).size).toBe(1);
    expect(requests() - before).toBe(3);
    for (const client of clients) client.close();
  });

  test('costs the fields of a service that is down, and no more', async () => {
    world.services.training.behaviour = (_request, response) => response.writeHead(503).end();
    const client = await world.subscribe({ query });
    await world.events.say(suspended());

    const [{ data, errors }] = await client.untilResults(1);
    world.services.training.behaviour = null;

    expect(data.organizationChanged.organization).toMatchObject({ id: ids.organization });
    expect(errors[0]).toMatchObject({
      path: ['organizationChanged', 'organization', 'trainings'],
      extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'training' },
    });
    client.close();
  });
});

describe('Subscription.trainingSeatsChanged', () => {
  test('tells everybody that seats changed, and of whom nothing', async () => {
    const client = await world.subscribe({
      query: `subscription ($id: ID!) {
        trainingSeatsChanged(trainingEventId: $id) { __typename trainingEvent { seatsLeft } }
      }`,
      variables: { id: ids.trainingEvent },
    });
    await world.events.say(aRecord('training.participant.approved.v1'));
    await world.events.say(aRecord('training.certificate.issued.v1'));
    await world.events.say(aRecord('training.training-event.registration-closed.v1'));

    const results = await client.untilResults(2);

    expect(results.map(({ data }) => data)).toEqual(
      Array(2).fill({
        trainingSeatsChanged: {
          __typename: 'TrainingSeatsChange',
          trainingEvent: { seatsLeft: 7 },
        },
      }),
    );
    client.close();
  });
});

describe('Subscription.rankingPublished', () => {
  test('is answered from the event alone where nothing else is asked', async () => {
    const client = await world.subscribe({
      query: 'subscription { rankingPublished { occurredAt } }',
    });
    await world.events.say(aRecord('awards.competition.winners-decided.v1'));
    await world.events.say(aRecord('awards.competition.winners-announced.v1'));

    // The small graph has no awards that could say whether a competition may be seen.
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(client.results).toEqual([]);
    client.close();
  });
});

describe('Subscription.domainEvents', () => {
  const query = `subscription ($types: [String!]) {
    domainEvents(types: $types) { type key region sequence eventId data }
  }`;

  test('tells the public what is for everybody, as its contract has it, and asks nobody', async () => {
    const client = await world.subscribe({ query });
    const before = requests();
    const record = suspended({ sequence: 3 });
    await world.events.say(
      aRecord('organizations.appointment.made.v1'),
      aRecord('welfare-cases.case.accepted.v1', { region: '32.79' }),
      aRecord('training.participant.approved.v1', { region: '32.79' }),
      record,
    );

    const [{ data }] = await client.untilResults(1);

    expect(data.domainEvents).toEqual({
      type: 'organizations.organization.suspended.v1',
      key: record.key,
      region: '32.79.04.2006',
      sequence: 3,
      eventId: record.headers['id'],
      data: JSON.parse(record.value!),
    });
    expect([client.results.length, requests() - before]).toEqual([1, 0]);
    client.close();
  });

  test('keeps the order of each key', async () => {
    const client = await world.subscribe({
      query,
      variables: { types: ['organizations.organization.suspended.v1'] },
    });
    const keys = [4, 5, 6, 7].map((digit) => `org_01jd2ah9p4e8x9y6c1v2b3n4m${digit}`);
    for (let sequence = 1; sequence <= 25; sequence += 1)
      await world.events.say(
        ...keys.map((organizationId) => suspended({ sequence, data: { organizationId } })),
      );

    const results = await client.untilResults(100);

    for (const key of keys) {
      const ofKey = results.map(({ data }) => data.domainEvents).filter((e) => e.key === key);
      expect(ofKey.map(({ sequence }) => sequence)).toEqual(
        Array.from({ length: 25 }, (_, at) => at + 1),
      );
    }
    client.close();
  });
});

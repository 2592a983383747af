import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aRecord } from '../src/events/record.fixture.js';
import type { TestLog } from './events.fixture.js';
import { openLog } from './events.fixture.js';
import { names } from './small-graph.fixture.js';
import type { World } from './world.fixture.js';
import { openWorld, until } from './world.fixture.js';

const organizationId = 'org_01jd2ah9p4e8x9y6c1v2b3n4m5';
const otherId = 'org_01jd2ah9p4e8x9y6c1v2b3n4m6';
const profile = 'query ($id: ID!) { organization(id: $id) { id name } }';
const changed = 'organizations.organization.became-dormant.v1';

let events: TestLog;
let world: World;
let sequence = 0;

beforeAll(async () => {
  events = await openLog();
  world = await openWorld({
    EVENT_LOG_URL: events.url,
    CACHE_DEAF_TTL_MS: '100',
    PLANNING_BUDGET_MS: '20000',
  });
  await world.untilReady();
  await untilHearing(1);
});

afterAll(async () => {
  await world.close();
  await events.close();
});

beforeEach(() => names.clear());

const calls = () => world.services.organizations.bodies.length;
const metrics = async () => (await world.send('/metrics')).text();
const untilHearing = (state: 0 | 1) =>
  until(async () => (await metrics()).includes(`ear_hears{service="gateway"} ${state}`));

async function nameOf(id = organizationId, token?: string): Promise<unknown> {
  const options = { variables: { id }, ...(token === undefined ? {} : { token }) };
  const { data, errors } = await world.ask(profile, options);
  expect(errors).toEqual([]);
  return data?.organization?.name;
}

/** The service changes the name, says so, and the gateway hears it. */
async function rename(id: string, name: string, type = changed): Promise<void> {
  const before = await heard();
  names.set(id, name);
  sequence += 1;
  await events.say(aRecord(changed, { sequence, data: { organizationId: id }, type }));
  await until(async () => (await heard()) > before);
}

async function heard(): Promise<number> {
  const counts = (await metrics()).matchAll(/events_heard_total\{.*\} (\d+)/g);
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

describe('an answer that everybody is told alike', () => {
  test('is kept until an event tells that it may be another one', async () => {
    await rename(organizationId, 'Mekar Jaya');
    await nameOf();
    await nameOf(otherId);
    const before = calls();

    expect(await nameOf()).toBe('Mekar Jaya');
    expect(await nameOf(otherId)).toBe(`Karang Taruna ${otherId}`);
    expect(calls()).toBe(before);

    await rename(organizationId, 'Mekar Sari');

    expect(await nameOf()).toBe('Mekar Sari');
    expect(await nameOf(otherId)).toBe(`Karang Taruna ${otherId}`);
    expect(calls()).toBe(before + 1);
  });

  test('is dropped by an event that this release does not know', async () => {
    await nameOf();

    await rename(organizationId, 'Tunas', 'organizations.organization.renamed-later.v1');

    expect(await nameOf()).toBe('Tunas');
  });

  test('is not kept when an event was heard while the service was asked', async () => {
    const { organizations } = world.services;
    const held: (() => void)[] = [];
    await rename(otherId, 'Before');
    organizations.behaviour = (_request, response) => {
      const organization = { id: otherId, name: 'Before' };
      response.setHeader('content-type', 'application/json');
      held.push(() => response.end(JSON.stringify({ data: { organization } })));
    };

    const asked = nameOf(otherId);
    await until(() => held.length === 1);
    await rename(otherId, 'After');
    organizations.behaviour = null;
    held[0]!();

    expect(await asked).toBe('Before');
    expect(await nameOf(otherId)).toBe('After');
  });

  test('is not for those who are signed in: they see at once what they did', async () => {
    const token = await world.issuer.token({ role: 'KT_OFFICER' });
    await nameOf();
    names.set(organizationId, 'Just written');

    expect(await nameOf(organizationId, token)).toBe('Just written');
  });

  test('is not for those who say that they want none that was kept', async () => {
    await nameOf();
    names.set(organizationId, 'Just written');
    const variables = { id: organizationId };

    const fresh = await world.ask(profile, { variables, headers: { 'cache-control': 'no-cache' } });

    expect(fresh.data?.organization?.name).toBe('Just written');
  });

  test('counts for a moment only while events may be missed, and is dropped afterwards', async () => {
    await nameOf();
    await events.shut();
    await untilHearing(0);
    names.set(organizationId, 'Changed in silence');

    await until(async () => (await nameOf()) === 'Changed in silence');
    names.set(organizationId, 'Changed once more');
    await events.open();
    await untilHearing(1);

    expect(await nameOf()).toBe('Changed once more');
  });
});

test('of an answer that is asked anew, the entities that are kept are not', async () => {
  const { training } = world.services;
  const query = '{ organizations { id parent { id } trainings } }';
  const ask = async () => {
    const { data, errors } = await world.ask(query);
    expect(errors).toEqual([]);
    expect(data?.organizations?.map(({ trainings }) => trainings)).toEqual([
      ['Bimtek 2014'],
      ['Bimtek 2014'],
    ]);
  };
  await ask();
  const before = { organizations: calls(), training: training.bodies.length };

  await ask();

  expect(calls()).toBe(before.organizations + 1);
  expect(training.bodies.length).toBe(before.training);

  const told = await heard();
  await events.say(aRecord('training.training-event.started.v1'));
  await until(async () => (await heard()) > told);
  await ask();

  expect(training.bodies.length).toBe(before.training + 1);
});

describe('what is asked anew each time', () => {
  test('an operation with a field that nothing tells of', async () => {
    const before = calls();
    const more = 'query ($id: ID!) { organization(id: $id) { id name parent { id } } }';
    for (const _time of [1, 2]) await world.ask(more, { variables: { id: organizationId } });

    expect(calls()).toBe(before + 2);
  });

  test('an answer with an error', async () => {
    const id = 'org_01jd2ah9p4e8x9y6c1v2b3n4m7';
    const { organizations } = world.services;
    organizations.behaviour = (_request, response) => {
      response.setHeader('content-type', 'application/json');
      const error = { message: 'no', path: ['organization'] };
      response.end(JSON.stringify({ data: { organization: null }, errors: [error] }));
    };

    const { errors } = await world.ask(profile, { variables: { id } });
    organizations.behaviour = null;

    expect(errors).toHaveLength(1);
    expect(await nameOf(id)).toBe(`Karang Taruna ${id}`);
  });
});

test('figures tell how often an answer was found', async () => {
  for (const _time of [1, 2]) await nameOf();

  const found = /cache_total\{cache="answer",outcome="hit",service="gateway"\} [1-9]/;
  expect(await metrics()).toMatch(found);
});

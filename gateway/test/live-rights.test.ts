import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { aRecord } from '../src/events/record.fixture.js';
import type { LiveWorld } from './live-world.fixture.js';
import { ids, openLiveWorld } from './live-world.fixture.js';
import { hidden } from './small-graph.fixture.js';
import { until } from './world.fixture.js';

let world: LiveWorld;
beforeAll(async () => {
  world = await openLiveWorld();
});
afterAll(() => world.close());
afterEach(() => hidden.clear());

const caseChanged = 'subscription { caseChanged { type case { id title } } }';
const justTheCase = 'subscription { caseChanged { case { id } } }';
const inbox = 'subscription { referralInboxChanged { type referral { id status } } }';

const accepted = (region: string, caseId = ids.case) =>
  aRecord('welfare-cases.case.accepted.v1', { region, data: { caseId } });
const anotherCase = 'case_01jd2ah9p4e8x9y6c1v2b3n4m6';

const requests = () => world.services['welfare-cases'].bodies.length;

/** Waits until an event that this client may hear has come, and with it all before. */
async function heardBy(query: string, token: string, records: ReturnType<typeof accepted>[]) {
  const client = await world.subscribe({ query, token });
  await world.events.say(...records);
  await world.events.say(accepted('32.79.04.2006', anotherCase));
  await until(() => JSON.stringify(client.results).includes(anotherCase));
  client.close();
  return client.results.map(({ data }) => data.caseChanged.case.id);
}

describe('rights at the beginning', () => {
  test.each([
    ['the public', null, 401, 'UNAUTHENTICATED'],
    ['a role that sees no cases', 'TRAINER', 403, 'FORBIDDEN'],
  ])('%s is not let in to cases', async (_name, role, status, code) => {
    const token = role === null ? {} : { token: await world.issuer.token({ role }) };
    const { response } = await world.subscribe({ query: caseChanged, ...token });
    const { errors } = (await response.json()) as any;
    expect([response.status, errors[0].extensions]).toMatchObject([
      status,
      { code, coordinate: 'Subscription.caseChanged' },
    ]);
  });

  test('a field that the role may not ask is refused below the event as well', async () => {
    const { response } = await world.subscribe({
      query: 'subscription { caseChanged { case { ... on WelfareCase { nik } } } }',
      token: await world.issuer.token(),
    });
    expect([response.status, ((await response.json()) as any).errors[0].extensions]).toMatchObject([
      403,
      { code: 'FORBIDDEN', coordinate: 'WelfareCase.nik' },
    ]);
  });

  test.each([
    ['a forged token', 'x.y.z'],
    ['a token that is over', null],
  ])('%s is refused', async (_name, given) => {
    const expired = () => world.issuer.token({ exp: Math.floor(Date.now() / 1_000) - 60 });
    const { response } = await world.subscribe({
      query: caseChanged,
      token: given ?? (await expired()),
    });
    expect(response.status).toBe(401);
  });
});

describe('rights at each event', () => {
  test('what happens outside the region of the caller is not told, and no service hears of it', async () => {
    const before = requests();
    const token = await world.issuer.token({ region: '32.79' });
    const told = await heardBy(caseChanged, token, [accepted('32.78.01'), accepted('36')]);
    expect(told).toEqual([anotherCase]);
    // The one that was told: may it be seen, and what is it.
    expect(requests() - before).toBe(2);
  });

  test('a case that the caller cannot see is not told of, not even that it is there', async () => {
    hidden.add(ids.case);
    const told = await heardBy(justTheCase, await world.issuer.token(), [accepted('32.79')]);
    expect(told).toEqual([anotherCase]);
  });

  test('an appointment that was withdrawn ends what is told with the next event', async () => {
    const client = await world.subscribe({
      query: caseChanged,
      token: await world.issuer.token({ sub: 'a-withdrawn-one' }),
    });
    await world.events.say(accepted('32.79'));
    await client.untilResults(1);
    const other = await world.subscribe({ query: caseChanged, token: await world.issuer.token() });

    hidden.add('a-withdrawn-one');
    await world.events.say(accepted('32.79'));
    await other.untilResults(1);
    await new Promise((resolve) => setTimeout(resolve, 200));

    expect([client.results.length, client.closed]).toEqual([1, false]);
    client.close();
    other.close();
  });

  test('each caller is answered with the rights of their own', async () => {
    const roles = ['DINSOS_REGENCY_STAFF', 'SOCIAL_WORKER'];
    const clients = await Promise.all(
      roles.map(async (role) =>
        world.subscribe({ query: caseChanged, token: await world.issuer.token({ role }) }),
      ),
    );
    await world.events.say(accepted('32.79'));

    const told = await Promise.all(clients.map((client) => client.untilResults(1)));

    expect(told.map(([{ data }]) => data.caseChanged.case.title)).toEqual(
      roles.map((role) => `${ids.case} for ${role}`),
    );
    for (const client of clients) client.close();
  });

  test('a referral is told to the organization that it was sent to, and to nobody else', async () => {
    const sent = () => aRecord('welfare-cases.referral.sent.v1', { region: '36.04' });
    const officer = (organization: string) =>
      world.issuer.token({ role: 'KT_OFFICER', region: '32.79.04.2006', organization });
    expect(decodeId('org', ids.organization)).not.toBeNull();
    const [receiver, other] = await Promise.all(
      [ids.organization, 'org_01jd2ah9p4e8x9y6c1v2b3n4m6'].map(async (organization) =>
        world.subscribe({ query: inbox, token: await officer(organization) }),
      ),
    );
    await world.events.say(sent());

    const [result] = await receiver!.untilResults(1);

    expect(result.data.referralInboxChanged).toEqual({
      type: 'welfare-cases.referral.sent.v1',
      referral: { id: 'ref_01jd2ah9p4e8x9y6c1v2b3n4m5', status: 'SENT' },
    });
    expect(other!.results).toEqual([]);
    receiver!.close();
    other!.close();
  });

  test('while a service cannot say whether it may be seen, an event waits, and is not lost', async () => {
    const token = await world.issuer.token({ sub: 'one-who-waits' });
    const client = await world.subscribe({ query: caseChanged, token });
    world.services['welfare-cases'].behaviour = (_request, response) =>
      response.writeHead(503).end();
    await world.events.say(accepted('32.79'));
    await until(() => world.logged.some((line) => line.includes('did not answer')));
    expect(client.results).toEqual([]);

    world.services['welfare-cases'].behaviour = null;

    const [{ data }] = await client.untilResults(1);
    expect(data.caseChanged.case.id).toBe(ids.case);
    client.close();
  });

  test('a subscription ends with its token, and says so', async () => {
    const exp = Math.floor(Date.now() / 1_000) + 2;
    const client = await world.subscribe({
      query: caseChanged,
      token: await world.issuer.token({ exp }),
    });
    await client.untilClosed();

    expect(client.sent.map(({ event }) => event)).toEqual(['next', 'complete']);
    expect(client.results[0].errors[0].extensions).toMatchObject({
      code: 'UNAUTHENTICATED',
      reason: 'expired',
    });
    expect(Date.now()).toBeGreaterThanOrEqual(exp * 1_000 - 50);
  });
});

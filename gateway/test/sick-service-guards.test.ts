import { afterEach, describe, expect, test } from '@jest/globals';
import type { Behaviour, FakeSubgraph } from './subgraph.fixture.js';
import { startSubgraph } from './subgraph.fixture.js';
import type { Reply, World } from './world.fixture.js';
import { openWorld, until } from './world.fixture.js';

const query = '{ openCases }';
/** The same in another document: equal questions at one time would share one call. */
const unlike = (place: number) => `query Unlike${place} { openCases }`;
/** Asks each once, so that later none of them waits for its plan. */
async function know(count: number): Promise<void> {
  for (let place = 1; place <= count; place += 1) await world.ask(unlike(place));
}
const mutation = 'mutation { rename(id: 1, name: "x") { id } }';
// The calls themselves are watched here, so health checks keep away.
const neverLooks = { HEALTH_CHECK_MS: '600000' };

let world: World;
let second: FakeSubgraph | null = null;
afterEach(async () => {
  await world.close();
  await second?.stop();
  second = null;
});

const reasonOf = ({ errors }: Reply): unknown => errors[0]?.extensions['reason'];
const hang: Behaviour = () => undefined;
const drop: Behaviour = (request) => void request.socket.destroy();
const answer =
  (status: number, body: unknown, headers: Record<string, string> = {}): Behaviour =>
  (_request, response) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body));

async function askTimes(times: number, document = query): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (let turn = 0; turn < times; turn += 1) replies.push(await world.ask(document));
  return replies;
}

const cases = () => world.services['welfare-cases'];

describe('the circuit of an address', () => {
  test('opens when calls keep failing, spares the service, and closes when one call finds it well', async () => {
    world = await openWorld({
      SUBGRAPH_BREAK_AFTER: '4',
      SUBGRAPH_BREAK_MS: '5000',
      ...neverLooks,
    });
    cases().behaviour = drop;
    await until(async () => reasonOf(await world.ask(query)) === 'circuit-open');
    const asked = cases().bodies.length;

    const refused = await world.ask('{ openCases trainings }');
    expect(refused.data).toEqual({ openCases: null, trainings: ['Bimtek 2014'] });
    expect(refused.errors).toMatchObject([
      {
        path: ['openCases'],
        extensions: {
          code: 'SUBGRAPH_UNAVAILABLE',
          service: 'welfare-cases',
          reason: 'circuit-open',
        },
      },
    ]);
    expect(cases().bodies).toHaveLength(asked);
    expect(await metric('jejaring_gateway_circuits_open', 'welfare-cases')).toBe(1);

    cases().behaviour = null;
    await until(async () => (await world.ask(query)).data?.openCases === 7);
    expect(await metric('jejaring_gateway_circuits_open', 'welfare-cases')).toBe(0);
  });

  test('lets one call try while all others are refused at once', async () => {
    world = await openWorld({
      SUBGRAPH_BREAK_AFTER: '2',
      SUBGRAPH_BREAK_MS: '50',
      SUBGRAPH_BUDGET_MS: '1000',
      ...neverLooks,
    });
    await know(5);
    cases().behaviour = drop;
    await until(async () => reasonOf(await world.ask(query)) === 'circuit-open');
    cases().behaviour = hang;
    const asked = cases().bodies.length;
    await new Promise((resolve) => setTimeout(resolve, 100));

    const replies = await Promise.all([1, 2, 3, 4, 5].map((place) => world.ask(unlike(place))));

    expect(replies.map(reasonOf).sort()).toEqual([
      ...Array.from({ length: 4 }, () => 'circuit-open'),
      'timeout',
    ]);
    expect(cases().bodies).toHaveLength(asked + 1);
  });

  test('is not opened by calls that the service held while it was sick', async () => {
    world = await openWorld({
      SUBGRAPH_BREAK_AFTER: '2',
      SUBGRAPH_BUDGET_MS: '1000',
      ...neverLooks,
    });
    await know(6);
    cases().behaviour = hang;
    const before = cases().bodies.length;
    const held = [1, 2, 3, 4, 5, 6].map((place) => world.ask(unlike(place)));
    await until(() => cases().bodies.length === before + 6);
    cases().behaviour = null;
    expect((await world.ask(query)).data?.openCases).toBe(7);

    expect((await Promise.all(held)).map(reasonOf)).toEqual(held.map(() => 'timeout'));
    expect((await world.ask(query)).data?.openCases).toBe(7);
  });

  test('stays closed whatever the service refuses in words, or fails at inside', async () => {
    world = await openWorld({ SUBGRAPH_BREAK_AFTER: '2', ...neverLooks });
    const said = (code: string) => ({
      data: null,
      errors: [{ message: 'no', path: ['openCases'], extensions: { code } }],
    });
    for (const [status, code] of [
      [200, 'BAD_USER_INPUT'],
      [200, 'FORBIDDEN'],
      [500, 'INTERNAL_SERVER_ERROR'],
    ] as const) {
      cases().behaviour = answer(status, said(code));
      await askTimes(6);
    }

    cases().behaviour = null;
    expect((await world.ask(query)).data?.openCases).toBe(7);
  });
});

describe('a gateway that had no turn', () => {
  test('reads the answers that came meanwhile, and blames no service for it', async () => {
    world = await openWorld({
      SUBGRAPH_BUDGET_MS: '1500',
      SUBGRAPH_BREAK_AFTER: '1',
      ...neverLooks,
    });
    await until(async () => (await world.ask(query)).data?.openCases === 7);
    cases().behaviour = (request, response) => {
      answer(200, { data: { openCases: 7 } })(request, response);
      // Both are this process: it stands still after the answer has left.
      for (const end = performance.now() + 2_500; performance.now() < end;);
    };

    const { data, errors } = await world.ask(query);
    expect({ data, errors }).toEqual({ data: { openCases: 7 }, errors: [] });

    cases().behaviour = () => {
      for (const end = performance.now() + 2_500; performance.now() < end;);
    };
    expect(reasonOf(await world.ask(query))).toBe('timeout');
    cases().behaviour = null;
    expect((await world.ask(query)).data?.openCases).toBe(7);
  });
});

describe('the room for calls of one service', () => {
  const small = { SUBGRAPH_CONNECTIONS: '2', SUBGRAPH_WAITING: '1', ...neverLooks };

  test('is bounded: who finds it full is refused at once, and other services do not notice', async () => {
    world = await openWorld({ ...small, SUBGRAPH_BUDGET_MS: '1500' });
    await know(3);
    cases().behaviour = hang;
    const before = cases().bodies.length;
    const held = [1, 2, 3].map((place) => world.ask(unlike(place)));
    await until(() => cases().bodies.length === before + 2);

    const reply = await world.ask('{ openCases trainings }');
    expect(reasonOf(reply)).toBe('busy');
    expect(reply.data?.trainings).toEqual(['Bimtek 2014']);
    // The one in line gives up when those that it waits for do, or has its turn a moment before.
    const reasons = (await Promise.all(held)).map(reasonOf);
    expect(reasons.filter((reason) => reason === 'timeout').length).toBeGreaterThanOrEqual(2);
    expect(cases().bodies.length).toBeLessThanOrEqual(before + 3);
  });

  test('goes to the next in line when a call ends', async () => {
    world = await openWorld(small);
    const held: (() => void)[] = [];
    cases().behaviour = (_request, response) =>
      void held.push(() => answer(200, { data: { openCases: 7 } })(_request, response));
    const asked = [1, 2, 3].map((place) => world.ask(unlike(place)));
    await until(() => held.length === 2);
    held[0]!();
    await until(() => held.length === 3);
    for (const release of held.slice(1)) release();

    for (const { data } of await Promise.all(asked)) expect(data?.openCases).toBe(7);
  });
});

describe('asking a second time', () => {
  async function openTwo(environment: Record<string, string> = {}): Promise<FakeSubgraph[]> {
    const home = await openWorld(neverLooks);
    const { services, gatewayPublicKey, privateKeyFile } = home;
    second = await startSubgraph('organizations', gatewayPublicKey);
    world = await openWorld({
      SERVICE_URLS: [
        `organizations=${services.organizations.url}|${second.url}`,
        `welfare-cases=${services['welfare-cases'].url}`,
        `training=${services.training.url}`,
      ].join(),
      GATEWAY_PRIVATE_KEY_FILE: privateKeyFile,
      ...neverLooks,
      ...environment,
    });
    const { close } = world;
    world = {
      ...world,
      close: async () => {
        await close();
        await home.close();
      },
    };
    return [services.organizations, second];
  }

  test('happens elsewhere when an address has no room, and that address is left alone as long as it asked', async () => {
    const [one, two] = await openTwo();
    one!.behaviour = answer(503, {}, { 'retry-after': '5' });

    const replies = await askTimes(6, '{ organizations { id } }');

    expect(replies.flatMap(({ errors }) => errors)).toEqual([]);
    expect(one!.bodies).toHaveLength(1);
    expect(two!.bodies).toHaveLength(6);
  });

  test('never happens with a mutation that may have arrived, nor after a timeout', async () => {
    const [one, two] = await openTwo({ SUBGRAPH_BUDGET_MS: '300' });
    one!.behaviour = answer(503, {});
    two!.behaviour = answer(503, {});
    expect(reasonOf(await world.ask(mutation))).toBe('status');
    expect(one!.bodies.length + two!.bodies.length).toBe(1);

    one!.behaviour = hang;
    two!.behaviour = hang;
    expect(reasonOf(await world.ask('{ organizations { id } }'))).toBe('timeout');
    expect(one!.bodies.length + two!.bodies.length).toBe(2);
  });

  test('is no more than a share of the calls', async () => {
    world = await openWorld({
      SUBGRAPH_BREAK_AFTER: '1000',
      SUBGRAPH_REPEAT_PERCENT: '10',
      ...neverLooks,
    });
    cases().behaviour = drop;

    await askTimes(50);

    // Fifty calls, the reserve of ten, and one in ten.
    expect(cases().bodies.length).toBeGreaterThan(55);
    expect(cases().bodies.length).toBeLessThanOrEqual(65);
    expect(await metric('jejaring_gateway_subgraph_repeats_total', 'welfare-cases')).toBe(
      cases().bodies.length - 50,
    );
  });

  test('leaves a lone service alone for as long as it asked', async () => {
    world = await openWorld(neverLooks);
    cases().behaviour = answer(503, {}, { 'retry-after': '5' });

    expect((await askTimes(4)).map(reasonOf)).toEqual(['status', 'busy', 'busy', 'busy']);
    expect(cases().bodies).toHaveLength(1);
  });
});

describe('an answer of two hundred megabytes', () => {
  const whole = 200 * 1024 * 1024;
  let sent = 0;

  const pour =
    (headers: Record<string, string>): Behaviour =>
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', ...headers });
      const piece = Buffer.alloc(256 * 1024, 0x20);
      const more = (): void => {
        let room = true;
        while (room && sent < whole && !response.destroyed) {
          sent += piece.length;
          room = response.write(piece);
        }
        if (!response.destroyed && sent < whole) response.once('drain', more);
      };
      more();
    };

  test.each([
    ['of unknown length', {}],
    ['announced', { 'content-length': String(whole) }],
  ])('is not read beyond the limit: %s', async (_name, headers) => {
    world = await openWorld(neverLooks);
    sent = 0;
    cases().behaviour = pour(headers as Record<string, string>);

    const reply = await world.ask('{ openCases trainings }');

    expect(reasonOf(reply)).toBe('too-large');
    expect(reply.data).toEqual({ openCases: null, trainings: ['Bimtek 2014'] });
    // What lies in buffers between the two is not read either.
    expect(sent).toBeLessThan(40 * 1024 * 1024);
  });
});

async function metric(name: string, service: string): Promise<number> {
  const text = await (await world.send('/metrics')).text();
  const samples = text.split('\n').filter((line) => line.startsWith(`${name}{`));
  const own = samples.filter((line) => line.includes(`subgraph="${service}"`));
  return Number(
    own
      .find((line) => !line.includes('no-budget'))
      ?.split(' ')
      .at(-1),
  );
}

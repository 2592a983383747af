import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Behaviour } from './subgraph.fixture.js';
import type { Reply, World } from './world.fixture.js';
import { openWorld, until } from './world.fixture.js';

const wholeQuery = '{ organizations { id name cases { title } trainings } openCases }';

const intact = { id: '1', name: 'Karang Taruna 1', trainings: ['Bimtek 2014'] };

let world: World;
// Each failure is judged by itself here: the circuit that many of them open has its own tests.
const eachByItself = { SUBGRAPH_BREAK_AFTER: '1000' };
beforeAll(async () => {
  const budgets = { SUBGRAPH_BUDGET_MS: '2000', REQUEST_BUDGET_MS: '2500' };
  world = await openWorld({ ...budgets, ...eachByItself });
});
afterAll(() => world.close());
afterEach(() => {
  for (const service of Object.values(world.services)) service.behaviour = null;
});

async function askWhile(behaviour: Behaviour): Promise<Reply & { ms: number }> {
  world.services['welfare-cases'].behaviour = behaviour;
  const started = performance.now();
  const reply = await world.ask(wholeQuery);
  return { ...reply, ms: performance.now() - started };
}

/** The other services' fields are there, the one's are null, and each hole has a typed error. */
function expectHoles({ status, data, errors }: Reply, reason: string): void {
  expect(status).toBe(200);
  expect(data?.openCases).toBeNull();
  expect(data?.organizations?.[0]).toEqual({ ...intact, cases: null });
  const code = 'SUBGRAPH_UNAVAILABLE';
  const extensions = { code, service: 'welfare-cases', reason, requestId: expect.any(String) };
  const message = 'The service welfare-cases did not answer; its part of the answer is missing.';
  expect(errors).toHaveLength(2);
  expect(errors).toEqual(
    expect.arrayContaining([
      { message, path: ['openCases'], extensions },
      { message, path: ['organizations', 0, 'cases'], extensions: { ...extensions, entities: 2 } },
    ]),
  );
}

const lies: [string, string, Behaviour][] = [
  [
    'a web page',
    'not-json',
    (_q, r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<h1>CANARY</h1>'),
  ],
  ['JSON cut short', 'not-json', (_q, r) => json(r).end('{"data":{"openCases":7,"CANARY":[')],
  [
    'an error 500 with its stack',
    'status',
    (_q, r) => json(r, 500).end('{"errors":[{"message":"CANARY at /srv"}]}'),
  ],
  ['a list', 'malformed', (_q, r) => json(r).end('["CANARY"]')],
  ['nothing at all', 'malformed', (_q, r) => json(r).end('{}')],
  ['data that is a text', 'malformed', (_q, r) => json(r).end('{"data":"CANARY"}')],
  [
    'keys that reach for prototypes',
    'malformed',
    (_q, r) => json(r).end('{"data":{"__proto__":{"CANARY":1}}}'),
  ],
  [
    'a refusal of the gateway itself',
    'refused',
    (_q, r) => json(r, 401).end('{"errors":[{"message":"CANARY"}]}'),
  ],
  ['thirty megabytes', 'too-large', (_q, r) => sendForEver(r)],
  ['a closed connection', 'connection', (q) => q.socket.destroy()],
  [
    'half an answer, then a closed connection',
    'connection',
    (q, r) => {
      json(r).write('{"data":{"CANARY":');
      setTimeout(() => q.socket.destroy(), 20);
    },
  ],
];

function json(response: Parameters<Behaviour>[1], status = 200) {
  return response.writeHead(status, { 'content-type': 'application/json' });
}

function sendForEver(response: Parameters<Behaviour>[1]): void {
  json(response);
  const piece = `"${'CANARY'.repeat(10_000)}",`;
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once('drain', more);
  };
  response.write('{"data":[');
  more();
}

describe('one service that fails', () => {
  test.each(lies)(
    'costs its own fields only when it answers with %s',
    async (_name, reason, behaviour) => {
      const reply = await askWhile(behaviour);

      expectHoles(reply, reason);
      expect(reply.text).not.toMatch(/CANARY|127\.0\.0\.1|stack/);
      expect(world.logged.join('')).not.toContain('CANARY');
    },
  );

  test('costs its own fields only, inside the deadline, when it hangs', async () => {
    const reply = await askWhile(() => undefined);

    expectHoles(reply, 'timeout');
    expect(reply.ms).toBeLessThan(2_500);
  });

  test('costs its own fields only, inside the deadline, when it drips', async () => {
    const reply = await askWhile((_request, response) => {
      json(response).write('{"data":');
      const drip = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(drip));
    });

    expectHoles(reply, 'timeout');
    expect(reply.ms).toBeLessThan(2_500);
  });

  test('is told how long its caller will wait', () => {
    const [left] = world.services['welfare-cases'].requests
      .map((r) => Number(r['x-deadline-ms']))
      .slice(-1);
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(2_000);
  });

  test('is not waited for beyond the budget of the whole request', async () => {
    const slow: Behaviour = (_request, response) => {
      setTimeout(
        () =>
          json(response).end(
            '{"data":{"organizations":[{"__typename":"Organization","id":"1","name":"x"}]}}',
          ),
        1_500,
      );
    };
    world.services.organizations.behaviour = slow;
    const { ms, data } = await askWhile(() => undefined);
    expect(data?.organizations?.[0]?.trainings).toEqual(['Bimtek 2014']);
    expect(ms).toBeLessThan(3_300);
  });
});

describe('a service that is gone', () => {
  test('costs its own fields only, leaves the gateway ready, and is asked again when it is back', async () => {
    await world.untilReady();
    const gone = world.services['welfare-cases'];
    await gone.stop();

    expectHoles(await world.ask(wholeQuery), 'connection');
    await until(
      async () => ((await (await world.send('/readyz')).json()) as { degraded: boolean }).degraded,
    );
    const readiness = await world.send('/readyz');
    expect(readiness.status).toBe(200);
    expect(await readiness.json()).toMatchObject({
      services: { 'welfare-cases': { ready: false } },
    });
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Interruption, ListenOptions } from '@jejaring/client/listen';
import { listen } from '@jejaring/client/listen';
import { domainEvents } from '@jejaring/client/operations';
import { aRecord } from '../../gateway/src/events/record.fixture.js';
import type { LiveWorld } from '../../gateway/test/live-world.fixture.js';
import { openLiveWorld } from '../../gateway/test/live-world.fixture.js';
import { openWorld, until } from '../../gateway/test/world.fixture.js';
import { decodeCursor, encodeCursor } from '../../gateway/src/live/cursor.rules.js';

const type = 'organizations.organization.suspended.v1';

let world: LiveWorld;
beforeAll(async () => {
  world = await openLiveWorld();
});
afterAll(() => world.close());

const url = () => `${world.url}/graphql/stream`;
const hear = (options: ListenOptions = {}) =>
  listen(url(), domainEvents, { types: [type] }, options);

let said = 0;
async function sayOne(): Promise<void> {
  said += 1;
  await world.events.say(aRecord(type, { sequence: said }));
}

/** Speaks until somebody hears it, for nobody tells when a stream has begun to listen. */
async function hearFirst() {
  const stream = hear();
  let heard = false;
  const speak = async (): Promise<void> => {
    for (; !heard; await pause(100)) await sayOne();
  };
  const speaking = speak();
  const { value } = await stream.next();
  heard = true;
  // What was being said is in the log before anything more is.
  await speaking;
  await stream.return();
  return value!;
}

describe('listen', () => {
  test('goes on after the cursor: nothing is missed, nothing told twice', async () => {
    const first = await hearFirst();
    const last = first.data!.domainEvents.sequence!;
    await sayOne();
    await sayOne();

    const sequences: unknown[] = [];
    for await (const { data, problems } of hear({ after: first.cursor! })) {
      expect(problems).toEqual([]);
      sequences.push(data!.domainEvents.sequence);
      if (sequences.at(-1) === said) break;
    }

    expect(sequences).toEqual(Array.from({ length: said - last }, (_, at) => last + 1 + at));
  });

  test('tells what is refused at the beginning as problems, and ends', async () => {
    const told = [];
    for await (const each of hear({ token: 'nobody gave it' })) told.push(each);

    expect(told).toMatchObject([{ data: null, problems: [{ code: 'UNAUTHENTICATED' }] }]);
  });

  test('tells what is missing, and goes on', async () => {
    const first = await hearFirst();
    const after = encodeCursor(
      new Map(
        [...decodeCursor(first.cursor!)!].map(([topic, { offsets }]) => [
          topic,
          { epoch: 1, offsets: offsets.map(() => 1_000_000) },
        ]),
      ),
    );

    const stream = hear({ after });
    const { value: missing } = await stream.next();
    await sayOne();
    const { value: next } = await stream.next();
    await stream.return();

    expect(missing).toMatchObject({ gap: { reason: 'CURSOR_FOREIGN', from: after } });
    expect(next).toMatchObject({ gap: null, data: { domainEvents: { sequence: said } } });
  });
});

describe('listen, when it is cut off', () => {
  test('comes back by itself to another gateway, and misses nothing of what was said meanwhile', async () => {
    const first = await hearFirst();
    let gateway = await openWorld({ EVENT_LOG_URL: world.events.url });
    await gateway.untilReady();
    const interruptions: Interruption[] = [];
    const stream = listen(
      'http://gateway/graphql/stream',
      domainEvents,
      { types: [type] },
      {
        after: first.cursor!,
        fetch: (_url, init) => fetch(`${gateway.url}/graphql/stream`, init),
        onInterruption: (interruption) => interruptions.push(interruption),
        longestWaitMs: 200,
      },
    );
    const heard: unknown[] = [];
    const hearOne = async () =>
      heard.push((await stream.next()).value!.data!.domainEvents.sequence);
    const begin = said;
    await sayOne();
    await hearOne();

    await gateway.close();
    await sayOne();
    const next = hearOne();
    await until(() => interruptions.length > 0);
    gateway = await openWorld({ EVENT_LOG_URL: world.events.url });
    await sayOne();
    await next;
    await hearOne();

    expect(heard).toEqual([begin + 1, begin + 2, begin + 3]);
    await stream.return();
    await gateway.close();
  });

  test('comes back after an answer that something else gave, and says so', async () => {
    const first = await hearFirst();
    await sayOne();
    let times = 0;
    const proxied: typeof fetch = async (input, init) => {
      times += 1;
      return times === 1
        ? new Response('<html>Bad gateway</html>', { status: 502 })
        : fetch(input, init);
    };
    const interruptions: Interruption[] = [];
    const onInterruption = (interruption: Interruption) => interruptions.push(interruption);

    const stream = hear({ after: first.cursor!, fetch: proxied, onInterruption, longestWaitMs: 1 });
    const { value } = await stream.next();
    await stream.return();

    expect(value!.problems).toEqual([]);
    expect(interruptions).toMatchObject([{ tries: 1, problems: [{ code: 'NOT_GRAPHQL' }] }]);
  });

  test('ends while it waits, when the signal says so', async () => {
    const away: typeof fetch = () => Promise.reject(new TypeError('fetch failed'));
    const control = new AbortController();
    const onInterruption = () => setTimeout(() => control.abort(), 5);

    const { done } = await hear({ fetch: away, signal: control.signal, onInterruption }).next();

    expect(done).toBe(true);
  });

  test('ends while it listens, when the signal says so', async () => {
    const control = new AbortController();
    const stream = hear({ signal: control.signal });
    const next = stream.next();
    await pause(200);
    control.abort();

    expect((await next).done).toBe(true);
  });
});

describe('listen, when its token expires', () => {
  const shortLived = () => world.issuer.token({ exp: Math.floor(Date.now() / 1_000) + 3 });

  test('goes on with a new one from where it was', async () => {
    const first = await hearFirst();
    const tokens: string[] = [];
    const token = async () => {
      tokens.push(tokens.length === 0 ? await shortLived() : await world.issuer.token());
      return tokens.at(-1)!;
    };
    const interruptions: Interruption[] = [];
    const onInterruption = (interruption: Interruption) => interruptions.push(interruption);
    const stream = hear({ after: first.cursor!, token, onInterruption });
    const next = stream.next();
    await until(() => interruptions.length > 0);
    await sayOne();

    expect((await next).value).toMatchObject({ problems: [], data: { domainEvents: {} } });
    expect(interruptions[0]!.problems).toMatchObject([{ code: 'UNAUTHENTICATED' }]);
    await stream.return();
  });

  test('ends with the reason when there is no other', async () => {
    const token = await shortLived();
    const told = [];
    for await (const each of hear({ token })) told.push(each);

    expect(told.at(-1)).toMatchObject({
      data: null,
      problems: [{ code: 'UNAUTHENTICATED', extensions: { reason: 'expired' } }],
    });
  });
});

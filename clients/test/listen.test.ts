import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ListenOptions } from '@jejaring/client/listen';
import { listen } from '@jejaring/client/listen';
import { domainEvents } from '@jejaring/client/operations';
import { aRecord } from '../../gateway/src/events/record.fixture.js';
import type { LiveWorld } from '../../gateway/test/live-world.fixture.js';
import { openLiveWorld } from '../../gateway/test/live-world.fixture.js';

const type = 'organizations.organization.suspended.v1';

let world: LiveWorld;
beforeAll(async () => {
  world = await openLiveWorld();
});
afterAll(() => world.close());

const hear = (options: ListenOptions = {}) =>
  listen(`${world.url}/graphql/stream`, domainEvents, { types: [type] }, options);

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

  test('says when something else answered than the graph', async () => {
    const proxy = async () => new Response('<html>Bad gateway</html>', { status: 502 });

    const { value } = await hear({ fetch: proxy }).next();

    expect(value).toMatchObject({ problems: [{ code: 'NOT_GRAPHQL' }] });
  });
});

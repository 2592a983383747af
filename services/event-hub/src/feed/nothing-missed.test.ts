import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readMeta } from '@jejaring/chassis/events/cloud-event';
import { toRecord } from '@jejaring/chassis/testing/graph-client';
import { isPassingFault } from '@jejaring/chassis/work/passing-fault';
import * as fc from 'fast-check';
import type { Doors, TestHub } from '../door/doors.fixture.js';
import { granted, startTestHub } from '../door/doors.fixture.js';
import { keepEvents } from '../intake/keep-events.js';

let hub: TestHub;
let second: Doors;
beforeAll(async () => {
  hub = await startTestHub();
  second = await hub.another();
});
afterAll(async () => {
  await second?.stop();
  await hub?.stop();
});

interface Batch {
  regions: readonly string[];
  /** How long its transaction stays open after its positions were given out. */
  heldMs: number;
  undone: boolean;
}

let key = 0;

/** One intake at work: batches one after the other, some of which come to nothing. */
async function write(batches: readonly Batch[]): Promise<void> {
  for (const { regions, heldMs, undone } of batches) {
    const events = regions.map((region) => {
      const record = toRecord(granted, `missed-${++key}`, granted.sample, 1);
      const meta = readMeta({ ...record, headers: { ...record.headers, ce_region: region } })!;
      return { meta, data: record.value };
    });
    await hub.service
      .asSystem(async (work) => {
        await keepEvents(work, granted.topic, events);
        await work.sql('select pg_sleep($1)', [heldMs / 1_000]);
        if (undone) throw new Error('undone');
      })
      .catch((error: unknown) => {
        // Undone on purpose, or its session was ended below: it comes again, as from a broker.
        if (undone) return;
        if (!isPassingFault(error)) throw error;
        return write([{ regions, heldMs: 0, undone: false }]);
      });
    hub.bell.ring();
  }
}

interface Follower {
  region: string;
  limit: number;
  goesOn: 'from the last id' | 'by the link';
}

/** Follows by one door and the other in turn until it has seen the last event; answers every id it got. */
async function follow(
  { region, limit, goesOn }: Follower,
  isOver: (ids: readonly string[]) => boolean,
): Promise<string[]> {
  const authorization = `Bearer ${await hub.tokens.token({ region, role: 'DINSOS_PROVINCE_STAFF' })}`;
  const ids: string[] = [];
  const giveUpAt = Date.now() + 60_000;
  let path = `/events?limit=${limit}&timeout=200`;
  for (let turn = 0; !isOver(ids); turn += 1) {
    if (Date.now() > giveUpAt) throw new Error('The last event did not come within a minute.');
    const door = turn % 2 === 0 ? hub.url : second.url;
    const response = await fetch(door + path, { headers: { authorization } });
    // Its session was ended below: it asks again from where it was.
    if (response.status === 503) {
      await response.body?.cancel();
      await pause(20);
      continue;
    }
    expect(response.status).toBe(200);
    const page = (await response.json()) as { id: string }[];
    ids.push(...page.map(({ id }) => id));
    if (goesOn === 'by the link') path = /<(.+)>/.exec(response.headers.get('link')!)![1]!;
    else if (page.length > 0)
      path = `/events?limit=${limit}&timeout=200&lastEventId=${page.at(-1)!.id}`;
  }
  return ids;
}

const batch = fc.record({
  regions: fc.array(fc.constantFrom('32', '32.79', '32.07.01', '36.04', ''), {
    minLength: 1,
    maxLength: 6,
  }),
  heldMs: fc.integer({ min: 0, max: 15 }),
  undone: fc.boolean(),
});
const follower = fc.record({
  region: fc.constantFrom('32', '32.79', '36'),
  limit: fc.integer({ min: 1, max: 7 }),
  goesOn: fc.constantFrom('from the last id' as const, 'by the link' as const),
});

/** Its session may have been ended below. */
async function persist<Value>(act: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (tries === 10) throw error;
      await pause(50);
    }
  }
}

const endSessions = () =>
  hub.service.rows(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and usename <> current_user and random() < 0.3`,
  );

async function keptIn(region: string): Promise<string[]> {
  const rows = await hub.service.rows<{ id: string }>(
    `select event_id as id from feed_event where starts_with(region_code || '.', $1) order by position`,
    [`${region}.`],
  );
  return rows.map(({ id }) => id);
}

describe('a reader that goes on from where it is', () => {
  test('gets each event of its region once and in order, whoever writes, waits, gives up or dies meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(batch, { maxLength: 6 }), { minLength: 2, maxLength: 4 }),
        fc.array(follower, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        async (writers, followers, isRough) => {
          await hub.service.rows('delete from feed_event');
          const last = new Map<string, string>();
          const writing = Promise.all(writers.map(write)).then(async () => {
            const banjar = await persist(() => hub.keep({ region: '32.79' }));
            const banten = await persist(() => hub.keep({ region: '36' }));
            // What lies in a regency lies in its province.
            for (const [region, id] of Object.entries({ 32: banjar, '32.79': banjar, 36: banten }))
              last.set(region, id);
          });
          if (isRough) await endSessions();
          const reading = followers.map((one) =>
            follow(one, (ids) => ids.includes(last.get(one.region) ?? 'none')),
          );
          const [got] = await Promise.all([Promise.all(reading), writing]);
          for (const [at, { region }] of followers.entries())
            expect(got[at]).toEqual(await keptIn(region));
        },
      ),
      { numRuns: 12 },
    );
  });
});

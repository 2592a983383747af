import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { reactTo } from '@jejaring/chassis/events/react';
import { createLogger } from '@jejaring/chassis/process/log';
import { createMetrics } from '@jejaring/chassis/process/metrics';
import { redrive } from '@jejaring/upkeep/redrive';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { startTestService, toRecord } from '@jejaring/chassis/testing/graph-client';
import { contractsByType } from '@jejaring/schema/events/contracts';
import * as fc from 'fast-check';
import { eventHub } from '../service.js';

const granted = contractsByType.get('awards.award.granted.v1')!;
const sealed = contractsByType.get('awards.audit.sealed.v1')!;
const keys = ['awd_018djmeb80ebe9mv95rtpwd6t9', 'awd_018djmeb80ebe9mv95rtpwd6ta'] as const;

type Said = ReturnType<typeof toRecord>;
type Kept = { key: string; epoch: number; sequence: number; position: number; region_code: string };

let service: TestService;
let take: (records: readonly Said[]) => Promise<void>;
beforeAll(async () => {
  service = await startTestService(eventHub);
  take = reactTo({
    database: service.database,
    consumers: eventHub.consumers,
    transport: { publish: async () => undefined } as never,
    logger: createLogger('test', 'silent'),
    metrics: createMetrics('test'),
  });
});
beforeEach(async () => {
  for (const table of ['feed_event', 'inbox', 'inbox_position', 'parked_event'])
    await service.rows(`delete from ${table}`);
});
afterAll(() => service?.stop());

function said(sequence: number, { key = keys[0] as string, epoch = 1, region = '32.79' } = {}) {
  const record = toRecord(granted, key, { ...granted.sample, awardId: key }, sequence, epoch);
  return { ...record, headers: { ...record.headers, ce_region: region } };
}
const kept = async () =>
  (
    await service.rows<Kept>(
      'select key, epoch, sequence::integer, position::integer, region_code from feed_event order by position',
    )
  ).map((row) => ({ ...row }));
const parked = () =>
  service.rows<{ reason: string }>('select reason from parked_event order by id');

describe('the intake', () => {
  test('keeps a batch in its order, at one go, whatever comes twice', async () => {
    await take([said(1), said(1, { key: keys[1] }), said(2), said(2)]);
    const written = await service.rows('select distinct xmin::text from feed_event');
    expect(written).toHaveLength(1);
    await take([said(2), said(3)]);

    expect(
      (await kept()).map(({ key, sequence }) => [keys.indexOf(key as never), sequence]),
    ).toEqual([
      [0, 1],
      [1, 1],
      [0, 2],
      [0, 3],
    ]);
  });

  test('sets aside what is behind a gap, and everything of its key behind it', async () => {
    await take([said(1), said(3), said(1, { key: keys[1] })]);
    await take([said(4)]);

    expect((await kept()).map(({ sequence }) => sequence)).toEqual([1, 1]);
    expect(await parked()).toEqual([{ reason: 'GAP' }, { reason: 'BEHIND' }]);
  });

  test('sets aside an event of a kind that it does not know, until a version that does', async () => {
    const unknown = said(1);
    unknown.headers.ce_type = 'awards.award.forgotten.v9';
    await take([unknown, said(2)]);

    expect(await parked()).toEqual([{ reason: 'INVALID' }, { reason: 'BEHIND' }]);
    const redriven = await redrive(service.database, eventHub.consumers, {
      topic: granted.topic,
      key: keys[0],
    });
    expect([redriven, await kept()]).toEqual([0, []]);
  });

  test('sets aside data that break their contract, and goes on with the others', async () => {
    await take([{ ...said(1), value: '{"awardId":1}' }, said(1, { key: keys[1] })]);

    expect([(await kept()).length, await parked()]).toEqual([1, [{ reason: 'INVALID' }]]);
  });

  test('follows and does not keep what nobody may be told of', async () => {
    await take([toRecord(sealed, 'awards', sealed.sample, 1)]);

    expect(await kept()).toEqual([]);
    expect(await service.rows('select key from inbox_position')).toEqual([{ key: 'awards' }]);
  });

  test('goes on after a restore of the producer, and takes nothing from before it', async () => {
    await take([said(1), said(2)]);
    await take([said(2, { epoch: 2 }), said(3), said(3, { epoch: 2 })]);

    expect((await kept()).map(({ epoch, sequence }) => [epoch, sequence])).toEqual([
      [1, 1],
      [1, 2],
      [2, 2],
      [2, 3],
    ]);
  });

  test('keeps each event of each key once and in order, however batches are cut, doubled and raced', async () => {
    const stream = fc
      .array(fc.constantFrom(...keys), { minLength: 1, maxLength: 30 })
      .map((order) => {
        const next = new Map<string, number>();
        return order.map((key) => {
          next.set(key, (next.get(key) ?? 0) + 1);
          return said(next.get(key)!, { key });
        });
      });
    await fc.assert(
      fc.asyncProperty(
        stream,
        fc.infiniteStream(fc.integer({ min: 1, max: 5 })),
        async (all, cuts) => {
          for (const table of ['feed_event', 'inbox_position'])
            await service.rows(`delete from ${table}`);
          for (let at = 0; at < all.length;) {
            const size = cuts.next().value;
            const batch = all.slice(Math.max(0, at - 2), at + size);
            await Promise.all([take(batch), take(batch)]);
            at += size;
          }
          for (const key of keys) {
            const mine = (await kept()).filter((row) => row.key === key);
            const wanted = all.filter((record) => record.key === key).length;
            expect(mine.map(({ sequence }) => sequence)).toEqual(
              Array.from({ length: wanted }, (_none, index) => index + 1),
            );
          }
        },
      ),
      { numRuns: 25 },
    );
    expect(await parked()).toEqual([]);
  });
});

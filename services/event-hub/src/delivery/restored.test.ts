import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { anActive, startHub } from '../subscription/subscription.fixture.js';
import { allowed } from '../webhook/allowed.js';
import { Egress } from '../webhook/egress.js';
import { anEndpoint, fanOutAll, keep, turns } from './delivery.fixture.js';

let service: TestService;
beforeAll(async () => {
  service = await startHub();
  service.clock.at = new Date();
  allowed.loopback = true;
});
afterAll(() => service?.stop());

const columns =
  'event_id, type, topic, key, epoch, sequence, region_code, occurred_at, recorded_at, event';

/** The database as it was behind a position; what it held since comes again, the last first. */
async function restoreBehind(position: number): Promise<void> {
  const after = 'where position > $1';
  const { rows } = service;
  await rows(`create table lost as select ${columns}, position from feed_event`);
  await rows(`delete from feed_event ${after}`, [position]);
  await rows(`delete from event_delivery ${after}`, [position]);
  await rows('update subscription_progress set cursor = $1', [position]);
  await rows('update feed_head set next_position = $1', [position + 1]);
  await rows('update producer_epoch set epoch = epoch + 1');
  await rows(
    `insert into feed_event (${columns}, position)
     select ${columns}, $1 + row_number() over (order by position desc) from lost ${after}`,
    [position],
  );
  await rows('update feed_head set next_position = (select max(position) + 1 from feed_event)');
}

test('a receiver is sent again, under the ids that it knows, what came since the backup', async () => {
  const endpoint = await anEndpoint();
  const egress = new Egress({ loopback: true, timeoutMs: 3_000 });
  await anActive(service, { endpoint: endpoint.url });
  const deliver = async () => {
    await fanOutAll(service);
    await turns(service, egress);
  };
  const [held, one, two] = await keep(service, [{ key: 'a' }, { key: 'b' }, { key: 'c' }]);
  await deliver();
  await restoreBehind(1);
  await deliver();
  await Promise.all([endpoint.close(), egress.close()]);

  const told = endpoint.received.map(
    ({ headers, body }) => `${String(headers['webhook-id'])} ${body}`,
  );
  const bodyOf = (id: string | undefined) => told.find((each) => each.startsWith(`${id} `));
  expect(told.sort()).toEqual([held, one, two, one, two].map(bodyOf).sort());
});

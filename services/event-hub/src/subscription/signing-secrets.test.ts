import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { KeyEncryption } from '@jejaring/trust/keys/key-encryption';
import { ringEncryption } from '@jejaring/trust/keys/key-encryption';
import { countKeys, rewrap } from '@jejaring/trust/keys/rewrap';
import { Webhook } from 'standardwebhooks';
import { anEndpoint, fanOutAll, keep, turns } from '../delivery/delivery.fixture.js';
import { allowed } from '../webhook/allowed.js';
import { Egress } from '../webhook/egress.js';
import { secretBox } from './secret-box.js';
import { secretsIn } from './signing-secrets.js';
import { anActive, commander, startHub } from './subscription.fixture.js';

const aRing = (current: string, ...names: string[]): KeyEncryption => {
  const keys = names.map((name) => [name, Buffer.alloc(32, name).toString('base64')]);
  return ringEncryption(JSON.stringify({ current, keys: Object.fromEntries(keys) }));
};

let service: TestService;
let egress: Egress;
let endpoint: Awaited<ReturnType<typeof anEndpoint>>;
beforeAll(async () => {
  service = await startHub();
  allowed.loopback = true;
});
beforeEach(async () => {
  service.clock.at = new Date();
  endpoint = await anEndpoint();
  egress = new Egress({ loopback: true, timeoutMs: 3_000 });
  secretBox.use(aRing('k1', 'k1'));
});
afterEach(async () => {
  await Promise.all([endpoint.close(), egress.close()]);
  await service.rows(
    'truncate event_delivery, subscription_progress, subscription_key, event_subscription cascade',
  );
});
afterAll(() => service?.stop());

const give = commander(() => service);

/** Sends one event; the id under which it arrived, verified as its receiver does. */
async function deliver(secret: string): Promise<string> {
  const [id] = await keep(service, [{ key: 'rewrapped' }]);
  await fanOutAll(service);
  await turns(service, egress);
  const { headers, body } = endpoint.received.at(-1)!;
  expect(headers['webhook-id']).toBe(id);
  return (new Webhook(secret).verify(body, headers as Record<string, string>) as { id: string }).id;
}

describe('exchanging the ring of the hub', () => {
  test('interrupts no signing; then the old key can go, and receivers verify with what they were shown', async () => {
    const signatures = ['V1', 'V1A'];
    const { secrets } = await anActive(service, { endpoint: endpoint.url, signatures });
    const { secret } = secrets.find(({ signature }) => signature === 'V1')!;
    // Every process has both keys now, and closes with the new one.
    const both = aRing('k2', 'k1', 'k2');
    secretBox.use(both);
    const store = secretsIn(service.database, both);
    const holds = 'signing secrets';
    expect(await countKeys(store)).toEqual([{ holds, kek: 'k1', count: 2 }]);
    let isDone = false;
    let sent = 0;
    const delivering = async () => {
      for (; !isDone || sent === 0; sent += 1) await deliver(secret!);
    };

    const exchanging = (async () => {
      const closed = await rewrap(store);
      isDone = true;
      return closed;
    })();
    const [, closed] = await Promise.all([delivering(), exchanging]);

    expect(closed).toBe(2);
    expect(await countKeys(store)).toEqual([{ holds, kek: 'k2', count: 2 }]);
    expect(await rewrap(store)).toBe(0);
    secretBox.use(aRing('k2', 'k2'));
    await deliver(secret!);
  });

  test('goes through many in batches, and on where it was stopped', async () => {
    await anActive(service, { endpoint: endpoint.url });
    const both = aRing('k2', 'k1', 'k2');
    await service.rows(
      `insert into subscription_key (id, subscription_id, signature, kek, closed, made_at)
       select gen_random_uuid(), subscription_id, 'V1', 'k1', '', now() from subscription_key, generate_series(1, 1200)`,
    );
    const rows = await service.rows<{ id: string }>('select id from subscription_key');
    const key = { kind: 'V1', bytes: Buffer.alloc(32, 1) } as const;
    const closed = await Promise.all(rows.map(({ id }) => secretBox.close(id, key)));
    await service.rows(
      `update subscription_key k set closed = n.closed
       from unnest($1::uuid[], $2::bytea[]) n (id, closed) where k.id = n.id`,
      [rows.map(({ id }) => id), closed.map((each) => each.closed)],
    );
    const store = secretsIn(service.database, both);

    await expect(
      rewrap(store, () => {
        throw new Error('stopped');
      }),
    ).rejects.toThrow('stopped');
    const counts = (await countKeys(store)).map(({ kek, count }) => [kek, count]);
    expect(counts).toEqual([
      ['k1', 701],
      ['k2', 500],
    ]);
    expect(await rewrap(store)).toBe(701);
  });

  test('takes no notice of a secret that went meanwhile', async () => {
    const { id, version } = await anActive(service, { endpoint: endpoint.url });
    const both = aRing('k2', 'k1', 'k2');
    const ending: KeyEncryption = {
      ...both,
      async unwrap(keys) {
        await give('endEventSubscription', { id, expectedVersion: version });
        return both.unwrap(keys);
      },
    };

    expect(await rewrap(secretsIn(service.database, ending))).toBe(0);
    expect(await countKeys(secretsIn(service.database, both))).toEqual([]);
  });

  test('stops where a key is not in the ring, and leaves the secret as it was', async () => {
    await anActive(service, { endpoint: endpoint.url });
    const store = secretsIn(service.database, aRing('k2', 'k2'));

    await expect(rewrap(store)).rejects.toThrow('k1 is not in the ring');
    expect(await countKeys(store)).toMatchObject([{ kek: 'k1', count: 1 }]);
  });
});

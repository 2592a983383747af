import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Stack } from '../../scripts/stack/stack.mjs';
import { startStack } from '../../scripts/stack/stack.mjs';
import { eventually, Federation, officer, operation, staff } from './federation.fixture.js';
import { aRegisteredOrganization } from './registered.fixture.js';

const patienceMs = 120_000;

let stack: Stack;
let federation: Federation;

// A stack of its own: what is killed here must not be missing elsewhere.
beforeAll(async () => {
  const dir = await mkdtemp(join(tmpdir(), 'jejaring-two-'));
  stack = await startStack({ dir, ports: 'free', profile: 'empty', replicas: 2, quiet: true });
  federation = new Federation({ gateway: stack.gatewayUrl, issuer: stack.issuerUrl });
}, patienceMs);
afterAll(async () => {
  await stack?.stop();
  await rm(stack.dir, { recursive: true, force: true });
}, patienceMs);

interface Trained {
  region: { training: { unitsTotal: number } | null };
}

type Stopped = { readonly stopped: () => Promise<string[]> };

/** Does something again and again until it is told to stop; answers what failed. */
function keepDoing(act: () => Promise<unknown>, everyMs = 20): Stopped {
  let going = true;
  const failures: string[] = [];
  const work = async () => {
    while (going) {
      await act().catch((error: unknown) => failures.push(String(error)));
      await pause(everyMs);
    }
  };
  const workers = Promise.all([work(), work(), work()]);
  return {
    async stopped() {
      going = false;
      await workers;
      return failures;
    },
  };
}

async function dashboard(): Promise<void> {
  const { errors } = await federation.ask(
    operation('RegencyDashboard'),
    { region: '32.79', year: 2014 },
    staff('32.79'),
  );
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
}

async function addressesReady(service: string): Promise<number> {
  const report = (await (await fetch(`${stack.gatewayUrl}/readyz`)).json()) as {
    services: Record<string, { addressesReady: number }>;
  };
  return report.services[service]!.addressesReady;
}

const untilReady = (service: string, count: number) =>
  eventually(
    () => addressesReady(service),
    (ready) => ready === count,
    30_000,
  );

const draft = (regionCode: string, idempotencyKey: string) =>
  federation.command(
    'draftRegistration',
    officer(regionCode),
    {
      idempotencyKey,
      kind: 'KARANG_TARUNA',
      level: 'VILLAGE',
      name: `Karang Taruna Uji ${regionCode}`,
      regionCode,
      establishedOn: '2015-08-17',
      chairName: 'Ketua Uji',
    },
    { type: 'Organization' },
  );

describe('with two of each service', () => {
  test(
    'no query fails when one of them is killed, or told to stop',
    async () => {
      await dashboard();
      const asking = keepDoing(dashboard);
      for (const name of ['organizations-2', 'welfare-cases', 'training-2', 'awards'])
        stack.processes[name]!.kill('SIGKILL');
      await pause(2_000);
      await stack.processes['welfare-cases']!.waitUntilReady(60_000);
      await untilReady('welfare-cases', 2);
      await stack.processes['welfare-cases-2']!.stop();
      await pause(500);

      expect(await asking.stopped()).toEqual([]);
      await stack.processes['welfare-cases-2']!.restart();
    },
    patienceMs,
  );

  test(
    'no command fails after a health check has noticed a killed one, and none is done twice',
    async () => {
      await untilReady('organizations', 2);
      const keys: string[] = [];
      const villages = ['32.79.04.2003', '32.79.04.2006', '32.79.02.2003'];
      const working = keepDoing(async () => {
        const key = randomUUID();
        keys.push(key);
        const village = villages[keys.length % villages.length]!;
        // A client repeats what got no answer, under the same key.
        const insist = () => draft(village, key).catch(() => draft(village, key));
        const first = await insist();
        const again = await insist();
        if (again.id !== first.id) throw new Error(`${key} was done twice`);
      });
      await pause(500);
      const victim = stack.processes['organizations']!;
      victim.kill('SIGKILL');
      await victim.stop();
      await untilReady('organizations', 1);
      const known = keys.length;
      const late = keepDoing(() => draft(villages[0]!, randomUUID()));
      await pause(1_500);

      expect(await late.stopped()).toEqual([]);
      expect(await working.stopped()).toEqual([]);
      expect(keys.length).toBeGreaterThan(known);
      await victim.restart();
      await untilReady('organizations', 2);
    },
    patienceMs,
  );

  test(
    'what is said reaches other services, whichever of the two leads the relay',
    async () => {
      const trained = async () => {
        const variables = { region: '32.79', year: 2014 };
        const { data } = await federation.ask<Trained>(
          operation('RegencyDashboard'),
          variables,
          staff('32.79'),
        );
        return data.region.training?.unitsTotal;
      };
      const before = (await trained())!;
      const places = { organizations: '32.79.01.1001', 'organizations-2': '32.79.01.1002' };
      for (const [at, [name, place]] of Object.entries(places).entries()) {
        stack.processes[name]!.kill('SIGKILL');
        await stack.processes[name]!.stop();
        await untilReady('organizations', 1);
        await aRegisteredOrganization(federation, place);

        const wanted = before + at + 1;
        expect(await eventually(trained, (found) => found === wanted)).toBe(wanted);
        await stack.processes[name]!.restart();
        await untilReady('organizations', 2);
      }
    },
    patienceMs,
  );
});

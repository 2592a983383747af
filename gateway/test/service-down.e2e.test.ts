import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stack } from '../../scripts/stack/stack.mjs';
import { startStack } from '../../scripts/stack/stack.mjs';
import { eventually, Federation, operation, staff } from './federation.fixture.js';

const patienceMs = 90_000;

let stack: Stack;
let federation: Federation;

// A stack of its own: what is killed here must not be missing elsewhere.
beforeAll(async () => {
  const dir = await mkdtemp(join(tmpdir(), 'jejaring-down-'));
  stack = await startStack({ dir, ports: 'free', profile: 'empty', quiet: true });
  federation = new Federation({ gateway: stack.gatewayUrl, issuer: stack.issuerUrl });
}, patienceMs);
afterAll(async () => {
  await stack?.stop();
  await rm(stack.dir, { recursive: true, force: true });
}, patienceMs);

interface Dashboard {
  region: Record<'name' | 'karangTaruna' | 'welfare' | 'training' | 'awards', unknown> | null;
}

const dashboard = () =>
  federation.ask<Dashboard>(
    operation('RegencyDashboard'),
    { region: '32.79', year: 2014 },
    staff('32.79'),
  );

/** How many operations are answered whole. */
const isWhole = ({ errors }: { errors: unknown[] }) => errors.length === 0;

describe('RegencyDashboard', () => {
  test.each([
    ['training', 'training'],
    ['welfare-cases', 'welfare'],
    ['awards', 'awards'],
  ] as const)(
    'loses only the fields of %s while it is stopped',
    async (service, field) => {
      await stack.processes[service]!.stop();
      const began = Date.now();
      const { data, errors } = await dashboard();

      expect(Date.now() - began).toBeLessThan(3_000);
      expect(data.region).toMatchObject({ name: 'Kota Banjar', [field]: null });
      const others = (['karangTaruna', 'welfare', 'training', 'awards'] as const).filter(
        (other) => other !== field,
      );
      for (const other of others) expect(data.region![other]).not.toBeNull();
      expect(errors).toMatchObject([
        { path: ['region', field], extensions: { code: 'SUBGRAPH_UNAVAILABLE', service } },
      ]);
      await stack.processes[service]!.restart();
      expect(isWhole(await eventually(dashboard, isWhole))).toBe(true);
    },
    patienceMs,
  );

  test(
    'is whole again by itself after a service was killed',
    async () => {
      const { training } = stack.processes;
      const { pid } = training!;
      training!.kill('SIGKILL');

      const broken = await eventually(dashboard, (answer) => !isWhole(answer), 2_000);
      const whole = await eventually(dashboard, isWhole, 30_000);

      expect(broken.errors[0]?.extensions).toMatchObject({ service: 'training' });
      expect(isWhole(whole)).toBe(true);
      expect(training!.pid).not.toBe(pid);
    },
    patienceMs,
  );

  test(
    'is an error of its own service when the first one asked is away',
    async () => {
      await stack.processes.organizations!.stop();
      const { data, errors } = await dashboard();

      expect(data.region).toBeNull();
      expect(errors).toMatchObject([
        { extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'organizations' } },
      ]);
      await stack.processes.organizations!.restart();
      expect(isWhole(await eventually(dashboard, isWhole))).toBe(true);
    },
    patienceMs,
  );
});

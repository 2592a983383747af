import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { welfareCases } from '../service.js';
import { importRegionCodes } from './region-import.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(welfareCases);
});
afterAll(() => service?.stop());

test('the official list is brought in once, with all its codes', async () => {
  const first = await importRegionCodes(service.ownerUrl);
  const again = await importRegionCodes(service.ownerUrl);

  expect([first > 90_000, again]).toEqual([true, 0]);
  const codes = ['32', '32.79', '32.79.04', '32.79.04.2006'];
  const known = await service.rows(
    'select code from region_copy where code = any ($1) order by code',
    [codes],
  );
  expect(known.map(({ code }) => code)).toEqual(codes);
});

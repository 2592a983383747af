import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { rotateIndex } from '@jejaring/trust/keys/rotate-index';
import type { PostgresVault } from '@jejaring/trust/keys/vault';
import { addIndexKey } from '@jejaring/trust/keys/vault';
import { knownVillages } from '../region/region.fixture.js';
import { welfareCases } from '../service.js';

let service: TestService;
let vault: PostgresVault;

const staff = aCaller({ id: 'staff', role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const elsewhere = aCaller({ id: 'other', role: 'DINSOS_REGENCY_STAFF', region: '33.16' });

beforeAll(async () => {
  // Two desks report more here in a minute than a person may.
  process.env.NUMBERS_A_MINUTE = '100000';
  process.env.NUMBERS_A_DAY = '100000';
  service = await startTestService(welfareCases);
  vault = service.keys!.vault as PostgresVault;
  await knownVillages(service);
});
afterAll(() => service?.stop());

let serial = 0;
const nextNik = () => `999999520390${String(++serial).padStart(4, '0')}`;

interface Outcome {
  __typename: string;
  ground?: string;
  beneficiary?: { id: string; maskedNik: string | null };
}

async function report(nik: string, category = 'LANJUT_USIA_TELANTAR', caller = staff) {
  const regionCode = caller === staff ? '32.79.04.2006' : '33.16.05.1014';
  const { data, errors } = await service.ask<{ reportCase: Outcome }>(
    `mutation ($input: ReportCaseInput!) { reportCase(input: $input) {
      __typename ... on WelfareCase { beneficiary { id maskedNik } } ... on CaseRefusedProblem { ground } } }`,
    { input: { idempotencyKey: randomUUID(), regionCode, category, person: { name: 'x', nik } } },
    caller,
  );
  expect(errors).toEqual([]);
  return data.reportCase;
}

const rotate = () => rotateIndex({ database: service.database, vault }, welfareCases.fingerprinted);

const keyNames = async () =>
  (
    await service.rows<{ name: string }>(
      'select distinct key_name as name from identity_fingerprint order by 1',
    )
  ).map(({ name }) => name);

describe('exchanging the key of the fingerprints', () => {
  test('finds each person again under the new key alone, and nobody twice', async () => {
    const niks = Array.from({ length: 8 }, nextNik);
    const before = await Promise.all(niks.map((nik) => report(nik)));
    expect(await keyNames()).toEqual(['i1']);

    expect(await rotate()).toBe('i2');

    expect(await keyNames()).toEqual(['i2']);
    expect([...(await vault.indexKeys()).keys.keys()]).toEqual(['i2']);
    const after = await Promise.all(niks.map((nik) => report(nik, 'FAKIR_MISKIN')));
    expect(after.map(({ beneficiary }) => beneficiary)).toEqual(
      before.map(({ beneficiary }) => beneficiary),
    );
    expect(await report(niks[0]!, 'LANJUT_USIA_TELANTAR', elsewhere)).toMatchObject({
      ground: 'known-elsewhere',
    });
  });

  test('under load fails no report, loses nobody and registers nobody twice', async () => {
    let isDone = false;
    const registered: Outcome[] = [];
    const worker = async () => {
      while (!isDone) {
        const nik = nextNik();
        // Two report one person at the same time, from two desks.
        const [one, two] = await Promise.all([report(nik), report(nik, 'FAKIR_MISKIN')]);
        expect(two.beneficiary).toEqual(one.beneficiary);
        registered.push(one);
      }
    };
    const workers = Array.from({ length: 3 }, worker);

    expect([await rotate(), await rotate()]).toEqual(['i3', 'i4']);
    isDone = true;
    await Promise.all(workers);

    expect(registered.length).toBeGreaterThan(3);
    const [counted] = await service.rows(`select
      (select count(*) from beneficiary where nik_cipher is not null)::integer as persons,
      (select count(*) from identity_fingerprint)::integer as prints,
      (select count(distinct subject_id) from identity_fingerprint)::integer as found`);
    const persons = serial;
    expect(counted).toEqual({ persons, prints: persons, found: persons });
    expect(await keyNames()).toEqual(['i4']);
  });

  test.each(['that was added', 'that is current already'])(
    'goes on with a key %s when an earlier run was killed',
    async (state) => {
      const nik = nextNik();
      const known = await report(nik);
      const { current } = await vault.indexKeys();
      const next = `i${Number(current.slice(1)) + 1}`;
      if (state === 'that is current already') {
        // Both keys are there, the older one is written still and was to be dropped.
        expect(await rotate()).toBe(next);
        await addIndexKey(vault, { name: current, isCurrent: false });
      } else await addIndexKey(vault, { name: next, isCurrent: false });
      await report(nextNik());
      expect(await keyNames()).toEqual([current, next]);

      expect(await rotate()).toBe(next);

      expect(await keyNames()).toEqual([next]);
      expect((await report(nik, 'FAKIR_MISKIN')).beneficiary).toEqual(known.beneficiary);
    },
  );
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { restoreCopy, takeAway } from '@jejaring/trust/keys/backup.fixture';
import { open } from '@jejaring/trust/keys/cipher';
import { replayErasures } from '@jejaring/trust/keys/replay-erasures';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { knownVillages } from '../region/region.fixture.js';
import { welfareCases } from '../service.js';
import { placeOf, subjectOf } from './beneficiary.service.js';

let service: TestService;

const staff = aCaller({ id: 'staff', role: 'DINSOS_REGENCY_STAFF', region: '32.79' });

beforeAll(async () => {
  service = await startTestService(welfareCases);
  await knownVillages(service);
});
afterAll(() => service?.stop());

let serial = 0;
let nik: string;
let name: string;
let caseId: string;
let subject: string;
let input: object;

const reportCase = `mutation ($input: ReportCaseInput!) { reportCase(input: $input) {
  __typename ... on WelfareCase { id beneficiary { id maskedNik } } } }`;

interface Reported {
  reportCase: {
    __typename: string;
    id: string;
    beneficiary: { id: string; maskedNik: string | null };
  };
}

const report = async (asked: object) => {
  const { data, errors } = await service.ask<Reported>(reportCase, { input: asked }, staff);
  expect(errors).toEqual([]);
  return data.reportCase;
};

const read = () =>
  service.ask<{ case: { beneficiary: { maskedNik: string | null } } }>(
    'query ($id: ID!) { case(id: $id) { beneficiary { maskedNik } } }',
    { id: caseId },
    staff,
  );

beforeEach(async () => {
  nik = `999999520390${String(++serial).padStart(4, '0')}`;
  name = `Warga Terhapus ${serial}`;
  input = {
    idempotencyKey: randomUUID(),
    regionCode: '32.79.04.2006',
    category: 'LANJUT_USIA_TELANTAR',
    person: { name, nik },
  };
  const reported = await report(input);
  caseId = reported.id;
  subject = reported.beneficiary.id;
  // A second version, so that history keeps the first.
  const id = decodeId('ben', subject);
  await service.asSystem((work) =>
    work.sql("update beneficiary set sex = 'MALE', version = 2 where id = $1", [id]),
  );
});

const destroy = () => service.keys!.vault.destroy(subject);

const ciphers = (id: string) =>
  `select name_cipher, nik_cipher from beneficiary where id = '${id}'
   union all select name_cipher, nik_cipher from beneficiary_history where id = '${id}'`;

interface Ciphers {
  name_cipher: string;
  nik_cipher: string;
}

/** What can be opened of the rows, live and former, with what the vault has now. */
async function readable(rows: readonly Ciphers[], id: string) {
  const key = (await service.keys!.vault.forReading([subject])).get(subject);
  return rows.flatMap(({ name_cipher, nik_cipher }) => [
    open(key, placeOf('name_cipher', id), name_cipher),
    open(key, placeOf('nik_cipher', id), nik_cipher),
  ]);
}

describe('a person whose key is destroyed', () => {
  test('is nobody in live rows and in history, and the case goes on', async () => {
    const id = decodeId('ben', subject)!;
    const rows = await service.rows<Ciphers>(ciphers(id));
    expect(await readable(rows, id)).toEqual([name, nik, name, nik]);

    await destroy();

    expect(await readable(rows, id)).toEqual([null, null, null, null]);
    const { data, errors } = await read();
    expect(errors).toEqual([]);
    expect(data.case.beneficiary).toEqual({ maskedNik: null });
  });

  test('is nobody in the stored answer of a command that is repeated', async () => {
    const stored = await service.rows<{ text: string }>(
      'select i::text as text from idempotency_key i',
    );
    for (const { text } of stored) for (const told of [name, nik]) expect(text).not.toContain(told);

    await destroy();

    expect(await report(input)).toMatchObject({ id: caseId, beneficiary: { maskedNik: null } });
  });

  test('is nobody in a backup that was taken before and is restored afterwards', async () => {
    const id = decodeId('ben', subject)!;
    const restored = await restoreCopy(service);
    const rows = await restored.rows<Ciphers>(ciphers(id));
    expect(await readable(rows, id)).toEqual([name, nik, name, nik]);

    await destroy();

    expect(await readable(rows, id)).toEqual([null, null, null, null]);
    const everything = await restored.everything();
    expect(everything).toContain(rows[0]!.name_cipher);
    for (const told of [name, nik, 'Warga Terhapus']) expect(everything).not.toContain(told);
    await restored.drop();
  });

  test('is read in full or not at all by those who read meanwhile, and never afterwards', async () => {
    const masked = `••••••••••••••${nik.slice(-2)}`;
    let isDestroyed = false;
    const reader = async () => {
      const seen: { late: boolean; value: string | null }[] = [];
      while (seen.length < 12) {
        const late = isDestroyed;
        const { data, errors } = await read();
        expect(errors).toEqual([]);
        seen.push({ late, value: data.case.beneficiary.maskedNik });
      }
      return seen;
    };

    const [, ...seen] = await Promise.all([
      destroy().then(() => (isDestroyed = true)),
      ...Array.from({ length: 6 }, reader),
    ]);

    for (const { late, value } of seen.flat())
      expect([masked, null]).toContain(late ? null : value);
    expect(seen.flat().filter(({ late, value }) => late && value !== null)).toEqual([]);
    expect(seen.flat().some(({ late }) => late)).toBe(true);
  });
});

describe('a vault that was restored to a moment before an erasure', () => {
  test('closes again for everybody whom the rows know as erased, and for nobody else', async () => {
    const vault = service.keys!.vault;
    const [other] = await service.rows<{ id: string }>(
      'select id from beneficiary where id <> $1 limit 1',
      [decodeId('ben', subject)],
    );
    await service.asSystem((work) =>
      work.sql(
        `insert into erasure (subject_table, subject_id, region_code, ground, files, erased_at)
         values ('beneficiary', $1, '32.79', 'RETENTION', 0, now())`,
        [decodeId('ben', subject)],
      ),
    );
    expect((await vault.forReading([subject])).get(subject)).not.toBeNull();

    const kinds = [{ table: 'beneficiary', prefix: 'ben' }] as const;
    expect(await replayErasures({ database: service.database, vault }, kinds)).toBe(1);

    const known = subjectOf(other!.id);
    const keys = await vault.forReading([subject, known]);
    expect(keys.get(subject)).toBeNull();
    expect(keys.has(known)).toBe(true);
  });
});

describe('a vault that is away', () => {
  test('takes closed fields with it and new persons, and nothing else; a person is not lost', async () => {
    const ask = () =>
      service.ask<{ case: { status: string; beneficiary: { maskedNik: string | null } } }>(
        'query ($id: ID!) { case(id: $id) { status beneficiary { maskedNik } } }',
        { id: caseId },
        staff,
      );
    const bringBack = await takeAway(service.keys!.url);

    const { data, errors } = await ask();
    const written = await service.ask(
      reportCase,
      { input: { ...input, idempotencyKey: randomUUID(), category: 'FAKIR_MISKIN' } },
      staff,
    );
    await bringBack();

    expect(errors.map(({ path }) => path?.join('.'))).toEqual(['case.beneficiary.maskedNik']);
    expect(data.case).toEqual({ status: 'REPORTED', beneficiary: { maskedNik: null } });
    expect(written.errors).not.toEqual([]);
    const again = await ask();
    expect(again.errors).toEqual([]);
    expect(again.data.case.beneficiary.maskedNik).toMatch(/^•+\d\d$/);
  });
});

describe('a list of persons', () => {
  test('asks the vault once, however long it is', async () => {
    const vault = service.keys!.vault as unknown as {
      pool: { query: (...call: unknown[]) => unknown };
    };
    const query = vault.pool.query.bind(vault.pool);
    const asked: unknown[] = [];
    vault.pool.query = (...call) => {
      asked.push(call[0]);
      return query(...call);
    };
    const list = async (first: number) => {
      asked.length = 0;
      const { data } = await service.ask<{ cases: { nodes: object[] } }>(
        `query ($first: Int!) { cases(region: "32.79", first: $first) { nodes { beneficiary { maskedNik } } } }`,
        { first },
        staff,
      );
      return { nodes: data.cases.nodes.length, asked: asked.length };
    };

    expect([await list(1), await list(4)]).toEqual([
      { nodes: 1, asked: 1 },
      { nodes: 4, asked: 1 },
    ]);
    vault.pool.query = query;
  });
});

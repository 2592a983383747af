import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { organizations } from '../service.js';

let service: TestService;
const ministry = aCaller({ role: 'KEMENSOS_STAFF', region: '' });
const banten = aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: '36' });

beforeAll(async () => {
  service = await startTestService(organizations);
  await service.rows(
    `insert into region (code, name, search_name, bare_name, level, kind, parent_code, path, dataset_version)
     select code, code, code, code, 'PROVINCE', 'PROVINCE', null, code, 'test' from unnest($1::text[]) as code`,
    [['36', '36.04', '63']],
  );
});
afterAll(() => service?.stop());

interface Outcome {
  __typename: string;
  id: string;
  version: number;
  [field: string]: unknown;
}

const fields = `__typename
  ... on Regulation { id version citation status validFrom validTo viewerCan region { code } }
  ... on RegulationRefusedProblem { ground currentStatus }
  ... on InvalidInputProblem { field }`;

async function command(name: string, input: object, caller: Caller = ministry): Promise<Outcome> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await service.ask<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data[name]!;
}

const draft = (facts = {}, caller = ministry) =>
  command(
    'registerRegulation',
    { kind: 'PERMENSOS', year: 2019, title: 'Karang Taruna', ...facts },
    caller,
  );
const seen = ({ id, version }: Outcome) => ({ id, expectedVersion: version });
const enact = (row: Outcome, validFrom: string, caller = ministry) =>
  command('bringIntoForce', { ...seen(row), validFrom }, caller);

describe('a regulation', () => {
  test('is drafted, in force, replaced, and each day tells which one held', async () => {
    const old = await enact(await draft({ number: '77', year: 2010 }), '2010-01-01');
    const definition = { en: 'An organization of the young.', id: 'Organisasi pemuda.' };
    const next = await enact(await draft({ number: '25', definition }), '2019-12-31');

    const replaced = await command('replaceRegulation', {
      ...seen(old),
      by: next.id,
      on: '2019-12-31',
    });

    expect(replaced).toMatchObject({
      citation: 'Permensos 77/2010',
      status: 'REPLACED',
      version: 3,
      validTo: '2019-12-31',
      viewerCan: [],
    });
    const inForce = async (on: string) => {
      const { data } = await service.ask<any>(
        `query ($on: Date!) { regulations(on: $on, kind: PERMENSOS) { nodes { citation definition { en } replaces { citation } replacedBy { citation } } } }`,
        { on },
      );
      return data.regulations.nodes;
    };
    expect(await inForce('2019-12-30')).toEqual([
      {
        citation: 'Permensos 77/2010',
        definition: null,
        replaces: [],
        replacedBy: [{ citation: 'Permensos 25/2019' }],
      },
    ]);
    expect(await inForce('2019-12-31')).toEqual([
      {
        citation: 'Permensos 25/2019',
        definition: { en: definition.en },
        replaces: [{ citation: 'Permensos 77/2010' }],
        replacedBy: [],
      },
    ]);
  });

  test('of a province holds there and in its regencies, also while it is a draft without a number', async () => {
    const planned = await draft({ kind: 'PERGUB', region: '36', title: 'Direncanakan' }, banten);
    await enact(await draft({ kind: 'UU', number: '11', year: 2009 }), '2009-01-16');

    expect(planned).toMatchObject({
      citation: 'Pergub (2019)',
      status: 'DRAFT',
      region: { code: '36' },
    });
    const listed = async (region: string, status: string) => {
      const { data } = await service.ask<any>(
        `query ($region: RegionCode!, $status: RegulationStatus!) {
          regulations(region: $region, status: $status) { totalCount nodes { kind } } }`,
        { region, status },
      );
      return data.regulations.nodes.map(({ kind }: { kind: string }) => kind);
    };
    expect(await listed('36.04', 'DRAFT')).toEqual(['PERGUB']);
    expect(await listed('63', 'DRAFT')).toEqual([]);
    expect(await listed('63', 'IN_FORCE')).toContain('UU');
    expect(await enact(planned, '2020-01-01', banten)).toMatchObject({ field: 'number' });
  });

  test('is refused twice, by another office, and on a stale version', async () => {
    const facts = { kind: 'PERDA', number: '5', year: 2016, region: '36' };
    const perda = await draft(facts, banten);

    expect(await draft(facts, banten)).toMatchObject({ ground: 'already-registered' });
    expect(await draft({ ...facts, number: '6' })).toMatchObject({
      __typename: 'NotAllowedProblem',
    });
    expect(await enact(perda, '2016-06-01')).toMatchObject({ __typename: 'NotAllowedProblem' });
    const inForce = await enact(perda, '2016-06-01', banten);
    expect(await enact(perda, '2016-06-01', banten)).toMatchObject({
      __typename: 'ConflictProblem',
    });
    expect(await enact(inForce, '2016-06-01', banten)).toMatchObject({
      ground: 'wrong-state',
      currentStatus: 'IN_FORCE',
    });
    const revoked = await command(
      'revokeRegulation',
      { ...seen(inForce), on: '2020-01-01' },
      banten,
    );
    expect(revoked).toMatchObject({ status: 'REVOKED', validTo: '2020-01-01' });
  });

  test('answers a replayed key once, and costs the same for a longer page', async () => {
    const facts = { idempotencyKey: randomUUID(), number: '8', year: 2012 };
    const first = await draft(facts);
    expect(await draft(facts)).toEqual(first);
    await draft({ number: '9', year: 2025, amends: [first.id] });

    await draft({ number: '10', year: 2025, amends: [first.id] });
    const amending = (size: number) =>
      service.ask<any>(
        `{ regulations(kind: PERMENSOS, status: DRAFT, first: ${size}) { nodes { citation amends { citation } amendedBy { citation } viewerCan } } }`,
      );
    const [few, many] = [await amending(2), await amending(100)];
    expect(few.data.regulations.nodes[0]).toMatchObject({
      citation: 'Permensos 8/2012',
      amendedBy: [{ citation: 'Permensos 9/2025' }, { citation: 'Permensos 10/2025' }],
    });
    expect(many.data.regulations.nodes.length).toBeGreaterThan(2);
    expect(many.statements).toBe(few.statements);
  });

  test('is found by its id', async () => {
    const { id } = await draft({ number: '16', year: 2019 });

    const { data } = await service.ask<any>(
      `query ($id: ID!) { regulation(id: $id) { citation } unknown: regulation(id: "rgl_x") { id } }`,
      { id },
    );
    expect(data).toEqual({ regulation: { citation: 'Permensos 16/2019' }, unknown: null });
  });
});

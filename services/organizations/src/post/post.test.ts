import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { organizations } from '../service.js';

let service: TestService;
const ministry = aCaller({ role: 'KEMENSOS_STAFF', region: '' });
const head = aCaller({ role: 'DINSOS_REGENCY_HEAD', region: '32.79' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_HEAD', region: '33.16' });

beforeAll(async () => {
  service = await startTestService(organizations);
  await service.rows(
    `insert into region (code, name, search_name, bare_name, level, kind, parent_code, path, dataset_version)
     select code, code, code, code, 'REGENCY', 'KOTA', null, code, 'test' from unnest($1::text[]) as code`,
    [['32', '32.79', '33.16']],
  );
});
afterAll(() => service?.stop());

interface Outcome {
  __typename: string;
  id: string;
  version: number;
  ground?: string;
  field?: string;
}

const fields = `__typename
  ... on Problem { message { en id } }
  ... on InvalidInputProblem { field }`;
const shown = {
  Office: '... on Office { id version region { code } }',
  OfficeUnit: '... on OfficeUnit { id version } ... on PostRefusedProblem { ground }',
  Post: '... on Post { id version viewerCan } ... on PostRefusedProblem { ground }',
};

async function command(
  name: string,
  inputType: string,
  of: keyof typeof shown,
  input: object,
  caller: Caller = head,
): Promise<Outcome> {
  const { data, errors } = await service.ask<Record<string, Outcome>>(
    `mutation ($input: ${inputType}!) { ${name}(input: $input) { ${fields} ${shown[of]} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data[name]!;
}

const anOffice = (facts = {}, caller = ministry) =>
  command(
    'registerOffice',
    'RegisterOfficeInput',
    'Office',
    {
      kind: 'DINSOS_KAB_KOTA',
      regionCode: '32.79',
      mandates: ['SOCIAL'],
      name: 'Dinas Sosial Kota Contoh',
      validFrom: '2010-01-01',
      ...facts,
    },
    caller,
  );
const openUnit = (officeId: string, facts = {}, caller = head) =>
  command(
    'openUnit',
    'OpenUnitInput',
    'OfficeUnit',
    { officeId, kind: 'BIDANG', name: 'Bidang Sosial', validFrom: '2010-01-01', ...facts },
    caller,
  );
const openPost = (officeId: string, facts = {}, caller = head) =>
  command(
    'openPost',
    'OpenPostInput',
    'Post',
    { officeId, kind: 'HEAD', title: 'Kepala Dinas', validFrom: '2010-01-01', ...facts },
    caller,
  );
const decree = { number: '821/1/2024', issuedOn: '2024-01-02', signatoryPosition: 'Wali Kota' };
const fill = ({ id, version }: Outcome, facts = {}, caller = head) =>
  command(
    'fillPost',
    'FillPostInput',
    'Post',
    {
      id,
      expectedVersion: version,
      name: 'Nama Pejabat Contoh',
      decree,
      validFrom: '2024-01-15',
      ...facts,
    },
    caller,
  );
const seen = ({ id, version }: Outcome) => ({ id, expectedVersion: version });

const structure = `query ($id: ID!) { office(id: $id) {
  units(asOf: "2014-06-25") { name kind parent { name } }
  posts(asOf: "2014-06-25") { title unit { name } }
  head(asOf: "2024-02-01") { initials capacity post { title } decree { number } }
  later: head(asOf: "2025-06-01") { initials capacity }
  never: head(asOf: "2011-01-01") { initials } } }`;

describe('the structure of an office', () => {
  test('is shown as it was on a day, its head by initials and capacity', async () => {
    const office = await anOffice();
    const division = await openUnit(office.id);
    const section = { kind: 'SEKSI', name: 'Seksi Kelembagaan', parentId: division.id };
    const unit = await openUnit(office.id, section);
    await openPost(office.id, { kind: 'SECTION_HEAD', title: 'Kasi Kelembagaan', unitId: unit.id });
    const post = await openPost(office.id);
    const acting = await fill(post, { capacity: 'PLT', validTo: '2025-01-01' });

    const definitive = await fill(acting, { name: 'Budi Contoh', validFrom: '2025-01-01' });

    expect(definitive).toMatchObject({
      __typename: 'Post',
      version: 3,
      viewerCan: ['FILL', 'VACATE'],
    });
    const { data, errors } = await service.ask<any>(structure, { id: office.id });
    expect(errors).toEqual([]);
    expect(data.office).toEqual({
      units: [
        { name: 'Bidang Sosial', kind: 'BIDANG', parent: null },
        { name: 'Seksi Kelembagaan', kind: 'SEKSI', parent: { name: 'Bidang Sosial' } },
      ],
      posts: [
        { title: 'Kasi Kelembagaan', unit: { name: 'Seksi Kelembagaan' } },
        { title: 'Kepala Dinas', unit: null },
      ],
      head: {
        initials: 'N. P. C.',
        capacity: 'PLT',
        post: { title: 'Kepala Dinas' },
        decree: { number: '821/1/2024' },
      },
      later: { initials: 'B. C.', capacity: 'DEFINITIVE' },
      never: null,
    });
    const stored = JSON.stringify(await service.rows('select * from post_holder'));
    expect(stored).not.toContain('Nama Pejabat');
  });

  test('refuses a second holder, a stale version, a unit of another office and another regency', async () => {
    const office = await anOffice();
    const other = await anOffice({ regionCode: '33.16' });
    const post = await openPost(office.id);
    const filled = await fill(post);

    expect(await fill(filled)).toMatchObject({ ground: 'held-already' });
    expect(await fill(post)).toMatchObject({ __typename: 'ConflictProblem' });
    const unit = await openUnit(other.id, {}, ministry);
    expect(await openPost(office.id, { unitId: unit.id })).toMatchObject({
      ground: 'other-office',
    });
    expect(await openUnit(office.id, {}, elsewhere)).toMatchObject({
      __typename: 'NotAllowedProblem',
    });
    expect(await fill(filled, {}, elsewhere)).toMatchObject({ __typename: 'NotAllowedProblem' });
  });

  test('is held by one also when two fill it at once', async () => {
    const post = await openPost((await anOffice()).id);

    const outcomes = await Promise.all([fill(post), fill(post)]);

    const [late] = outcomes.filter(({ __typename }) => __typename !== 'Post');
    // The later one either saw the post changed, or its holder there already.
    expect(['ConflictProblem', 'PostRefusedProblem']).toContain(late?.__typename);
    expect(outcomes.filter(({ __typename }) => __typename === 'Post')).toHaveLength(1);
    const holders = await service.rows('select 1 from post_holder where post_id = $1', [
      decodeId('pst', post.id),
    ]);
    expect(holders).toHaveLength(1);
  });

  test('ends from the leaves: post vacated, post closed, unit closed', async () => {
    const office = await anOffice();
    const unit = await openUnit(office.id);
    const post = await fill(await openPost(office.id, { unitId: unit.id }));
    const on = '2024-06-01';
    const close = (name: string, of: 'Post' | 'OfficeUnit', row: Outcome) =>
      command(name, 'CloseInput', of, { ...seen(row), on });

    expect(await close('closePost', 'Post', post)).toMatchObject({ ground: 'in-use' });
    const vacated = await command('vacatePost', 'VacatePostInput', 'Post', { ...seen(post), on });
    expect(await close('closeUnit', 'OfficeUnit', unit)).toMatchObject({ ground: 'in-use' });
    const closed = await close('closePost', 'Post', vacated);
    expect(closed).toMatchObject({ __typename: 'Post', viewerCan: [] });
    expect(await close('closeUnit', 'OfficeUnit', unit)).toMatchObject({ version: 2 });
  });

  test('costs the same for many offices, answers a replayed key once', async () => {
    const page = (first: number) =>
      service.ask<any>(
        `{ offices(region: "32.79", first: ${first}) { nodes { units { id parent { id } } posts { id holders { initials } viewerCan unit { id } } head { initials } } } }`,
        {},
        head,
      );
    const one = await page(1);
    const many = await page(50);
    expect(many.data.offices.nodes.length).toBeGreaterThan(1);
    expect(many.statements).toBeLessThanOrEqual(one.statements);

    const facts = { idempotencyKey: randomUUID() };
    const office = await anOffice();
    const first = await openUnit(office.id, facts);
    expect(await openUnit(office.id, facts)).toEqual(first);
  });
});

describe('the office of the nation', () => {
  test('is the ministry, seen by all, with no region', async () => {
    const facts = { kind: 'KEMENSOS', regionCode: null, name: 'Kementerian Sosial' };
    const office = await anOffice(facts);

    expect(office).toMatchObject({ __typename: 'Office', region: null });
    const { data } = await service.ask<any>(
      '{ offices { nodes { kind } } inside: offices(region: "32") { nodes { kind } } }',
    );
    expect(data.offices.nodes).toContainEqual({ kind: 'KEMENSOS' });
    expect(data.inside.nodes).not.toContainEqual({ kind: 'KEMENSOS' });
    const dinsos = await anOffice({ regionCode: null });
    expect(dinsos).toMatchObject({ __typename: 'InvalidInputProblem', field: 'regionCode' });
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anOrganization } from '../organization/organization.fixture.js';
import { organizations } from '../service.js';

let service: TestService;
let boardId: string;
const ministry = aCaller({ role: 'KEMENSOS_STAFF', region: '' });
const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const head = aCaller({ role: 'DINSOS_REGENCY_HEAD', region: '32.79' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_HEAD', region: '33.16' });

interface Outcome {
  __typename: string;
  id: string;
  version: number;
  [field: string]: unknown;
}

const fields = `__typename
  ... on ClassificationInstrument { id version }
  ... on Classification { id version year status class proposedClass totalHundredths scores { aspect value } viewerCan }
  ... on ClassificationRefusedProblem { ground currentStatus }
  ... on InvalidInputProblem { field }
  ... on ConflictProblem { currentVersion }`;
const inputTypes: Record<string, string> = { verifyClassification: 'ClassificationStepInput' };

async function command(name: string, input: object, caller: Caller): Promise<Outcome> {
  const type = inputTypes[name] ?? `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const shown =
    name === 'adoptInstrument'
      ? fields.replace(/.*on Classification \{.*\n/, '')
      : fields.replace(/.*ClassificationInstrument.*\n/, '');
  const { data, errors } = await service.ask<Record<string, Outcome>>(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${shown} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data[name]!;
}

const six = (value: number) => ({
  organisation: value,
  humanResources: value,
  facilities: value,
  administration: value,
  partnership: value,
  programme: value,
});

let places = 0;

/** A registered Karang Taruna in a village of its own. */
async function aVillage(): Promise<{ id: string; officer: Caller }> {
  const regionCode = `32.79.04.${2001 + places++}`;
  const { id } = await anOrganization(service, { status: 'ACTIVE', regionCode });
  const officer = aCaller({ role: 'KT_OFFICER', region: regionCode, organizationId: id });
  return { id: encodeId('org', id), officer };
}

const draft = (organizationId: string, year = 2024, caller = staff, facts = {}) =>
  command('draftClassification', { organizationId, year, ...facts }, caller);
const step = (name: string, { id, version }: Outcome, caller: Caller, facts = {}) =>
  command(name, { id, expectedVersion: version, ...facts }, caller);
const scoring = (value: number) => ({
  scores: six(value),
  assessors: [{ organizationId: boardId }],
});
const decree = { number: '466/1/2024', issuedOn: '2024-11-15', signatoryPosition: 'Kepala Dinas' };

async function determined(organizationId: string, value: number, year = 2024): Promise<Outcome> {
  const drafted = await draft(organizationId, year);
  const scored = await step('scoreClassification', drafted, staff, scoring(value));
  const verified = await step('verifyClassification', scored, head);
  return step('determineClassification', verified, head, { decree });
}

beforeAll(async () => {
  service = await startTestService(organizations);
  const villages = Array.from({ length: 20 }, (_none, index) => `32.79.04.${2001 + index}`);
  await service.rows(
    `insert into region (code, name, search_name, bare_name, level, kind, parent_code, path, dataset_version)
     select code, code, code, code, 'VILLAGE', 'DESA', null, code, 'test' from unnest($1::text[]) as code`,
    [['32', '32.79', '33.16', ...villages]],
  );
  const board = await anOrganization(service, {
    status: 'ACTIVE',
    level: 'REGENCY',
    regionCode: '32.79',
  });
  boardId = encodeId('org', board.id);
});
afterAll(() => service?.stop());

describe('the instrument', () => {
  test('is adopted by the ministry; before it nothing is classified', async () => {
    const { id } = await aVillage();
    const cutOffs = { berkembangFrom: 40, majuFrom: 60, percontohanFrom: 80 };
    const input = { validFrom: '2020-01-15', weights: six(1), ...cutOffs };

    expect(await draft(id)).toMatchObject({ ground: 'no-instrument' });
    const odd = { ...input, majuFrom: 30 };
    expect(await command('adoptInstrument', odd, ministry)).toMatchObject({ field: 'cutOffs' });
    const keyed = { ...input, idempotencyKey: randomUUID() };
    const adopted = await command('adoptInstrument', keyed, ministry);
    expect(adopted).toMatchObject({ __typename: 'ClassificationInstrument', version: 1 });
    expect(await command('adoptInstrument', keyed, ministry)).toEqual(adopted);
    expect(await command('adoptInstrument', input, ministry)).toMatchObject({
      ground: 'in-progress',
    });
    const { data } = await service.ask<any>(
      '{ now: classificationInstrument { majuFrom weights { value } } early: classificationInstrument(on: "2020-01-14") { id } }',
    );
    expect(data.now).toMatchObject({ majuFrom: 60 });
    expect(data.early).toBeNull();
  });
});

describe('a classification', () => {
  test('is drafted, scored, verified and determined by two hands, and says so', async () => {
    const { id } = await aVillage();
    const drafted = await draft(id);
    const scored = await step('scoreClassification', drafted, staff, scoring(65));

    expect(scored).toMatchObject({
      status: 'SCORED',
      proposedClass: 'MAJU',
      totalHundredths: 6500,
      class: null,
      viewerCan: ['SCORE'],
    });
    expect(await step('verifyClassification', scored, staff)).toMatchObject({
      ground: 'own-scores',
    });
    const verified = await step('verifyClassification', scored, head);
    const byScorer = await step('determineClassification', verified, staff, { decree });
    expect(byScorer).toMatchObject({ ground: 'own-scores' });

    const final = await step('determineClassification', verified, head, { decree });

    expect(final).toMatchObject({ status: 'DETERMINED', class: 'MAJU', version: 4 });
    const said = (await service.published()).filter(({ key }) => key === id);
    expect(said).toMatchObject([
      { type: 'organizations.classification.scored.v1', data: { year: 2024 } },
      { type: 'organizations.classification.determined.v1', data: { class: 'MAJU' } },
    ]);
    expect(said[1]!.data).not.toHaveProperty('previousClass');
  });

  test('holds until another of its year supersedes it, and tells the class before', async () => {
    const { id } = await aVillage();
    await determined(id, 30, 2023);
    const first = await determined(id, 50);

    const again = await determined(id, 90);

    expect(again).toMatchObject({ class: 'PERCONTOHAN' });
    const { data } = await service.ask<any>(
      `query ($id: ID!) { organization(id: $id) {
        latest: classification { class } classification(year: 2023) { class decree { number } scores { value } }
        classifications { year status class } } }`,
      { id },
    );
    expect(data.organization.latest).toEqual({ class: 'PERCONTOHAN' });
    expect(data.organization.classification).toEqual({
      class: 'TUMBUH',
      decree: { number: '466/1/2024' },
      scores: null,
    });
    expect(data.organization.classifications).toEqual([
      { year: 2024, status: 'DETERMINED', class: 'PERCONTOHAN' },
      { year: 2024, status: 'SUPERSEDED', class: 'BERKEMBANG' },
      { year: 2023, status: 'DETERMINED', class: 'TUMBUH' },
    ]);
    const changes = (await service.published())
      .filter(({ key, type }) => key === id && type.endsWith('determined.v1'))
      .map((event) => [event.data.previousClass ?? null, event.data.class]);
    expect(changes).toEqual([
      [null, 'TUMBUH'],
      ['TUMBUH', 'BERKEMBANG'],
      ['BERKEMBANG', 'PERCONTOHAN'],
    ]);
    expect(first.id).not.toBe(again.id);
  });

  test('is objected to by its organization and determined again by decree', async () => {
    const { id, officer } = await aVillage();
    const final = await determined(id, 50);
    const other = await aVillage();
    const ground = { ground: 'PAPERS_OVERLOOKED' };

    const byOther = await step('objectToClassification', final, other.officer, ground);
    const objected = await step('objectToClassification', final, officer, ground);
    const raised = { decree, class: 'MAJU' };
    const again = await step('determineClassification', objected, head, raised);

    expect(byOther).toMatchObject({ __typename: 'NotAllowedProblem' });
    expect(objected).toMatchObject({ status: 'UNDER_OBJECTION', class: 'BERKEMBANG' });
    expect(again).toMatchObject({ status: 'DETERMINED', class: 'MAJU' });
    expect((await service.published()).filter(({ key }) => key === id).slice(-2)).toMatchObject([
      { type: 'organizations.classification.objected.v1' },
      { data: { class: 'MAJU', previousClass: 'BERKEMBANG' } },
    ]);
  });

  test('refuses a second draft of the year, odd assessors, a stale version and other offices', async () => {
    const { id } = await aVillage();
    const facts = { idempotencyKey: randomUUID() };
    const drafted = await draft(id, 2024, staff, facts);

    expect(await draft(id, 2024, staff, facts)).toEqual(drafted);
    expect(await draft(id)).toMatchObject({ ground: 'in-progress' });
    expect(await draft(id, 2024, elsewhere)).toMatchObject({ __typename: 'NotAllowedProblem' });
    expect(await draft(boardId)).toMatchObject({ field: 'organizationId' });
    const own = {
      ...scoring(50),
      assessors: [{ organizationId: id }, { organizationId: boardId }],
    };
    expect(await step('scoreClassification', drafted, staff, own)).toMatchObject({
      field: 'assessors',
    });
    const nobody = { ...scoring(50), assessors: [{ organizationId: boardId }, {}] };
    expect(await step('scoreClassification', drafted, staff, nobody)).toMatchObject({
      field: 'assessors',
    });
    const stale = { ...drafted, version: 9 };
    expect(await step('scoreClassification', stale, staff, scoring(50))).toMatchObject({
      __typename: 'ConflictProblem',
    });
    expect(await step('scoreClassification', drafted, elsewhere, scoring(50))).toMatchObject({
      __typename: 'NotFoundProblem',
    });
  });

  test('counts once per Karang Taruna in its region, by the latest class of the years asked for', async () => {
    const { id } = await aVillage();
    await determined(id, 90, 2022);
    await determined(id, 30, 2025);
    const counts = async (year: string) => {
      const { data } = await service.ask<any>(
        `{ region(code: "32.79") { karangTaruna { byClass${year} { class count } } } }`,
      );
      return data.region.karangTaruna.byClass;
    };

    expect(await counts('(year: 2021)')).toEqual([]);
    expect(await counts('(year: 2022)')).toEqual([{ class: 'PERCONTOHAN', count: 1 }]);
    const now: { class: string; count: number }[] = await counts('');
    const [all] = await service.rows<{ count: number }>(
      "select count(distinct organization_id)::integer as count from classification where status = 'DETERMINED'",
    );
    expect(now.reduce((sum, { count }) => sum + count, 0)).toBe(all!.count);
    expect(now[0]).toMatchObject({ class: 'TUMBUH' });
  });

  test('costs the same for many organizations', async () => {
    const page = (first: number) =>
      service.ask<any>(
        `{ organizations(region: "32.79", level: VILLAGE, first: ${first}) { nodes { classification { class instrument { id } assessingOrganizations { id } } classifications { year scores { value } viewerCan } } } }`,
        {},
        head,
      );
    const [few, many] = [await page(2), await page(100)];

    expect(many.data.organizations.nodes.length).toBeGreaterThan(3);
    expect(many.statements).toBe(few.statements);
  });
});

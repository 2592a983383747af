import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { Organization } from '../organization/organization.entity.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { organizations } from '../service.js';
import { Activity, WorkProgramme } from '../work-programme/work-programme.entity.js';

let service: TestService;
let banten: Organization;
let board: Caller;

beforeAll(async () => {
  service = await startTestService(organizations);
  await service.rows(
    `insert into region (code, name, search_name, bare_name, level, kind, parent_code, path, dataset_version)
     select code, code, code, code, 'PROVINCE', 'PROVINCE', null, code, 'test' from unnest($1::text[]) as code`,
    [['36', '36.04', '36.04.22', '33']],
  );
  banten = await anOrganization(service, { status: 'ACTIVE', level: 'PROVINCE', regionCode: '36' });
  board = aCaller({ role: 'KT_OFFICER', region: '36', organizationId: banten.id });
});
afterAll(() => service?.stop());

const office = aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: '36' });
const elsewhere = aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: '33' });

interface Outcome {
  __typename: string;
  id: string;
  version: number;
  status?: string;
  ground?: string;
  field?: string;
}

async function give(mutation: string, input: object, caller: Caller): Promise<Outcome> {
  const types: Record<string, string> = {
    planOrganizationEvent: 'PlanOrganizationEventInput',
    linkOrganizationEvent: 'LinkOrganizationEventInput',
  };
  const { data, errors } = await service.ask<Record<string, Outcome>>(
    `mutation ($input: ${types[mutation] ?? 'OrganizationEventStepInput'}!) { ${mutation}(input: $input) {
      __typename ... on OrganizationEvent { id version status }
      ... on OrganizationEventRefusedProblem { ground } ... on InvalidInputProblem { field } } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data[mutation]!;
}

const seen = ({ id, version }: Outcome) => ({ id, expectedVersion: version });
const plan = (input: object = {}, caller = board) =>
  give(
    'planOrganizationEvent',
    {
      organizationId: encodeId('org', banten.id),
      kind: 'RAKERDA',
      title: 'Rakerda Contoh',
      startsOn: '2019-10-30',
      endsOn: '2019-10-30',
      ...input,
    },
    caller,
  );

/** An activity of a programme of this organization, as it stands in the table. */
async function anActivity(organization: Organization, year: number): Promise<string> {
  const { id: organizationId, regionCode } = organization;
  const own = { organizationId, regionCode, year, version: 1 };
  return service.asSystem(async (work) => {
    const { id: workProgrammeId } = await work.insert(WorkProgramme, {
      ...own,
      id: randomUUID(),
      status: 'DRAFT',
      budgets: [],
    });
    const { id } = await work.insert(Activity, {
      ...own,
      id: randomUUID(),
      workProgrammeId,
      status: 'DRAFT',
      title: 'Pemeriksaan kandungan gratis',
      kind: 'UKS',
      functions: [],
      pillar: 'PROTECTION',
      plannedOn: `${year}-10-30`,
      sustained: false,
    });
    return encodeId('act', id);
  });
}

describe('an event of an organization', () => {
  test('is planned with its venue, held, said once, and keeps sources that differ', async () => {
    const venue = { name: 'Lapangan Contoh', regionCode: '36.04.22' };
    const sources = [
      { source: 'Warta Contoh', field: 'startsOn', derivedBecause: 'The year is inferred.' },
      { source: 'Kabar Contoh', field: 'startsOn', value: '2019-10-31', accepted: false },
    ];
    const planned = await plan({ venue, sources });

    const held = await give('holdOrganizationEvent', seen(planned), board);

    expect(held).toMatchObject({ status: 'HELD', version: 2 });
    expect(
      (await service.published()).filter(({ data }) => data.organizationEventId === held.id),
    ).toMatchObject([
      {
        type: 'organizations.organization-event.held.v1',
        key: encodeId('org', banten.id),
        region: '36',
        data: { kind: 'RAKERDA', startsOn: '2019-10-30' },
      },
    ]);
    const { data } = await service.ask<{ organizationEvents: object }>(
      `{ organizationEvents(region: "36", year: 2019, kind: RAKERDA) { nodes { host { level }
        venue { name regionDerived region { code } }
        sources { source value accepted derived } } } }`,
    );
    expect(data.organizationEvents).toEqual({
      nodes: [
        {
          host: { level: 'PROVINCE' },
          venue: { name: 'Lapangan Contoh', regionDerived: false, region: { code: '36.04.22' } },
          sources: [
            { source: 'Warta Contoh', value: null, accepted: true, derived: true },
            { source: 'Kabar Contoh', value: '2019-10-31', accepted: false, derived: false },
          ],
        },
      ],
    });
  });

  test('links activities of its host and awards, and no activity of another', async () => {
    const event = await plan({ kind: 'BULAN_BHAKTI' });
    const own = await anActivity(banten, 2019);
    const other = await anOrganization(service, { status: 'ACTIVE', regionCode: '36.04' });
    const foreign = await anActivity(other, 2019);
    const awards = [encodeId('awd', randomUUID())];

    const linked = await give(
      'linkOrganizationEvent',
      { ...seen(event), activities: [own], awards },
      board,
    );

    expect(linked).toMatchObject({ version: 2 });
    expect(
      await give('linkOrganizationEvent', { ...seen(linked), activities: [foreign] }, board),
    ).toMatchObject({ field: 'activities' });
    const { data } = await service.ask<{ organizationEvent: object }>(
      `query ($id: ID!) { organizationEvent(id: $id) { linkedActivities { id } linkedAwards { id } } }`,
      { id: event.id },
      office,
    );
    expect(data.organizationEvent).toEqual({
      linkedActivities: [{ id: own }],
      linkedAwards: awards.map((id) => ({ id })),
    });
  });

  test('is refused to others, before its day, at a region that is not there, and when stale', async () => {
    const tomorrow = { startsOn: '2026-11-21', endsOn: '2026-11-21' };
    const planned = await plan(tomorrow);

    expect((await plan({}, elsewhere)).__typename).toBe('NotAllowedProblem');
    expect(await plan({ venue: { name: 'Contoh', regionCode: '36.99' } })).toMatchObject({
      field: 'venue',
    });
    expect(await give('holdOrganizationEvent', seen(planned), board)).toMatchObject({
      ground: 'too-early',
    });
    expect((await give('cancelOrganizationEvent', seen(planned), elsewhere)).__typename).toBe(
      'NotAllowedProblem',
    );
    expect(await give('cancelOrganizationEvent', seen(planned), office)).toMatchObject({
      status: 'CANCELLED',
    });
    expect((await give('cancelOrganizationEvent', seen(planned), board)).__typename).toBe(
      'ConflictProblem',
    );
  });

  test('answers a replayed key with its first answer', async () => {
    const input = { idempotencyKey: randomUUID(), kind: 'TEMU_KARYA' };

    const first = await plan(input);

    expect(await plan(input)).toEqual(first);
  });
});

describe('Query.organizationEvents', () => {
  test('asks as many statements for many as for few', async () => {
    const activities = [await anActivity(banten, 2021)];
    const venue = { name: 'Balai Contoh', regionCode: '36.04' };
    for (let index = 0; index < 4; index += 1) {
      const event = await plan({ kind: 'RAPAT_KERJA', venue });
      await give('linkOrganizationEvent', { ...seen(event), activities }, board);
    }
    const ask = (first: number) =>
      service.ask(
        `query ($first: Int!) { organizationEvents(region: "36", kind: RAPAT_KERJA, first: $first) {
          nodes { viewerCan host { name } openedBy { name } venue { region { code } }
            sources { source } linkedActivities { title } linkedAwards { id } } } }`,
        { first },
        board,
      );

    const few = await ask(2);
    const many = await ask(100);

    expect(few.errors).toEqual([]);
    expect(many.statements).toBe(few.statements);
  });
});

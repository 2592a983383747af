import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SubgraphDefinition } from '@jejaring/chassis/graph/subgraph';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import { recordAudit } from '@jejaring/chassis/work/audit';
import type { AuditEntry } from '@jejaring/chassis/work/audit';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { accountOf } from '@jejaring/chassis/work/standing';
import { organizationsAuditSealed } from '@jejaring/schema/events/audit.events';
import { aSigner } from './chain.fixture.js';
import { directorySealStore } from './directory-seal-store.js';
import { aSubject, sealedNotes } from './sealed-notes.fixture.js';
import { ServiceAudit } from './service-audit.js';
import { auditGraph } from './trail.resolver.js';

const audit = new ServiceAudit('organizations', organizationsAuditSealed);
const shown = auditGraph(audit, async ({ caller }, person) => person === `person_of_${caller.id}`);

let service: TestService;
let directory: string;
let chores: ReturnType<ServiceAudit['sealWith']>;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'seals-'));
  chores = audit.sealWith(aSigner(), directorySealStore(directory));
  const graph = { ...shown } as SubgraphDefinition;
  service = await startTestService({
    name: 'organizations',
    database: sealedNotes,
    graph,
    consumers: [],
  });
});
afterAll(async () => {
  await service.stop();
  await rm(directory, { recursive: true });
});

const sealNow = async () => {
  for (const { act } of chores) await service.asSystem(act);
};

const officer = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79', id: 'ratna' });

const enter = (entry: Partial<AuditEntry>, caller: Caller = officer) =>
  service.database.inWork({ caller, readOnly: false }, (work) =>
    recordAudit(work, {
      kind: 'READ',
      operation: 'WelfareCase.beneficiary',
      subjects: [aSubject('case_1')],
      decision: 'ALLOWED',
      ...entry,
    }),
  );

const trail = `query Trail($id: ID!, $first: Int! = 20, $after: String) { auditTrail(entity: $id) { organizations(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  nodes { id kind at actor role operation fieldClasses decision reason purpose policyVersion seal }
} } }`;
const log = `query Log($id: ID!) { accessLog(person: $id) { own organizations { totalCount nodes { actor operation } } } }`;
const verify = `{ verifyAuditChain { organizations { intact seals entries damage entryId message { en id } } } }`;

type Page = {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  nodes: Record<string, unknown>[];
};
const auditor = (region: string | null) => aCaller({ role: 'AUDITOR', region });

async function trailOf(id: string, caller: Caller, page: object = {}): Promise<Page> {
  const { data } = await service.ask<{ auditTrail: { organizations: Page } }>(
    trail,
    { id, ...page },
    caller,
  );
  return data.auditTrail.organizations;
}

describe('Query.auditTrail', () => {
  test('tells who did what with one thing, the newest first, and about nothing else', async () => {
    const subjects = [aSubject('case_a'), aSubject('case_other', '31')];
    await enter({ kind: 'WRITE', operation: 'acceptCase', subjects, fieldClasses: ['internal'] });
    await enter({ decision: 'REFUSED', reason: 'not-allowed', subjects: [aSubject('case_a')] });
    await sealNow();

    const { totalCount, nodes } = await trailOf('case_a', auditor('32'));
    expect(totalCount).toBe(2);
    expect(nodes).toMatchObject([
      { kind: 'READ', decision: 'REFUSED', reason: 'not-allowed' },
      { kind: 'WRITE', operation: 'acceptCase', actor: accountOf('ratna'), seal: 1 },
    ]);
    expect(JSON.stringify(nodes)).not.toContain('case_other');
  });

  test.each([
    ['an auditor of the province', auditor('32'), 1],
    ['an auditor of the regency', auditor('32.79'), 1],
    ['an auditor of the nation', auditor(''), 1],
    ['an auditor of another province', auditor('36'), 0],
    ['an auditor of the regency whose code begins alike', auditor('32.7'), 0],
    ['an auditor of no region', auditor(null), 0],
    ['the data protection officer', aCaller({ role: 'DATA_PROTECTION_OFFICER', region: '' }), 1],
  ])('opens by the region of the asked subject: %s', async (_who, caller, seen) => {
    const id = `case_of_${caller.role}_${caller.region}`;
    await enter({ subjects: [aSubject(id), aSubject('elsewhere', '36.71')] });
    await sealNow();
    expect((await trailOf(id, caller)).nodes).toHaveLength(seen);
  });

  test('of what lies in no known region is for the nation alone', async () => {
    await enter({ subjects: [aSubject('case_nowhere', null)] });
    await sealNow();
    expect((await trailOf('case_nowhere', auditor('32'))).nodes).toHaveLength(0);
    expect((await trailOf('case_nowhere', auditor(''))).nodes).toHaveLength(1);
  });

  test.each(['PUBLIC', 'KT_OFFICER', 'DINSOS_REGENCY_HEAD', 'KEMENSOS_STAFF'] as const)(
    'is not for %s, and neither are its rows',
    async (role) => {
      const caller = aCaller({ role, region: '' });
      const { errors } = await service.ask(trail, { id: 'case_a' }, caller);
      expect(errors[0]?.extensions.code).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
      const rows = await service.database.inWork({ caller, readOnly: true }, (work) =>
        work.sql('select entry_id from audit_subject union all select id from audit_entry'),
      );
      expect(rows).toEqual([]);
    },
  );

  test('is entered itself, so that watchers are watched', async () => {
    const watcher = auditor('32.79');
    await enter({ subjects: [aSubject('case_watched')] });
    await sealNow();
    await trailOf('case_watched', { ...watcher, purpose: 'AUDIT' as never });
    await sealNow();
    const { nodes } = await trailOf('case_watched', watcher);
    expect(nodes[0]).toMatchObject({
      operation: 'AuditTrail.organizations',
      role: 'AUDITOR',
      actor: accountOf(watcher.id),
    });
  });

  test('costs as many statements for a long page as for a short one, and pages without a gap', async () => {
    for (let turn = 0; turn < 5; turn += 1) await enter({ subjects: [aSubject('case_long')] });
    await sealNow();
    const caller = auditor('32');
    const short = await service.ask(trail, { id: 'case_long', first: 1 }, caller);
    const long = await service.ask(trail, { id: 'case_long', first: 100 }, caller);
    expect(short.statements).toBe(long.statements);
    const first = await trailOf('case_long', caller, { first: 3 });
    const rest = await trailOf('case_long', caller, {
      first: 100,
      after: first.pageInfo.endCursor,
    });
    const ids = [...first.nodes, ...rest.nodes].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(first.totalCount);
    const { errors } = await service.ask(trail, { id: 'case_long', after: 'WyJ4Il0' }, caller);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('Query.accessLog', () => {
  test('tells a person who looked at them, wherever those sit, and nobody else', async () => {
    const me = aCaller({ role: 'KT_MEMBER', region: '32.79.04.2006', id: 'neneng' });
    await enter({ subjects: [aSubject('person_of_neneng', '36')], fieldClasses: ['personal'] });
    await enter({ kind: 'WRITE', operation: 'rename', subjects: [aSubject('person_of_neneng')] });
    await sealNow();

    const { data } = await service.ask<{ accessLog: { own: boolean; organizations: Page } }>(
      log,
      { id: 'person_of_neneng' },
      me,
    );
    expect(data.accessLog).toMatchObject({ own: true, organizations: { totalCount: 1 } });
    const other = await service.ask(log, { id: 'person_of_neneng' }, { ...me, id: 'somebody' });
    expect(other.data).toEqual({ accessLog: null });
  });

  test('opens to auditors by region, and not to an office', async () => {
    await enter({ subjects: [aSubject('person_x', '32.79.01')] });
    await sealNow();
    const asked = async (caller: Caller) =>
      (await service.ask<{ accessLog: { organizations: Page } }>(log, { id: 'person_x' }, caller))
        .data.accessLog.organizations.totalCount;
    expect(await asked(auditor('32.79'))).toBe(1);
    expect(await asked(auditor('32.09'))).toBe(0);
    const { errors } = await service.ask(log, { id: 'person_x' }, officer);
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('Query.verifyAuditChain', () => {
  test('says that the chain is intact, and after an edit which entry is not', async () => {
    await enter({});
    await sealNow();
    const asked = () =>
      service.ask<{ verifyAuditChain: { organizations: Record<string, unknown> } }>(
        verify,
        {},
        auditor('32'),
      );
    const before = (await asked()).data.verifyAuditChain.organizations;
    expect(before).toMatchObject({ intact: true, damage: null, message: null });

    const [edited] = await service.rows<{ id: string }>(
      "update audit_entry set actor = 'nobody' where id = (select max(entry_id) from audit_leaf) returning id",
    );
    const { organizations } = (await asked()).data.verifyAuditChain;
    expect(organizations).toMatchObject({ intact: false, damage: 'EDITED', entryId: edited!.id });
    expect(organizations.message).toMatchObject({ id: expect.stringContaining('disegel') });
  });

  test('is not for offices', async () => {
    const { errors } = await service.ask(verify, {}, officer);
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { roles } from '@jejaring/schema/roles';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { clockAt } from '../process/clock.js';
import { refuseUnsafeRole } from '../process/database.js';
import { createTestDatabase } from '../testing/database.js';
import type { TestDatabase } from '../testing/database.js';
import { aCaller } from '../testing/graph-client.js';
import { aNote, Note, noteCounted, noteDatabase, noteKey } from '../testing/note-service.js';
import { change } from './change.js';
import { findRecorded } from './history.js';
import { accountOf } from './standing.js';
import { proceed, refuse } from './refusal.js';
import type { Caller } from './scope.rules.js';
import { covers, systemCaller } from './scope.rules.js';
import { Database } from './unit-of-work.js';

let test_: TestDatabase;
let source: DataSource;
let database: Database;

beforeAll(async () => {
  test_ = await createTestDatabase(noteDatabase);
  source = await test_.connect();
  database = new Database(source, 'notes', clockAt(new Date('2026-11-20T02:00:00Z')));
});
beforeEach(() => asSystem((work) => work.sql('delete from note')));
afterAll(async () => {
  await source.destroy();
  await test_.drop();
});

const asSystem = <T>(act: Parameters<typeof database.inWork<T>>[1]) =>
  database.inWork({ caller: systemCaller('test'), readOnly: false }, act);
const visibleTo = (caller: Caller) =>
  database.inWork({ caller, readOnly: true }, async (work) => work.list(Note, {}));
const staff = (region: string | null) => aCaller({ role: 'DINSOS_REGENCY_STAFF', region });

/** What the row-level security of a note says, told again in other words. */
function sees(caller: Caller, note: Note): boolean {
  const { role, region, organizationId, id } = caller;
  if (role === 'DINSOS_REGENCY_STAFF' || role === 'DINSOS_PROVINCE_STAFF')
    return covers(region, note.regionCode);
  if (role === 'KT_OFFICER')
    return id === note.makerId || (organizationId ?? 'none') === note.organizationId;
  return role === 'AUDITOR' && note.status === 'DONE';
}

describe('scope', () => {
  test('a role sees rows exactly where its policy says, whatever role, region, organization, state', async () => {
    const organizations = [randomUUID(), randomUUID()];
    const regions = ['32', '32.79', '32.79.04', '32.79.04.2006', '32.7', '33.16', '36'];
    const notes = regions.flatMap((regionCode) =>
      [null, ...organizations].flatMap((organizationId) =>
        (['OPEN', 'DONE'] as const).map((status) => ({ regionCode, organizationId, status })),
      ),
    );
    const stored = await asSystem(async (work) => {
      const made = [];
      for (const note of notes)
        made.push(await aNote(work, { ...note, makerId: `maker-${note.status}` }));
      return made;
    });
    const anyCaller = fc.record({
      role: fc.constantFrom(...roles),
      region: fc.constantFrom(null, '', ...regions),
      organizationId: fc.constantFrom(null, ...organizations),
      id: fc.constantFrom('maker-OPEN', 'maker-DONE', 'nobody'),
    });

    await fc.assert(
      fc.asyncProperty(anyCaller, async (fields) => {
        const caller = aCaller(fields);
        const seen = (await visibleTo(caller)).map(({ id }) => id).sort();
        const allowed = stored.filter((note) => sees(caller, note));
        expect(seen).toEqual(allowed.map(({ id }) => id).sort());
      }),
      { numRuns: 200 },
    );
  });

  test('nothing is visible and nothing can be written without a scope', async () => {
    await asSystem((work) => aNote(work));

    expect(await source.query('select * from note')).toEqual([]);
    await expect(
      source.query(
        "insert into note (id, region_code, maker_id, status) values (gen_random_uuid(), '32', 'x', 'OPEN')",
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  test('a pooled connection forgets its caller, under many callers at once', async () => {
    await asSystem(async (work) => {
      for (let place = 0; place < 20; place += 1) {
        await aNote(work, { regionCode: `32.${String(place + 10)}` });
      }
    });
    // Five times as many at once as there are connections, again and again: all at once would wait too long.
    const asked = Array.from({ length: 40 }, (_none, index) => `32.${String((index % 20) + 10)}`);
    for (let round = 0; round < 10; round += 1) {
      const answers = await Promise.all(asked.map((region) => visibleTo(staff(region))));

      const regions = answers.map((rows) => rows.map(({ regionCode }) => regionCode));
      expect(regions).toEqual(asked.map((region) => [region]));
    }
    expect(await source.query('select * from note')).toEqual([]);
  });

  test('a claim stands unless the register knows the person and no appointment covers it', async () => {
    await asSystem((work) => aNote(work, { regionCode: '32.79.04.2006' }));
    const officer = staff('32.79');
    expect(await visibleTo(officer)).toHaveLength(1);
    const appoint = (fields: { role?: string; region?: string; to?: Date | null }) =>
      asSystem((work) =>
        work.sql(
          `insert into standing (appointment_id, account, role, region_code, valid_from, valid_to)
           values (gen_random_uuid(), $1, $2, $3, '2020-01-01', $4)`,
          [
            accountOf(officer.id),
            fields.role ?? officer.role,
            fields.region ?? '32',
            fields.to ?? null,
          ],
        ),
      );
    await appoint({ role: 'AUDITOR' });
    await appoint({ region: '32.7' });
    await appoint({ region: '32.79.04' });
    await appoint({ to: new Date('2021-01-01') });
    expect(await visibleTo(officer)).toEqual([]);

    await appoint({});
    expect(await visibleTo(officer)).toHaveLength(1);
    await asSystem((work) => work.sql("update standing set valid_to = '2021-01-01'"));
    expect(await visibleTo(officer)).toEqual([]);
    const rights = await database.inWork({ caller: officer, readOnly: false }, async (work) => [
      work.caller.role,
      work.caller.region,
      work.caller.id,
    ]);
    expect(rights).toEqual(['PUBLIC', null, officer.id]);
    await asSystem((work) => work.sql("update standing set account = 'nobody'"));
  });

  test('every table is declared, and guarded unless it is internal', async () => {
    const tables = await source.query<{ name: string; access: string | null; guarded: boolean }[]>(`
      select c.relname as name, substring(obj_description(c.oid) from 'access: (\\w+)') as access,
        c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid) as guarded
      from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'migrations'`);

    const undeclared = tables.filter(({ access }) => access === null);
    const open = tables.filter(({ access, guarded }) => access !== 'internal' && !guarded);
    expect({ undeclared, open }).toEqual({ undeclared: [], open: [] });
  });

  test('a service does not serve as owner or superuser', async () => {
    await expect(refuseUnsafeRole(source)).resolves.toBeUndefined();
    const { connect } = await import('../process/database.js');
    const owner = await connect(noteDatabase, test_.ownerUrl, 'test');

    await expect(refuseUnsafeRole(owner)).rejects.toThrow('must not be superuser, owner');
    await owner.destroy();
  });

  test('the trail cannot be altered by the service', async () => {
    for (const statement of [
      'update audit_entry set actor = null',
      'delete from audit_entry',
      'truncate audit_entry',
    ]) {
      await expect(source.query(statement)).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('a command', () => {
  const caller = staff('32.79');
  const count = (id: string, expectedVersion: number, key = randomUUID()) =>
    change(
      database,
      { caller },
      {
        operation: 'count',
        idempotencyKey: key,
        input: { id, expectedVersion },
        entity: Note,
        async act(work) {
          const note = await work.getAt(Note, id, expectedVersion);
          const saved = await work.update(Note, note, { count: note.count + 1 });
          await work.publish(noteCounted, {
            region: saved.regionCode,
            data: { noteId: noteKey(id), by: 1 },
          });
          return saved;
        },
      },
    );
  const stored = (sql: string, parameters: unknown[] = []) =>
    asSystem((work) => work.sql(sql, parameters));

  test('of a hundred at once on one version, one wins and the others are told', async () => {
    const { id } = await asSystem((work) => aNote(work));

    const outcomes = await Promise.all(Array.from({ length: 100 }, () => count(id, 1)));

    const won = outcomes.filter((outcome) => !('refused' in outcome));
    const told = outcomes.filter(
      (outcome) => 'refused' in outcome && outcome.refused === 'conflict',
    );
    expect([won.length, told.length]).toEqual([1, 99]);
    expect(await stored('select count, version from note')).toEqual([{ count: 1, version: 2 }]);
  });

  test('leaves row, event, answer and audit together, or only the audit of its refusal', async () => {
    const { id } = await asSystem((work) => aNote(work));
    const key = randomUUID();
    await expect(
      change(
        database,
        { caller },
        {
          operation: 'break',
          idempotencyKey: key,
          input: {},
          entity: Note,
          async act(work) {
            const note = await work.get(Note, id);
            await work.update(Note, note, { count: 7 });
            await work.publish(noteCounted, { region: null, data: { noteId: noteKey(id), by: 7 } });
            return refuse({ refused: 'on-second-thought' });
          },
        },
      ),
    ).resolves.toEqual({ refused: 'on-second-thought' });

    expect(await stored('select count, version from note')).toEqual([{ count: 0, version: 1 }]);
    expect(await stored('select 1 from outbox where aggregateid = $1', [noteKey(id)])).toEqual([]);
    expect(await stored('select 1 from idempotency_key where key = $1', [key])).toEqual([]);
    expect(
      await stored("select decision, reason from audit_entry where operation = 'break'"),
    ).toEqual([{ decision: 'REFUSED', reason: 'on-second-thought' }]);
  });

  test('numbers the events of a key densely, in the order of its changes', async () => {
    const { id } = await asSystem((work) => aNote(work));
    for (let version = 1; version <= 5; version += 1) await count(id, version);

    const rows = await stored(
      'select ce_sequence as s, payload from outbox where aggregateid = $1 order by seq',
      [noteKey(id)],
    );
    expect(rows.map(({ s }) => Number(s))).toEqual([1, 2, 3, 4, 5]);
  });

  test('refuses data that breaks its contract, and keeps nothing of it', async () => {
    const { id } = await asSystem((work) => aNote(work));
    const act = asSystem((work) =>
      work.publish(noteCounted, {
        region: null,
        data: { noteId: noteKey(id), by: 'one' as never },
      }),
    );

    await expect(act).rejects.toThrow('breaks the contract');
  });

  test('is remembered as it was known at a moment of recorded time', async () => {
    const { id } = await asSystem((work) => aNote(work));
    const [before] = await stored('select clock_timestamp() as at');
    await count(id, 1);

    const known = await asSystem((work) => findRecorded(work, Note, id, before!.at as Date));
    const now = await asSystem((work) =>
      findRecorded(work, Note, id, new Date(Date.now() + 60_000)),
    );

    expect([known?.count, now?.count]).toEqual([0, 1]);
  });

  test('looks beyond its scope and is back in it afterwards', async () => {
    await asSystem((work) => aNote(work, { regionCode: '36' }));
    const counts = await database.inWork({ caller, readOnly: false }, async (work) => {
      const beyond = await work.beyondScope(async () => {
        await work.beyondScope(() => work.list(Note, {}));
        return work.list(Note, {});
      });
      return [beyond.length, (await work.list(Note, {})).length];
    });

    expect(counts).toEqual([1, 0]);
  });

  test('carries a rule’s changes on, and its refusal out', () => {
    expect(proceed({ refused: null, status: 'DONE' })).toEqual({ status: 'DONE' });
    expect(() => proceed({ refused: 'no' } as { refused: string | null })).toThrow('no');
  });

  test('does not begin when its deadline has passed, and is cut off when it passes', async () => {
    const late = { caller, readOnly: true, deadline: new Date(Date.now() - 1) };
    await expect(database.inWork(late, (work) => work.list(Note, {}))).rejects.toThrow('deadline');
    const short = { caller, readOnly: true, deadline: new Date(Date.now() + 150) };
    await expect(
      database.inWork(short, (work) => work.sql('select pg_sleep(5)')),
    ).rejects.toMatchObject({
      code: '57014',
    });
  });
});

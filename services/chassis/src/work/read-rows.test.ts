import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { DataSource, FindOptionsOrder, FindOptionsWhere } from 'typeorm';
import { In, IsNull, Not } from 'typeorm';
import { clockAt } from '../process/clock.js';
import { createTestDatabase } from '../testing/database.js';
import type { TestDatabase } from '../testing/database.js';
import { aNote, Note, noteDatabase } from '../testing/note-service.js';
import { systemCaller } from './scope.rules.js';
import { Database } from './unit-of-work.js';

let held: TestDatabase;
let source: DataSource;
let database: Database;

beforeAll(async () => {
  held = await createTestDatabase(noteDatabase);
  source = await held.connect();
  database = new Database(source, 'notes', clockAt(new Date('2026-11-20T02:00:00Z')));
});
beforeEach(() => asSystem((work) => work.sql('delete from note')));
afterAll(async () => {
  await source.destroy();
  await held.drop();
});

const asSystem = <T>(act: Parameters<typeof database.inWork<T>>[1]) =>
  database.inWork({ caller: systemCaller('test'), readOnly: false }, act);

describe('reading rows', () => {
  const marked = { regionCode: '32.79', status: 'OPEN' as const };
  test.each<[FindOptionsWhere<Note>, FindOptionsOrder<Note>]>([
    [{ regionCode: '32.79' }, { count: 'DESC', id: 'ASC' }],
    [{ count: In([1, 3]), ...marked }, { id: 'DESC' }],
    [{ regionCode: In(['32.79', "it's"]), organizationId: IsNull() }, { id: 'ASC' }],
    [{ count: In([]) }, { id: 'ASC' }],
    [{ count: Not(2) }, { organizationId: { direction: 'ASC', nulls: 'FIRST' }, id: 'ASC' }],
  ])('rows where %j, by %j, are those that TypeORM makes', async (where, order) => {
    await asSystem(async (work) => {
      for (const count of [1, 2, 3, 4])
        await aNote(work, { ...marked, count, organizationId: randomUUID() });
      await aNote(work, { ...marked, count: 3 });
    });

    const { ours, theirs } = await asSystem(async (work) => ({
      ours: await work.list(Note, where, order),
      theirs: await work.select(Note, 'n').setFindOptions({ where, order }).getMany(),
    }));
    expect(ours).toEqual(theirs);

    const first = await asSystem((work) => work.find(Note, where));
    expect(ours.length === 0 ? null : ours.map(({ id }) => id)).toEqual(
      ours.length === 0 ? first : expect.arrayContaining([first!.id]),
    );
  });
});

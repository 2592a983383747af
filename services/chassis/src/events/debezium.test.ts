import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { createTestDatabase } from '../testing/database.js';
import type { TestDatabase } from '../testing/database.js';
import { noteDatabase } from '../testing/note-service.js';
import type { OutboxRow } from '@jejaring/transports/outbox-row';
import { toRecord } from '@jejaring/transports/outbox-row';

const folder = path.join(import.meta.dirname, '../../../../infra/debezium/record');
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));

/** What Debezium's router made of the rows when it was asked; see infra/debezium. */
interface Recorded {
  topic: string;
  key: string;
  value: string | null;
  headers: [name: string, value: string | null][];
}

const rows = read('rows.json') as OutboxRow[];
const recorded = read('recorded.json') as Recorded[];

let testDatabase: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  testDatabase = await createTestDatabase(noteDatabase);
  source = await testDatabase.connect();
});
afterAll(async () => {
  await source.destroy();
  await testDatabase.drop();
});

/** A row as it was asked for, on its way through the table that the relay reads. */
async function throughTheTable({ seq, ...row }: OutboxRow): Promise<OutboxRow> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 2}`);
  await source.query(
    `insert into outbox (seq, ${columns.join(', ')}) overriding system value
     values ($1, ${places.join(', ')})`,
    [seq, ...Object.values(row)],
  );
  const [kept] = await source.query<OutboxRow[]>('select * from outbox where seq = $1', [seq]);
  return kept!;
}

describe('the relay sends what Debezium’s router would send', () => {
  const asked = rows.map(({ type, region }, at): [string, number] => [
    `${type}, region ${JSON.stringify(region)}`,
    at,
  ]);

  test.each(asked)('%s', async (_name, index) => {
    const { topic, key, value, headers } = toRecord(await throughTheTable(rows[index]!));
    const theirs = recorded[index]!;

    expect({ topic, key, value }).toEqual({
      topic: theirs.topic,
      key: theirs.key,
      value: theirs.value,
    });
    expect(Object.entries(headers)).toEqual(theirs.headers.filter(([, text]) => text !== null));
  });

  test('but for a header without a value, where it sends none', () => {
    const empty = recorded.map(({ headers }) => headers.filter(([, text]) => text === null));

    expect(empty).toEqual(rows.map(({ region }) => (region === null ? [['ce_region', null]] : [])));
  });

  test('and every kind of row was asked for', () => {
    const kinds = rows.map(
      ({ payload, region }) => `${payload === null ? 'tombstone' : 'event'} ${region}`,
    );

    expect(kinds).toEqual(expect.arrayContaining(['event 32.79.04.2006', 'event null', 'event ']));
    expect(kinds.some((kind) => kind.startsWith('tombstone'))).toBe(true);
  });
});

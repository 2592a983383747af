import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { archive, previewArchive } from './archiving.service.js';
import type { Asks } from './chain-reader.js';
import { Keeper } from './keeping.service.js';
import { aSubject, startSealedNotes } from './sealed-notes.fixture.js';
import type { SealedNotes } from './sealed-notes.fixture.js';

let notes: SealedNotes;
let owner: pg.Client;
let asks: Asks;

beforeAll(async () => {
  notes = await startSealedNotes();
  for (const size of [2, 3, 1, 4]) {
    await notes.act(Array.from({ length: size }, (_, at) => aSubject(`case_${size}_${at}`)));
    await notes.seal();
  }
  await notes.keep();
  owner = new pg.Client({ connectionString: notes.ownerUrl });
  await owner.connect();
  await owner.query("select set_config('app.role', 'SYSTEM', false)");
  asks = { sql: async (text, given = []) => (await owner.query(text, given)).rows as never };
});
afterAll(async () => {
  await owner.end();
  await notes.stop();
});

const service = 'organizations';
const archived = (number: number) =>
  path.join(
    notes.directory,
    service,
    'archive',
    '0001',
    `${String(number).padStart(12, '0')}.json`,
  );

describe('an archive', () => {
  test('takes nothing that is young, and says beforehand what it would take', async () => {
    const before = new Date('2020-01-01T00:00:00Z');
    expect(await previewArchive(asks, { service, before })).toMatchObject({ entries: 0 });
    expect(await archive(asks, { service, before, store: notes.store })).toMatchObject({
      seals: 0,
    });
    const tomorrow = new Date(Date.now() + 86_400_000);
    // All but the last seal, from which the chain goes on.
    expect(await previewArchive(asks, { service, before: tomorrow })).toEqual({
      seals: 3,
      entries: 6,
      lastSeal: 3,
    });
  });

  test('takes rows, leaves and seals out of the database, and the chain is verified as before', async () => {
    const before = new Date(Date.now() + 86_400_000);
    await archive(asks, { service, before, store: notes.store });

    expect(await notes.rows('select number from audit_seal')).toEqual([{ number: '4' }]);
    expect(await notes.rows('select id from audit_entry')).toHaveLength(4);
    expect(await notes.rows('select distinct entry_id from audit_subject')).toHaveLength(4);
    await notes.act([aSubject('case_after')]);
    await notes.seal();
    await notes.asSystem((work) =>
      new Keeper(service, notes.store, notes.signer).keepCommitted(work),
    );
    expect(await notes.verify()).toMatchObject({ finding: null, seals: 5, entries: 11 });
  });

  test('that was altered names the row, and one that is gone its seal', async () => {
    const file = archived(2);
    const genuine = await readFile(file, 'utf8');
    await writeFile(file, genuine.replace('"Note.text"', '"Note.title"'));
    expect((await notes.verify()).finding).toMatchObject({ damage: 'EDITED', seal: 2 });
    await rm(file);
    expect((await notes.verify()).finding).toMatchObject({ damage: 'DELETED', seal: 2 });
    await writeFile(file, genuine);
    expect((await notes.verify()).finding).toBeNull();
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { clockAt } from '@jejaring/chassis/process/clock';
import type { TestDatabase } from '@jejaring/chassis/testing/database';
import { createTestDatabase } from '@jejaring/chassis/testing/database';
import { aNote, noteDatabase } from '@jejaring/chassis/testing/note-service';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import { Database } from '@jejaring/chassis/work/unit-of-work';
import type { DataSource } from 'typeorm';
import { aFolder } from './abandoned.fixture.js';
import { canariesIn, canariesInDatabase, canariesInFiles } from './canaries.mjs';

let held: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  held = await createTestDatabase(noteDatabase);
  source = await held.connect();
});
afterAll(async () => {
  await source.destroy();
  await held.drop();
});

describe('the names of the demo', () => {
  test.each([
    'Asep Contoh Situbatu',
    'Warga Contoh 17',
    'Ketua Contoh Kujangsari',
    'Kepala Contoh',
  ])('are known: %s', (name) => {
    expect(canariesIn(`{"said":"${name}"}`)).toEqual([name]);
  });

  test('and identity numbers are known, but neither companies nor longer numbers', () => {
    expect(canariesIn('nik=9999990101900001,')).toEqual(['9999990101900001']);
    expect(canariesIn('Perusahaan Contoh 1, LKS Contoh Baritokuala, 99999901019000012')).toEqual(
      [],
    );
  });

  test('and the fraction of a measured time is nobody', () => {
    expect(canariesIn('seconds_sum{route="/graphql"} 0.9999999999999999')).toEqual([]);
    expect(canariesIn('NIK.9999990101900001')).toEqual(['9999990101900001']);
  });

  test('are found in files, also where two pieces of a large one meet', async () => {
    const folder = aFolder();
    mkdirSync(path.join(folder, 'base'));
    const block = 65_536;
    writeFileSync(path.join(folder, 'quiet.log'), 'nobody here');
    writeFileSync(
      path.join(folder, 'base', '16384'),
      `${'\0'.repeat(block - 7)}Asep Contoh Situbatu${'\0'.repeat(block)}`,
    );

    expect(await canariesInFiles(folder)).toEqual([
      `${path.join(folder, 'base', '16384')}: Asep Contoh Situbatu (1)`,
    ]);
  });

  test('are found in any table, whatever its row policies', async () => {
    const database = new Database(source, 'notes', clockAt(new Date('2026-11-20T02:00:00Z')));
    expect(await canariesInDatabase('notes', held.ownerUrl)).toEqual([]);

    await database.inWork({ caller: systemCaller('test'), readOnly: false }, (work) =>
      aNote(work, { makerId: 'Sri Contoh Mariam' }),
    );

    expect(await canariesInDatabase('notes', held.ownerUrl)).toEqual([
      'notes public.note: Sri Contoh Mariam (1)',
    ]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PoolClient } from 'pg';
import type { Asks } from './chain-reader.js';
import { aSubject, startSealedNotes } from './sealed-notes.fixture.js';
import type { SealedNotes } from './sealed-notes.fixture.js';
import { findPlace, tamperings } from './tampering.fixture.js';
import { verifyChain } from './verification.service.js';

let notes: SealedNotes;
let superuser: PoolClient;
let asks: Asks;
let turn = 0;

beforeAll(async () => {
  notes = await startSealedNotes();
  for (const size of [3, 4, 2, 5, 1]) {
    await notes.act(Array.from({ length: size }, (_, at) => aSubject(`case_${size}_${at}`)));
    await notes.seal();
  }
  await notes.keep();
  superuser = await notes.connect();
  // Foreign keys and triggers do not hold whoever owns the machine.
  await superuser.query("set session_replication_role = 'replica'; set timezone = 'UTC'");
  asks = {
    sql: async (text, parameters = []) => (await superuser.query(text, parameters)).rows as never,
  };
});
afterAll(async () => {
  superuser.release();
  await notes.stop();
});

const verify = () => verifyChain(asks, { service: 'organizations', store: notes.store });

describe('verification names the first bad row', () => {
  test.each(Object.entries(tamperings))('%s', async (_what, tamper) => {
    await superuser.query('begin');
    try {
      const choose = (count: number) => (turn += 3) % count;
      const place = await findPlace(asks, 'organizations', notes.signer, choose);
      const expected = await tamper(place);
      expect((await verify()).finding).toMatchObject(expected);
    } finally {
      await superuser.query('rollback');
    }
  });

  test('and finds nothing when nothing was done', async () => {
    expect(await verify()).toMatchObject({ finding: null, seals: 5, entries: 15 });
  });
});

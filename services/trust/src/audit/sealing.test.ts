import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import { recordAudit } from '@jejaring/chassis/work/audit';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import { aSubject, startSealedNotes } from './sealed-notes.fixture.js';
import type { SealedNotes } from './sealed-notes.fixture.js';
import { Keeper } from './keeping.service.js';
import { sealBatch, sealWaiting } from './sealing.service.js';
import { findKept, sealName } from './seal-store.js';

let notes: SealedNotes;

beforeAll(async () => {
  notes = await startSealedNotes();
});
beforeEach(async () => {
  await notes.rows('truncate audit_entry, audit_leaf, audit_seal, audit_subject, outbox');
  await notes.rows('update producer_epoch set epoch = 1');
  await rm(`${notes.directory}/organizations`, { recursive: true, force: true });
});
afterAll(() => notes.stop());

const leaves = () =>
  notes.rows<{ seq: string; entry_id: string }>('select * from audit_leaf order by seq');

/** Acts and seals so often that there are this many seals. */
async function sealTimes(times: number): Promise<void> {
  for (let at = 1; at <= times; at += 1) {
    await notes.act([aSubject(`case_${at}`)]);
    await notes.seal();
  }
}

describe('sealing', () => {
  test('gives each entry one place without a gap, signs the batch, says so and is verified', async () => {
    await notes.act([aSubject('case_1'), aSubject('case_2')]);
    await notes.seal();
    await notes.act([aSubject('case_3')]);
    await notes.seal();
    await notes.seal();

    expect((await leaves()).map(({ seq }) => seq)).toEqual(['1', '2', '3']);
    const said = await notes.rows('select type, aggregatetype, payload::json as data from outbox');
    expect(said).toMatchObject([
      { type: 'organizations.audit.sealed.v1', data: { number: 1, firstSeq: 1, lastSeq: 2 } },
      { aggregatetype: 'organizations.audit', data: { number: 2, chain: 'organizations' } },
    ]);
    await notes.keep();
    expect(await notes.verify()).toMatchObject({ finding: null, seals: 2, entries: 3 });
  });

  test('says nothing while nothing happens', async () => {
    await notes.seal();
    expect(await notes.rows('select * from audit_seal')).toEqual([]);
    expect(await notes.rows('select * from outbox')).toEqual([]);
  });

  test('waits for nobody: what a slow transaction enters is sealed when it has ended', async () => {
    const caller = aCaller({ role: 'KT_OFFICER' });
    const slow = await notes.database.open({ caller, readOnly: false });
    const entry = { kind: 'READ', operation: 'slow', decision: 'ALLOWED' } as const;
    await recordAudit(slow.work, { ...entry, subjects: [aSubject('case_slow')] });
    await sealTimes(2);
    expect(await leaves()).toHaveLength(2);
    await slow.end('commit');
    await sealTimes(1);

    const [first] = await notes.rows<{ id: string }>(
      "select id from audit_entry where operation = 'slow'",
    );
    expect((await leaves()).map(({ entry_id }) => entry_id)).toContain(first!.id);
    expect(await leaves()).toHaveLength(4);
    await notes.keep();
    expect((await notes.verify()).finding).toBeNull();
  });

  test('goes on where a full batch ended', async () => {
    await notes.act(Array.from({ length: 7 }, (_, at) => aSubject(`case_${at}`)));
    const sizes = await notes.asSystem(async (work) => {
      await work.sql("select set_config('timezone', 'UTC', true)");
      const made = [];
      for (let turn = 0; turn < 4; turn += 1) made.push(await sealBatch(work, notes.sealing, 3));
      return made;
    });
    expect(sizes).toEqual([3, 3, 1, 0]);
    expect((await notes.verify()).finding).toBeNull();
  });

  test('by two at once makes one chain: the second finds its number taken', async () => {
    await notes.act([aSubject('case_1')]);
    const together = await Promise.allSettled(
      [notes.database, notes.other].map((on) =>
        notes.asSystem((work) => sealWaiting(work, notes.sealing), on),
      ),
    );
    expect(together.map(({ status }) => status).sort()).toContain('fulfilled');
    expect(await leaves()).toHaveLength(1);
    await sealTimes(2);
    await notes.keep();
    expect(await notes.verify()).toMatchObject({ finding: null, entries: 3 });
  });

  test('by a leader that freezes is undone, and the next one goes on: no fork, no gap', async () => {
    await notes.act([aSubject('case_1')]);
    const frozen = await notes.database.open({ caller: systemCaller('seal'), readOnly: false });
    await sealWaiting(frozen.work, notes.sealing);
    // It holds its seal for longer than a sealer may stand still between two statements.
    await pause(6_000);
    await sealTimes(1);

    await expect(frozen.end('commit')).rejects.toThrow();
    expect((await leaves()).map(({ seq }) => seq)).toEqual(['1', '2']);
    await notes.keep();
    expect(await notes.verify()).toMatchObject({ finding: null, seals: 1, entries: 2 });
  });

  test('begins anew behind a restore into a cluster whose transactions count from below', async () => {
    await sealTimes(1);
    await notes.rows("update audit_seal set horizon = '99999999999'");
    await sealTimes(1);
    expect(await leaves()).toHaveLength(2);
  });

  test.each(['audit_leaf', 'audit_seal', 'audit_subject', 'audit_entry'])(
    'leaves no right to change or empty %s',
    async (table) => {
      for (const sql of [`delete from ${table}`, `truncate ${table}`])
        await expect(notes.asSystem((work) => work.sql(sql))).rejects.toThrow('permission denied');
    },
  );
});

describe('the second store', () => {
  test('has each seal with its leaves, and catches up with what a kill left out', async () => {
    await sealTimes(3);
    await notes.keep();
    await sealTimes(2);
    await new Keeper('organizations', notes.store, notes.signer).keepCommitted({
      sql: (text, parameters) => notes.asSystem((work) => work.sql(text, parameters)),
    });

    const kept = await findKept(notes.store, 'organizations', { epoch: 1, number: 5 });
    const [last] = (await leaves()).slice(-1);
    expect(kept).toMatchObject({ number: 5, leaves: [{ entryId: last!.entry_id }] });
    expect((await notes.verify()).finding).toBeNull();
  });

  test('is never written over: a fork stops the keeper, and verification names it', async () => {
    await sealTimes(1);
    await notes.keep();
    await notes.rows('truncate audit_entry, audit_leaf, audit_seal, audit_subject');
    await sealTimes(2);

    const another = new Keeper('organizations', notes.store, notes.signer);
    const forked = notes.asSystem((work) => another.keepCommitted(work));
    // What it looks for by halving is there; the next one is kept, the first is not touched.
    await expect(forked).resolves.toBeUndefined();
    expect((await notes.verify()).finding).toMatchObject({ damage: 'FORKED', seal: 1 });
  });

  test('of another chain refuses its next seal', async () => {
    await sealTimes(2);
    await notes.keep();
    const keeper = new Keeper('organizations', notes.store, notes.signer);
    await notes.asSystem((work) => keeper.keepCommitted(work));
    const next = sealName('organizations', { epoch: 1, number: 3 });
    await notes.store.add(next, '{"entryIds":[],"hashes":""}');
    await sealTimes(1);
    await expect(notes.asSystem((work) => keeper.keepCommitted(work))).rejects.toThrow('a fork');
    expect(await notes.store.get(next)).toBe('{"entryIds":[],"hashes":""}');
  });

  test('that misses a seal of more than a minute ago is told', async () => {
    await sealTimes(1);
    await notes.keep();
    await rm(`${notes.directory}/${sealName('organizations', { epoch: 1, number: 1 })}`);
    expect((await notes.verify()).finding).toBeNull();
    const inTwoMinutes = Date.now() + 120_000;
    expect((await notes.verify({ now: () => inTwoMinutes })).finding).toMatchObject({
      damage: 'NOT_KEPT',
      seal: 1,
    });
  });
});

describe('a restored database', () => {
  test('lacks what was sealed since the backup, which the operator has to know of', async () => {
    await sealTimes(3);
    await notes.keep();
    // The backup had the first seal.
    await notes.rows(
      'delete from audit_subject where entry_id in (select entry_id from audit_leaf where seq > 1)',
    );
    await notes.rows(
      'with gone as (delete from audit_leaf where seq > 1 returning entry_id) select 1',
    );
    await notes.rows('delete from audit_seal where number > 1');
    await notes.rows('delete from audit_entry where id not in (select entry_id from audit_leaf)');
    await notes.rows('update producer_epoch set epoch = 2');
    expect((await notes.verify()).finding).toMatchObject({ damage: 'TRUNCATED', seal: 2 });
    await sealTimes(2);
    await notes.keep();

    expect((await notes.verify()).finding).toMatchObject({ damage: 'TRUNCATED', seal: 2 });
    expect(await notes.verify({ restored: [2] })).toMatchObject({ finding: null, seals: 3 });
  });
});

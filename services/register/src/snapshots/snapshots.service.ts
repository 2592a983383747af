import { schemaAddress } from '@jejaring/schema/events/contract';
import { setTimeout as pause } from 'node:timers/promises';
import { keepsContract } from '@jejaring/chassis/events/cloud-event';
import type { Chore } from '@jejaring/chassis/process/housekeeping';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Database, Work } from '@jejaring/chassis/work/unit-of-work';
import type { EventContract } from '@jejaring/schema/events/contract';
import { storedId } from '@jejaring/chassis/graph/ids';
import type { IdPrefix } from '@jejaring/schema/ids';
import { insertAll } from '../bulk/insert-all.js';

const mostAtOnce = 1_000;
const speakingMs = 100;

/** The state of one aggregate as everybody may know it. */
export interface State {
  region: string | null;
  data: object;
}

/** One kind of aggregate whose state is sent to those who begin to follow it. */
export interface SnapshotKind {
  prefix: IdPrefix;
  contract: EventContract;
  /** The states of these rows; one that is left out is said to be gone. */
  read(work: Work, ids: readonly string[]): Promise<State[]>;
}

/** Sends the newest state of what has said something, a moment after it did. */
export const writeSnapshots = (kinds: readonly SnapshotKind[]): Chore => ({
  name: 'write-snapshots',
  everyMs: 1_000,
  act: async (work) => void (await writeDue(work, kinds)),
});

/** Writes snapshots of what is due, at most a batch; answers how many. */
export async function writeDue(work: Work, kinds: readonly SnapshotKind[]): Promise<number> {
  const due = await work.sql<{ key: string }>(
    'select aggregateid as key from snapshot_due order by aggregateid limit $1',
    [mostAtOnce],
  );
  const written = await write(
    work,
    kinds,
    due.map(({ key }) => key),
  );
  return written.length;
}

/**
 * Writes snapshots of everything that ever said something, what was counted as said included, while
 * the service runs or rests. Answers how many.
 */
export async function writeAll(
  database: Database,
  kinds: readonly SnapshotKind[],
): Promise<number> {
  const prefixes = kinds.map(({ prefix }) => prefix);
  let count = 0;
  for (let after = ''; ;) {
    const inWork = { caller: systemCaller('backfill'), readOnly: false };
    const page = await database.inWork(inWork, (work) =>
      work.sql<{ key: string }>(
        `select aggregateid as key from outbox_sequence
         where aggregateid > $1 and split_part(aggregateid, '_', 1) = any ($2)
         order by aggregateid limit $3`,
        [after, prefixes, mostAtOnce],
      ),
    );
    if (page.length === 0) return count;
    for (let left = page.map(({ key }) => key); left.length > 0;) {
      const written = new Set(await database.inWork(inWork, (work) => write(work, kinds, left)));
      left = left.filter((key) => !written.has(key));
      if (left.length > 0) await pause(speakingMs);
    }
    after = page.at(-1)!.key;
    count += page.length;
  }
}

interface Held {
  key: string;
  sequence: string;
  epoch: string;
}

/**
 * Holds the sequences of keys to the end of the transaction, so that none of them says anything more
 * until its state has been read. Whoever speaks just now is left for another turn: who waited here
 * for two speakers at once could be what they wait for.
 */
const holdSql = `
  select aggregateid as key, lpad(last::text, 12, '0') as sequence,
    (select epoch::text from producer_epoch) as epoch
  from outbox_sequence where aggregateid = any ($1) for update skip locked`;

/** Writes the snapshots of those keys that nobody speaks of just now; answers which. */
async function write(
  work: Work,
  kinds: readonly SnapshotKind[],
  keys: readonly string[],
): Promise<string[]> {
  if (keys.length === 0) return [];
  const held = await work.sql<Held>(holdSql, [keys]);
  const written = held.map(({ key }) => key);
  await work.sql('delete from snapshot_due where aggregateid = any ($1)', [written]);
  for (const kind of kinds) await writeKind(work, kind, held);
  return written;
}

async function writeKind(work: Work, kind: SnapshotKind, held: readonly Held[]): Promise<void> {
  const { prefix, contract } = kind;
  const ours = held.filter(({ key }) => key.startsWith(`${prefix}_`));
  if (ours.length === 0) return;
  const states = await kind.read(
    work,
    ours.map(({ key }) => storedId(prefix, key)),
  );
  const byKey = new Map(states.map((state) => [keyOf(contract, state), state]));
  const rows = ours.map((position) => toRow(work, contract, position, byKey.get(position.key)));
  await insertAll(work, 'outbox', rows);
}

function keyOf(contract: EventContract, { data }: State): string {
  if (!keepsContract(contract, data)) throw new Error(`A state breaks ${contract.type}.`);
  return String((data as Record<string, unknown>)[contract.key]);
}

/** Without a state the record has no data: a compacted topic then forgets the key. */
function toRow(work: Work, contract: EventContract, held: Held, state: State | undefined) {
  const now = work.now.toISOString();
  return {
    id: work.newId(),
    aggregatetype: contract.topic.replace('jejaring.', ''),
    aggregateid: held.key,
    ce_sequence: held.sequence,
    epoch: held.epoch,
    type: contract.type,
    payload: state === undefined ? null : JSON.stringify(state.data),
    source: `/services/${work.service}`,
    subject: held.key,
    occurred_at: now,
    recorded_time: now,
    dataschema: schemaAddress(contract.type),
    region: state?.region ?? null,
  };
}

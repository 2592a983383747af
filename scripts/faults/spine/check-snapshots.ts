import type { Stack } from '#stack';
import { awards } from '@jejaring/awards/service';
import { organizations } from '@jejaring/organizations/service';
import { training } from '@jejaring/training/service';
import type { Databases } from './databases.js';
import { readToEnd, topicOf } from './event-dump.js';
import type { Ledger } from './ledger.js';

const speakers = [
  { name: 'organizations', kinds: organizations.snapshots },
  { name: 'training', kinds: training.snapshots },
  { name: 'awards', kinds: awards.snapshots },
] as const;

/** Of how many the newest state was not sent yet. */
export async function countDue(databases: Databases): Promise<number> {
  let due = 0;
  for (const { name } of speakers)
    due += await databases.count(name, 'select count(*) from snapshot_due');
  return due;
}

/** Who begins now with the snapshots stands, for each key, at the last event that was said of it. */
export async function checkSnapshots(
  stack: Stack,
  databases: Databases,
  ledger: Ledger,
): Promise<number> {
  let checked = 0;
  for (const { name, kinds } of speakers) {
    const newest = new Map<string, number>();
    await readToEnd(stack, [`${topicOf(name)}.snapshot`], ({ key, headers }) => {
      newest.set(key, Number(headers['ce_sequence']));
    });
    const said = await databases.rows<{ key: string; last: string }>(
      name,
      `select aggregateid as key, last from outbox_sequence
       where split_part(aggregateid, '_', 1) = any ($1)`,
      [kinds.map(({ prefix }) => prefix)],
    );
    const wrong = said.filter(({ key, last }) => newest.get(key) !== Number(last)).length;
    if (wrong > 0)
      ledger.violate('snapshot', `${name}: ${wrong} snapshots are not as far as the events`);
    checked += said.length;
  }
  return checked;
}

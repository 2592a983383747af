import { encodeId } from '@jejaring/chassis/graph/ids';
import type { KeyVault } from '@jejaring/chassis/work/key-vault';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Database } from '@jejaring/chassis/work/unit-of-work';
import type { IdPrefix } from '@jejaring/schema/ids';

/**
 * Destroys the key of everybody whom the rows know as erased. A vault that was restored to an earlier
 * moment has keys again that were destroyed since; this is due before the service starts on it.
 */
export async function replayErasures(
  { database, vault }: { database: Database; vault: KeyVault },
  kinds: readonly { table: string; prefix: IdPrefix }[],
): Promise<number> {
  const prefixes = new Map(kinds.map(({ table, prefix }) => [table, prefix]));
  const erased = await database.inWork(
    { caller: systemCaller('replay-erasures'), readOnly: true },
    (work) =>
      work.sql<{ table: string; id: string }>(
        'select subject_table as table, subject_id as id from erasure',
      ),
  );
  for (const { table, id } of erased) {
    const prefix = prefixes.get(table);
    if (prefix === undefined) throw new Error(`Nobody says whose keys the rows of ${table} have.`);
    await vault.destroy(encodeId(prefix, id));
  }
  return erased.length;
}

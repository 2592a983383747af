import type { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import { accountOf } from '@jejaring/chassis/work/standing';

/** Whether an id is that of the caller, as the register knows them by their account. */
export async function isOwnPerson(
  { database, caller, deadline }: GraphContext,
  person: string,
): Promise<boolean> {
  const id = decodeId('ofr', person);
  if (id === null) return false;
  // Somebody may be registered by an organization whose officers their role does not see.
  const options = { caller: systemCaller('own-person'), readOnly: true, deadline };
  const rows = await database.inWork(options, (work) =>
    work.sql('select from officer where id = $1 and account = $2', [id, accountOf(caller.id)]),
  );
  return rows.length === 1;
}

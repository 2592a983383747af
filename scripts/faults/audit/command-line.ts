import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '#machinery';
import type { Stack } from '#stack';
import type { Random } from '../../proof/random.js';
import type { Tried } from './tamper.js';
import { openSuperuser } from './tamper.js';

const service = 'welfare-cases';

function verify(stack: Stack): { code: number | null; says: string } {
  const script = path.join(root, 'scripts', 'dist', 'audit-verify.js');
  const { app } = stack.databases.welfare_cases;
  const asked = ['--service', service, '--database', app, '--store', stack.seals];
  const { status, stdout } = spawnSync(process.execPath, [script, ...asked], { encoding: 'utf8' });
  return { code: status, says: stdout.trim().replace(`${service}: `, '') };
}

/** The same through the command that an operator gives: an edit is named, and gone when it is undone. */
export async function askCommandLine(stack: Stack, random: Random): Promise<Tried> {
  const client = await openSuperuser(stack, service);
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::integer as count from audit_leaf',
  );
  const seq = random.between(1, rows[0]!.count);
  const edit = async (change: string) => {
    const { rows: edited } = await client.query<{ id: string }>(
      `update audit_entry set actor = ${change} where id = (select entry_id from audit_leaf where seq = $1) returning id`,
      [seq],
    );
    return edited[0]!.id;
  };
  const before = verify(stack);
  const id = await edit("actor || 'x'");
  const during = verify(stack);
  await edit('left(actor, -1)');
  const after = verify(stack);
  await client.end();
  const found =
    before.code === 0 &&
    during.code === 1 &&
    after.code === 0 &&
    during.says.includes(`EDITED entry ${id} `);
  return { service, what: 'npm run audit:verify: edited, and undone', says: during.says, found };
}

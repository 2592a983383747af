import { setTimeout as pause } from 'node:timers/promises';
import type { Stack } from '#stack';
import type { Actor } from '../spine/actors.js';
import { caseRegency } from '../spine/actors.js';
import { registerVillage } from '../spine/chains.js';
import type { Client } from '../spine/client.js';
import type { Databases } from '../spine/databases.js';

const wanted = 3;
const heardWithinMs = 30_000;

async function actorOf(stack: Stack, role: string): Promise<Actor> {
  const id = `campaign:${role.toLowerCase()}:${caseRegency}`;
  const token = await stack.token({ role, region: caseRegency, sub: id });
  return { id, region: caseRegency, token };
}

/** Registers some Karang Taruna that cases can be given to, in a register that has none yet. */
export async function registerSeats(
  stack: Stack,
  databases: Databases,
  client: Client,
): Promise<void> {
  const hands = {
    applicant: await actorOf(stack, 'KT_OFFICER'),
    registryStaff: await actorOf(stack, 'DINSOS_REGENCY_STAFF'),
  };
  const villages = await databases.rows<{ code: string }>(
    'organizations',
    "select code from region where level = 'VILLAGE' and code like $1 order by code limit $2",
    [`${caseRegency}.%`, wanted],
  );
  for (const { code } of villages) await registerVillage(client, hands, code);
  await untilHeard(databases, villages.length);
}

async function untilHeard(databases: Databases, organizations: number): Promise<void> {
  for (const end = Date.now() + heardWithinMs; Date.now() < end; await pause(100)) {
    const sql = 'select count(*) from organization_copy';
    if ((await databases.count('welfare-cases', sql)) >= organizations) return;
  }
  throw new Error('welfare-cases has not heard of the organizations.');
}

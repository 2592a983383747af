import { readFileSync } from 'node:fs';
import path from 'node:path';
import { baseOf, superuserUrl } from '#machinery';
import type { Stack } from '#stack';
import { directorySealStore } from '@jejaring/trust/audit/directory-seal-store';
import { readSigner } from '@jejaring/trust/audit/signing';
import type { Expected } from '@jejaring/trust/audit/tampering.fixture';
import { findPlace, tamperings } from '@jejaring/trust/audit/tampering.fixture';
import { verifyChain } from '@jejaring/trust/audit/verification.service';
import pg from 'pg';
import type { Random } from '../../proof/random.js';
import { describeVerdict } from '../../audit/verdict.js';

export interface Tried {
  service: string;
  what: string;
  /** What verification said. */
  says: string;
  found: boolean;
}

const targets = ['organizations', 'welfare-cases'] as const;

/** A connection that every right is open to, keys between tables included. */
export async function openSuperuser(stack: Stack, service: string): Promise<pg.Client> {
  const base = superuserUrl(baseOf(path.join(stack.dir, 'postgres')), stack.ports.postgres);
  const url = new URL(base);
  url.pathname = `/${service.replaceAll('-', '_')}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query("set session_replication_role = 'replica'; set timezone = 'UTC'");
  return client;
}

const isAsExpected = (finding: object | null, expected: Expected) =>
  Object.entries(expected).every(([name, value]) => (finding as never)?.[name] === value);

/** Does one thing, verifies, and undoes it. */
async function tryOne(
  client: pg.Client,
  stack: Stack,
  service: string,
  random: Random,
  what: string,
): Promise<Tried> {
  const asks = {
    sql: async (text: string, parameters: unknown[] = []) =>
      (await client.query(text, parameters)).rows as never,
  };
  const key = path.join(stack.dir, 'keys', `${service}.audit.private.pem`);
  const signer = readSigner(readFileSync(key, 'utf8'));
  await client.query('begin');
  try {
    const place = await findPlace(asks, service, signer, (count) => random.between(0, count - 1));
    const expected = await tamperings[what]!(place);
    const verdict = await verifyChain(asks, { service, store: directorySealStore(stack.seals) });
    const found = isAsExpected(verdict.finding, expected);
    return { service, what, says: describeVerdict(verdict), found };
  } finally {
    await client.query('rollback');
  }
}

/** Tries everything that a superuser can do, on random entries, while no service runs. */
export async function tamperWith(stack: Stack, random: Random, rounds: number): Promise<Tried[]> {
  for (const { name, stop } of Object.values(stack.processes))
    if (/^(organizations|welfare-cases)/.test(name)) await stop();
  const tried: Tried[] = [];
  for (const service of targets) {
    const client = await openSuperuser(stack, service);
    for (let round = 0; round < rounds; round += 1)
      for (const what of Object.keys(tamperings))
        tried.push(await tryOne(client, stack, service, random, what));
    await client.end();
  }
  return tried;
}

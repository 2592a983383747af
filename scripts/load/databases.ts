import { setTimeout as pause } from 'node:timers/promises';
import { chooseClock } from '@jejaring/chassis/process/clock';
import { readConfig, url } from '@jejaring/chassis/process/config';
import type { DatabaseDefinition } from '@jejaring/chassis/process/database';
import { connect } from '@jejaring/chassis/process/database';
import type { VaultKind } from '@jejaring/chassis/testing/vault-kind';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import { Database } from '@jejaring/chassis/work/unit-of-work';
import { keyVariables, openVault } from '@jejaring/trust/keys/keys-config';

const patienceMs = 60_000;

export interface LoadedService {
  name: string;
  database: DatabaseDefinition;
  vaultKind?: VaultKind;
}

export const variableOf = (name: string, suffix: string) =>
  `${name.toUpperCase().replaceAll('-', '_')}_${suffix}`;

/** The database of a service, as the service itself would open it. */
export async function openDatabase(
  { name, database, vaultKind }: LoadedService,
  application: string,
): Promise<Database> {
  const { databaseUrl } = readConfig({ databaseUrl: url(variableOf(name, 'DATABASE_URL')) });
  const source = await connect(database, databaseUrl, application);
  const vault = vaultKind ? openVault(readConfig(keyVariables(name))) : null;
  return new Database(source, name, chooseClock(null, 'development'), vault);
}

type Positions = { key: string; sequence: string }[];

const asLoader = { caller: systemCaller('load-demo'), readOnly: true };

/** Whether one service has followed all that another has said. */
async function hasFollowed(listener: Database, speaker: Database): Promise<boolean> {
  const said = await speaker.inWork(asLoader, (work) =>
    // Keys are ids with a prefix; the statistics of a region, whose key is its code, are for others.
    work.sql<Positions[number]>(
      "select aggregateid as key, last::text as sequence from outbox_sequence where aggregateid like '%\\_%'",
    ),
  );
  const heard = await listener.inWork(asLoader, (work) =>
    work.sql<Positions[number]>('select key, sequence::text from inbox_position where topic = $1', [
      `jejaring.${speaker.service}`,
    ]),
  );
  const positions = new Map(heard.map(({ key, sequence }) => [key, sequence]));
  return said.every(({ key, sequence }) => positions.get(key) === sequence);
}

export async function waitUntilFollowed(
  listener: Database,
  speakers: readonly Database[],
): Promise<void> {
  const end = Date.now() + patienceMs;
  for (const speaker of speakers) {
    while (!(await hasFollowed(listener, speaker))) {
      if (Date.now() > end) {
        throw new Error(`${listener.service} has not heard all of ${speaker.service} in a minute.`);
      }
      await pause(100);
    }
  }
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '@jejaring/chassis/process/clock';
import { optional, readConfig } from '@jejaring/chassis/process/config';
import type { DatabaseDefinition } from '@jejaring/chassis/process/database';
import { connect } from '@jejaring/chassis/process/database';
import { Database } from '@jejaring/chassis/work/unit-of-work';
import { organizations } from '@jejaring/organizations/service';
import { training } from '@jejaring/training/service';
import { keyVariables, openVault } from '@jejaring/trust/keys/keys-config';
import { rewrap } from '@jejaring/trust/keys/rewrap';
import type { FingerprintedColumn } from '@jejaring/trust/keys/rotate-index';
import { rotateIndex } from '@jejaring/trust/keys/rotate-index';
import type { PostgresVault } from '@jejaring/trust/keys/vault';
import { welfareCases } from '@jejaring/welfare-cases/service';
import { variableOf } from './load/databases.js';

interface Service {
  name: string;
  database: DatabaseDefinition;
  fingerprinted?: FingerprintedColumn;
}

const usage = `npm run keys -- status --service welfare-cases         how many keys there are, under which key-encryption key
npm run keys -- rewrap --service welfare-cases         close all under the current key-encryption key
npm run keys -- rotate-index --service welfare-cases   exchange the key of the fingerprints
npm run keys -- destroy --service welfare-cases --subject ben_…   erase once more, after the keys were restored`;

const services: Service[] = [organizations, welfareCases, training];

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** What the variables do not say is that of the stack that runs on this machine. */
function connectionsOf(name: string) {
  const given = readConfig({
    database: optional(variableOf(name, 'DATABASE_URL')),
    keys: optional(variableOf(name, 'KEYS_URL')),
    kek: optional(variableOf(name, 'KEK_FILE')),
  });
  const own = path.resolve('.jejaring');
  const database = name.replaceAll('-', '_');
  const local = () =>
    (
      JSON.parse(readFileSync(path.join(own, 'state.json'), 'utf8')) as {
        databases: Record<string, { app: string }>;
      }
    ).databases;
  return {
    databaseUrl: given.database ?? local()[database]!.app,
    environment: {
      ...process.env,
      [variableOf(name, 'KEYS_URL')]: given.keys ?? local()[`${database}_keys`]!.app,
      [variableOf(name, 'KEK_FILE')]: given.kek ?? path.join(own, 'keys', `${name}.kek.json`),
    },
  };
}

async function status({ pool, kek }: PostgresVault): Promise<void> {
  const { rows } = await pool.query<{ kek: string | null; count: string }>(
    'select kek, count(*) from data_key group by kek order by kek',
  );
  say(`current key-encryption key: ${await kek.current()}`);
  for (const row of rows) say(`${row.count} keys ${row.kek ? `under ${row.kek}` : 'destroyed'}`);
}

async function exchangeIndex(
  { name, database: definition, fingerprinted }: Service,
  url: string,
  vault: PostgresVault,
): Promise<void> {
  if (fingerprinted === undefined) return say(`${name} finds nobody by an identity number.`);
  const source = await connect(definition, url, 'keys');
  const database = new Database(source, name, systemClock, vault);
  say(`${await rotateIndex({ database, vault }, fingerprinted, say)} is the only key.`);
  await source.destroy();
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { service: { type: 'string' }, subject: { type: 'string' } },
});
const service = services.find(({ name }) => name === values.service);
const [command] = positionals;
const isWhole = command !== 'destroy' || values.subject !== undefined;
if (service === undefined || command === undefined || !isWhole) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}
const { databaseUrl, environment } = connectionsOf(service.name);
const vault = openVault(readConfig(keyVariables(service.name), environment));
const commands: Record<string, () => Promise<void>> = {
  status: () => status(vault),
  rewrap: async () => say(`${await rewrap(vault, (done) => say(`${done} …`))} keys closed anew`),
  'rotate-index': () => exchangeIndex(service, databaseUrl, vault),
  destroy: async () => say(`destroyed at ${(await vault.destroy(values.subject!)).toISOString()}`),
};
const act = commands[command];
if (act === undefined) process.stderr.write(`${usage}\n`);
else await act();
await vault.end();
process.exitCode = act === undefined ? 2 : 0;

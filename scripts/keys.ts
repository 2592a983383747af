import path from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '@jejaring/chassis/process/clock';
import { optional, readConfig } from '@jejaring/chassis/process/config';
import type { DatabaseDefinition } from '@jejaring/chassis/process/database';
import { connect } from '@jejaring/chassis/process/database';
import { Database } from '@jejaring/chassis/work/unit-of-work';
import { privacy as organizationsPrivacy } from '@jejaring/organizations/privacy/persons';
import { organizations } from '@jejaring/organizations/service';
import { privacy as trainingPrivacy } from '@jejaring/training/privacy/persons';
import { training } from '@jejaring/training/service';
import type { PersonKind } from '@jejaring/trust/privacy/person-kind';
import { replayErasures } from '@jejaring/trust/keys/replay-erasures';
import { keyVariables, openVault } from '@jejaring/trust/keys/keys-config';
import { rewrap } from '@jejaring/trust/keys/rewrap';
import type { FingerprintedColumn } from '@jejaring/trust/keys/rotate-index';
import { rotateIndex } from '@jejaring/trust/keys/rotate-index';
import type { PostgresVault } from '@jejaring/trust/keys/vault';
import { privacy as welfarePrivacy } from '@jejaring/welfare-cases/privacy/persons';
import { welfareCases } from '@jejaring/welfare-cases/service';
import { variableOf } from './load/databases.js';
import { addressOf } from './load/own-stack.js';

interface Service {
  name: string;
  database: DatabaseDefinition;
  fingerprinted?: FingerprintedColumn;
  kinds: readonly PersonKind[];
}

const usage = `npm run keys -- status --service welfare-cases         how many keys there are, under which key-encryption key
npm run keys -- rewrap --service welfare-cases         close all under the current key-encryption key
npm run keys -- rotate-index --service welfare-cases   exchange the key of the fingerprints
npm run keys -- replay-erasures --service welfare-cases   erase again who was erased, after the keys were restored`;

const services: Service[] = [
  { ...organizations, kinds: organizationsPrivacy.kinds },
  { ...welfareCases, kinds: welfarePrivacy.kinds },
  { ...training, kinds: trainingPrivacy.kinds },
];

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** What the variables do not say is that of the stack that runs on this machine. */
function connectionsOf(name: string) {
  const { kek } = readConfig({ kek: optional(variableOf(name, 'KEK_FILE')) });
  return {
    databaseUrl: addressOf(name, 'app'),
    environment: {
      ...process.env,
      [variableOf(name, 'KEYS_URL')]: addressOf(name, 'keys'),
      [variableOf(name, 'KEK_FILE')]: kek ?? path.resolve('.jejaring', 'keys', `${name}.kek.json`),
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
  { name, fingerprinted }: Service,
  parts: { database: Database; vault: PostgresVault },
): Promise<void> {
  if (fingerprinted === undefined) return say(`${name} finds nobody by an identity number.`);
  say(`${await rotateIndex(parts, fingerprinted, say)} is the only key.`);
}

/** Does something with the rows of a service beside its keys. */
async function withRows(
  { name, database: definition }: Service,
  url: string,
  act: (database: Database) => Promise<void>,
): Promise<void> {
  const source = await connect(definition, url, 'keys');
  await act(new Database(source, name, systemClock, vault));
  await source.destroy();
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { service: { type: 'string' } },
});
const service = services.find(({ name }) => name === values.service);
const [command] = positionals;
if (service === undefined || command === undefined) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}
const { databaseUrl, environment } = connectionsOf(service.name);
const vault = openVault(readConfig(keyVariables(service.name), environment));
const commands: Record<string, () => Promise<void>> = {
  status: () => status(vault),
  rewrap: async () => say(`${await rewrap(vault, (done) => say(`${done} …`))} keys closed anew`),
  'rotate-index': () =>
    withRows(service, databaseUrl, (database) => exchangeIndex(service, { database, vault })),
  'replay-erasures': () =>
    withRows(service, databaseUrl, async (database) =>
      say(`${await replayErasures({ database, vault }, service.kinds)} persons are erased`),
    ),
};
const act = commands[command];
if (act === undefined) process.stderr.write(`${usage}\n`);
else await act();
await vault.end();
process.exitCode = act === undefined ? 2 : 0;

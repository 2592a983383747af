import path from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '@jejaring/chassis/process/clock';
import { file, optional, readConfig } from '@jejaring/chassis/process/config';
import type { DatabaseDefinition } from '@jejaring/chassis/process/database';
import { connect } from '@jejaring/chassis/process/database';
import { Database } from '@jejaring/chassis/work/unit-of-work';
import { eventHub } from '@jejaring/event-hub/service';
import { secretsIn } from '@jejaring/event-hub/subscription/signing-secrets';
import { privacy as organizationsPrivacy } from '@jejaring/organizations/privacy/persons';
import { organizations } from '@jejaring/organizations/service';
import { privacy as trainingPrivacy } from '@jejaring/training/privacy/persons';
import { training } from '@jejaring/training/service';
import type { PersonKind } from '@jejaring/trust/privacy/person-kind';
import { ringEncryption } from '@jejaring/trust/keys/key-encryption';
import { replayErasures } from '@jejaring/trust/keys/replay-erasures';
import { keyVariables, openVault } from '@jejaring/trust/keys/keys-config';
import type { KeyStore } from '@jejaring/trust/keys/rewrap';
import { countKeys, keysIn, rewrap } from '@jejaring/trust/keys/rewrap';
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
npm run keys -- status --service event-hub             the same for the secrets that sign webhooks
npm run keys -- rewrap --service event-hub
npm run keys -- rotate-index --service welfare-cases   exchange the key of the fingerprints
npm run keys -- replay-erasures --service welfare-cases   erase again who was erased, after the keys were restored`;

const services: Service[] = [
  { ...organizations, kinds: organizationsPrivacy.kinds },
  { ...welfareCases, kinds: welfarePrivacy.kinds },
  { ...training, kinds: trainingPrivacy.kinds },
];

const say = (line: string) => void process.stdout.write(`${line}\n`);

type Commands = Readonly<Record<string, () => Promise<void>>>;

interface Opened {
  commands: Commands;
  end(): Promise<void>;
}

/** What the variables do not say is that of the stack that runs on this machine. */
function ringOf(name: string) {
  const { kek } = readConfig({ kek: optional(variableOf(name, 'KEK_FILE')) });
  return {
    ...process.env,
    [variableOf(name, 'KEK_FILE')]: kek ?? path.resolve('.jejaring', 'keys', `${name}.kek.json`),
  };
}

async function status(store: KeyStore): Promise<void> {
  say(`current key-encryption key: ${await store.kek.current()}`);
  for (const { count, holds, kek } of await countKeys(store))
    say(`${count} ${holds} ${kek === null ? 'destroyed' : `under ${kek}`}`);
}

const commandsOf = (store: KeyStore): Commands => ({
  status: () => status(store),
  rewrap: async () => say(`${await rewrap(store, (done) => say(`${done} …`))} closed anew`),
});

async function exchangeIndex(
  { name, fingerprinted }: Service,
  parts: { database: Database; vault: PostgresVault },
): Promise<void> {
  if (fingerprinted === undefined) return say(`${name} finds nobody by an identity number.`);
  say(`${await rotateIndex(parts, fingerprinted, say)} is the only key.`);
}

/** The keys of a service's persons, in their vault. */
function openPersons(service: Service): Opened {
  const { name, database: definition, kinds } = service;
  const environment = { ...ringOf(name), [variableOf(name, 'KEYS_URL')]: addressOf(name, 'keys') };
  const vault = openVault(readConfig(keyVariables(name), environment));
  const withRows = async (act: (database: Database) => Promise<void>) => {
    const source = await connect(definition, addressOf(name, 'app'), 'keys');
    await act(new Database(source, name, systemClock, vault));
    await source.destroy();
  };
  const commands: Commands = {
    ...commandsOf(keysIn(vault)),
    'rotate-index': () => withRows((database) => exchangeIndex(service, { database, vault })),
    'replay-erasures': () =>
      withRows(async (database) =>
        say(`${await replayErasures({ database, vault }, kinds)} persons are erased`),
      ),
  };
  return { commands, end: () => vault.end() };
}

/** What signs webhooks lies beside the subscriptions: the hub keeps no person, and has no vault. */
async function openSecrets(): Promise<Opened> {
  const { name, database: definition } = eventHub;
  const { kek } = readConfig({ kek: file(variableOf(name, 'KEK_FILE')) }, ringOf(name));
  const source = await connect(definition, addressOf(name, 'app'), 'keys');
  const store = secretsIn(new Database(source, name, systemClock), ringEncryption(kek));
  return { commands: commandsOf(store), end: () => source.destroy() };
}

async function open(name: string | undefined): Promise<Opened | null> {
  if (name === eventHub.name) return openSecrets();
  const service = services.find((each) => each.name === name);
  return service === undefined ? null : openPersons(service);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { service: { type: 'string' } },
});
const opened = await open(values.service);
const act = opened?.commands[positionals[0] ?? ''];
if (act === undefined) process.stderr.write(`${usage}\n`);
else await act();
await opened?.end();
process.exitCode = act === undefined ? 2 : 0;

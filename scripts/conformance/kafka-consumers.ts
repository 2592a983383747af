import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { applyAccess } from '@jejaring/transports/kafka-access';
import { readAccess } from '@jejaring/transports/kafka-access.rules';
import { kafkaTransport } from '@jejaring/transports/kafka-transport';
import type { EventRecord } from '@jejaring/transports/transport';
import { freePorts, installKafka, root, startBroker, stateDir } from '#machinery';
import { finish, printTable, say } from '../proof/report.js';

/*
 * The consumers of docs/examples/kafka against a broker that is secured as one of production: doubles,
 * a gap, a restore and a second beginning, each in its own language, all with the same result.
 */
type Broker = Awaited<ReturnType<typeof startBroker>>;

const topic = 'jejaring.organizations';
const type = 'organizations.organization.suspended.v1';
const settledMs = 3_000;
const withinMs = 120_000;

const [one, other] = ['org_01jd2ah9p4e8x9y6c1v2b3n4m5', 'org_01jd2ah9p4e8x9y6c1v2b3n4m6'];
const said: [key: string, epoch: number, sequence: number][] = [
  [one, 1, 1],
  [one, 1, 2],
  [other, 1, 7],
  [one, 1, 2],
  [one, 1, 3],
  [one, 1, 5],
  [other, 1, 8],
  [one, 1, 4],
  [one, 2, 3],
];
const wanted = {
  [one]: ['1.1', '1.2', '1.3', '1.5', '2.3'],
  [other]: ['1.7', '1.8'],
};

const toRecord = ([key, epoch, sequence]: (typeof said)[number]): EventRecord => ({
  topic,
  key,
  headers: {
    ce_id: `${key}-${epoch}-${sequence}`,
    ce_type: type,
    ce_epoch: String(epoch),
    ce_sequence: String(sequence).padStart(12, '0'),
  },
  value: JSON.stringify({ organizationId: key, regionCode: '32.79.04.2006' }),
  timestamp: Date.now(),
});

interface Language {
  name: string;
  command: string[];
  folder: string;
  /** What must be there, and brought first; a sentence when it is not. */
  prepare(folder: string): string | null;
}

const succeeds = (command: string, args: string[], cwd?: string) =>
  spawnSync(command, args, { cwd, encoding: 'utf8' }).status === 0;

/** Before 2.6.1 librdkafka repeats its own nonce, which Kafka 4 refuses as invalid credentials. */
function kcatSignsIn(): boolean {
  const { stdout } = spawnSync('kcat', ['-V'], { encoding: 'utf8' });
  const [, major, minor, patch] = /librdkafka (\d+)\.(\d+)\.(\d+)/.exec(stdout ?? '') ?? [];
  return Number(major) * 10_000 + Number(minor) * 100 + Number(patch) >= 20_601;
}

const languages: Language[] = [
  {
    name: 'typescript',
    command: [process.execPath, 'consumer.ts'],
    folder: 'typescript',
    prepare: () => null,
  },
  {
    name: 'java',
    command: ['java', '-cp', path.join(stateDir, 'examples-java', '*'), 'Consumer.java'],
    folder: 'java',
    prepare(folder) {
      const goal = ['-q', 'dependency:copy-dependencies'];
      const libs = `-DoutputDirectory=${path.join(stateDir, 'examples-java')}`;
      return succeeds('mvn', [...goal, libs], folder) ? null : 'Java 17 and Maven';
    },
  },
  {
    name: 'python',
    command: [process.env['PYTHON'] ?? 'python3', 'consumer.py'],
    folder: 'python',
    prepare: () =>
      succeeds(process.env['PYTHON'] ?? 'python3', ['-c', 'import confluent_kafka'])
        ? null
        : 'confluent-kafka in the python3 of PYTHON',
  },
  {
    name: 'kcat',
    command: ['bash', 'consumer.sh'],
    folder: 'kcat',
    prepare: () => (kcatSignsIn() ? null : 'kcat with librdkafka 2.6.1 or newer'),
  },
];

function read(journal: string): Record<string, string[]> {
  const applied: Record<string, string[]> = {};
  if (!existsSync(journal)) return applied;
  for (const line of readFileSync(journal, 'utf8').split('\n').filter(Boolean)) {
    const [, key, epoch, sequence] = line.split('\t') as [string, string, string, string];
    (applied[key] ??= []).push(`${epoch}.${sequence}`);
  }
  return applied;
}

const isWanted = (journal: string) =>
  Object.entries(wanted).every(([key, list]) => read(journal)[key]?.join() === list.join());

/** Runs a consumer until it has done what it should and a while longer; answers what it complained of. */
async function follow(language: Language, broker: Broker, group: string, journal: string) {
  const secrets = broker.secrets!;
  const folder = path.join(root, 'docs/examples/kafka', language.folder);
  const [command, ...args] = language.command;
  const child = spawn(command!, args, {
    cwd: folder,
    env: {
      ...process.env,
      KAFKA_BROKERS: broker.subscribers!.join(),
      KAFKA_USERNAME: 'kemensos',
      KAFKA_PASSWORD_FILE: path.join(secrets, 'kafka.kemensos.password'),
      KAFKA_CA_FILE: path.join(secrets, 'kafka.ca.pem'),
      KAFKA_GROUP: group,
      KAFKA_TOPICS: topic,
      JOURNAL: journal,
    },
  });
  let words = '';
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const giveUpAt = Date.now() + withinMs;
  while (!isWanted(journal) && child.exitCode === null && Date.now() < giveUpAt) await pause(200);
  await pause(settledMs);
  child.kill('SIGTERM');
  const hurry = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await ended;
  clearTimeout(hurry);
  return words;
}

async function prove(language: Language, broker: Broker, dir: string) {
  const missing = language.prepare(path.join(root, 'docs/examples/kafka', language.folder));
  if (missing !== null) return { language: language.name, ran: `no: needs ${missing}`, passed: 0 };
  const journal = path.join(dir, `${language.name}.tsv`);
  say(`${language.name}: from the beginning`);
  const words = await follow(language, broker, `kemensos.${language.name}.1`, journal);
  const [applied, gaps] = [isWanted(journal), words.match(/gap before /g)?.length ?? 0];
  // Its place is forgotten, its journal is not: everything comes again, and nothing is done again.
  say(`${language.name}: all of it again`);
  rmSync(`${journal}.places`, { force: true });
  await follow(language, broker, `kemensos.${language.name}.2`, journal);
  const passed = applied && gaps === 1 && isWanted(journal);
  if (!passed) say(`${language.name}: ${JSON.stringify(read(journal))} ${words}`);
  return { language: language.name, ran: 'yes', passed: passed ? 1 : 0 };
}

async function fill(broker: Broker): Promise<void> {
  const secret = (name: string) =>
    readFileSync(path.join(broker.secrets!, `kafka.${name}`), 'utf8').trim();
  const access = readAccess(readFileSync(path.join(root, 'infra/kafka/access.json'), 'utf8'));
  const passwords = new Map(
    access.principals.map(({ name }) => [name, secret(`${name}.password`)] as const),
  );
  const [ca, certificate] = [secret('ca.pem'), secret('admin.pem')];
  await applyAccess(access, {
    address: { ...broker.admin!, ca, certificate },
    passwords,
    replicas: 1,
  });
  const login = { username: 'organizations', password: passwords.get('organizations')!, ca };
  const transport = kafkaTransport({ brokers: broker.brokers, clientId: 'organizations', login });
  await transport.publish(said.map(toRecord));
  await transport.close();
}

const dir = mkdtempSync(path.join(tmpdir(), 'jejaring-consumers-'));
const ports = await freePorts();
const { libs } = await installKafka({ dir: path.join(stateDir, 'kafka') });
const broker = await startBroker({
  dir: path.join(dir, 'kafka'),
  libs,
  port: ports.kafka,
  controllerPort: ports.kafkaController,
  secured: { nodesPort: ports.gateway, subscribersPort: ports.identity },
});
try {
  await fill(broker);
  const rows = [];
  for (const language of languages) rows.push(await prove(language, broker, dir));
  printTable('Consumers of docs/examples/kafka', rows);
  const ran = rows.filter((row) => row.ran === 'yes');
  const failed = ran.filter(({ passed }) => passed === 0).map(({ language }) => language);
  finish({ passed: ran.length - failed.length, total: rows.length, failed }, [
    {
      name: `${ran.length - failed.length} of ${ran.length} that can run here`,
      met: failed.length === 0,
    },
  ]);
} finally {
  await broker.stop();
  rmSync(dir, { recursive: true, force: true });
}

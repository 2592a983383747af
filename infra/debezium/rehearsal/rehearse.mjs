// The relay and Debezium in turns, while events are put in: what is lost, said twice, or out of order?
import { randomUUID } from 'node:crypto';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { insertOutboxSql, outboxParameters } from '@jejaring/chassis/events/outbox';
import { startRelay } from '@jejaring/transports/relay';
import { createLogger } from '@jejaring/chassis/process/log';
import { createMetrics } from '@jejaring/chassis/process/metrics';
import { createTestDatabase } from '@jejaring/chassis/testing/database';
import { noteCounted, noteDatabase } from '@jejaring/chassis/testing/note-service';
import pg from 'pg';
import { startPostgres } from '../../postgres/server.mjs';
import { giveBack, publication, slot, steward } from '../steward.mjs';

const rounds = Number(process.argv[2] ?? 3);
const here = import.meta.dirname;
const dir = mkdtempSync(path.join(tmpdir(), 'jejaring-debezium-'));
const put = new Set();
const sent = [];

/** Only a database that keeps its log in full can be read from it. */
async function startLogicalPostgres() {
  const asked = { dataDir: path.join(dir, 'postgres'), port: 0, durable: false };
  const first = await startPostgres(asked);
  await asAdmin(first.url, (client) => client.query("alter system set wal_level = 'logical'"));
  await first.stop();
  return startPostgres({ ...asked, port: first.port });
}

async function asAdmin(url, act) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

async function prepareDatabase(server) {
  process.env.JEJARING_TEST_POSTGRES_URL = server.url;
  const { appUrl, ownerUrl } = await createTestDatabase(noteDatabase);
  const admin = new URL(server.url);
  admin.pathname = new URL(ownerUrl).pathname;
  await asAdmin(admin.href, async (client) => {
    await client.query(`create publication ${publication} with (publish = 'insert')`);
    await client.query("select pg_create_logical_replication_slot($1, 'pgoutput')", [slot]);
  });
  return { appUrl, admin };
}

function relayTo(databaseUrl) {
  return startRelay({
    databaseUrl,
    transport: {
      async publish(records) {
        await pause(2);
        for (const { key, headers } of records) sent.push({ by: 'relay', key, ...headers });
      },
    },
    logger: createLogger('rehearsal', 'silent'),
    metrics: createMetrics('rehearsal'),
  });
}

function startDebezium({ hostname, port, username, password, pathname }) {
  const project = ['-B', '-q', '-f', path.join(here, 'pom.xml')];
  const copied = ['dependency:copy-dependencies', `-DoutputDirectory=${path.join(dir, 'libs')}`];
  const built = spawnSync('mvn', [...project, 'compile', ...copied], { stdio: 'inherit' });
  if (built.status !== 0) throw new Error('Maven could not build the engine.');
  const settings = {
    'database.hostname': hostname,
    'database.port': port,
    'database.user': username,
    'database.password': decodeURIComponent(password),
    'database.dbname': pathname.slice(1),
    'offset.storage': 'org.apache.kafka.connect.storage.FileOffsetBackingStore',
    'offset.storage.file.filename': path.join(dir, 'offsets'),
    'offset.flush.interval.ms': '1000',
    'heartbeat.interval.ms': '2000',
  };
  const classes = [path.join(here, 'target/classes'), path.join(dir, 'libs/*')].join(
    path.delimiter,
  );
  const connector = path.join(here, '../outbox-connector.json');
  const changed = Object.entries(settings).map((pair) => pair.join('='));
  const child = spawn('java', ['-Xmx256m', '-cp', classes, 'SendOutbox', connector, ...changed], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    sent.push({ by: 'debezium', ...JSON.parse(line) });
  });
  return child;
}

/** One of several that put events in, each in a transaction that lasts a little. */
async function write(url, name, signal, relay) {
  await asAdmin(url, async (client) => {
    for (let count = 0; !signal.aborted; count += 1) {
      const id = randomUUID();
      const moment = new Date();
      const parameters = outboxParameters({
        id,
        contract: noteCounted,
        service: 'notes',
        key: `${name}-${count % 5}`,
        region: count % 2 === 0 ? null : '32.79',
        data: noteCounted.sample,
        occurredAt: moment,
        recordedAt: moment,
      });
      await client.query('begin');
      await client.query(insertOutboxSql, parameters);
      await pause(Math.random() * 5);
      await client.query('commit');
      put.add(id);
      relay.wake();
      await pause(10 + Math.random() * 20);
    }
  });
}

async function takeTurns(url) {
  const stop = new AbortController();
  const said = [];
  const leading = steward({ url, signal: stop.signal, say: (words) => said.push(words) });
  while (said.length === 0) await Promise.race([pause(20), leading]);
  await pause(3_000);
  await giveBack({ url });
  await leading;
  await pause(2_000);
}

function judge() {
  const heard = new Set();
  const last = new Map();
  let twice = 0;
  let disorder = 0;
  for (const { id, key, ce_sequence: sequence } of sent) {
    if (heard.has(id)) twice += 1;
    else {
      if (Number(sequence) !== (last.get(key) ?? 0) + 1) disorder += 1;
      last.set(key, Number(sequence));
    }
    heard.add(id);
  }
  const lost = [...put].filter((id) => !heard.has(id)).length;
  const by = (who) => sent.filter((each) => each.by === who).length;
  return {
    rounds,
    put: put.size,
    relay: by('relay'),
    debezium: by('debezium'),
    twice,
    lost,
    disorder,
  };
}

const server = await startLogicalPostgres();
const { appUrl, admin } = await prepareDatabase(server);
const debezium = startDebezium(admin);
const relay = relayTo(appUrl);
const stop = new AbortController();
try {
  const names = ['one', 'two', 'three', 'four'];
  const writers = names.map((name) => write(appUrl, name, stop.signal, relay));
  await pause(3_000);
  for (let round = 1; round <= rounds; round += 1) await takeTurns(admin.href);
  stop.abort();
  await Promise.all(writers);
  await pause(2_000);
  const result = judge();
  process.stdout.write(`RESULT ${JSON.stringify(result)}\n`);
  process.exitCode =
    result.debezium > 0 && result.twice + result.lost + result.disorder === 0 ? 0 : 1;
} finally {
  stop.abort();
  debezium.kill();
  await relay.stop();
  await server.stop();
  rmSync(dir, { recursive: true, force: true });
}

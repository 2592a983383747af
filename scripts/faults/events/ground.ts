import { once } from 'node:events';
import { openSync } from 'node:fs';
import path from 'node:path';
import type { Stack } from '#stack';
import { baseOf, createServiceDatabase, superuserUrl } from '#machinery';
import { systemClock } from '@jejaring/chassis/process/clock';
import { connect, migrate } from '@jejaring/chassis/process/database';
import { aNote, noteDatabase } from '@jejaring/chassis/testing/note-service';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import { Database } from '@jejaring/chassis/work/unit-of-work';
import pg from 'pg';
import { Restartable, spawnNode } from '../gateway/processes.js';
import type { Wiring } from './wiring.js';
import { deadLettersOf } from './mischief.js';
import { listenerGroup, openTransport, speakerService, spoken } from './wiring.js';

const passwords = { owner: 'owner', app: 'app' };
const regions = ['32.79', '32.09', '36.04', '33.16', '63.01'];
const keysEach = 8;
const partitions = 12;

/** Reads a database of the campaign past its processes, on a connection of its own for each question. */
export type Ask = <Row = Record<string, unknown>>(
  sql: string,
  parameters?: unknown[],
) => Promise<Row[]>;

/** Two that speak from one database, two that listen into another, and the hub of the stack. */
export interface Ground {
  stack: Stack;
  log: Wiring['log'];
  /** Down until all are there who are to hear them. */
  speakers: Restartable[];
  listeners: Restartable[];
  /** One more listener, which comes and goes. */
  guest: Restartable;
  spoke: Ask;
  heard: Ask;
  hub: Ask;
  close(): Promise<void>;
}

export async function openGround(stack: Stack, seed: number): Promise<Ground> {
  const admin = superuserUrl(baseOf(path.join(stack.dir, 'postgres')), stack.ports.postgres);
  const log = stack.brokers ? { brokers: stack.brokers } : { url: stack.databases.event_log! };
  const speaking = await makeDatabase(admin, 'speakers');
  const hearing = await makeDatabase(admin, 'listeners');
  await plant(speaking);
  await makeTopics(log);
  const child = (script: string, name: string, databaseUrl: string, number: number) =>
    plan(stack.dir, script, { name, databaseUrl, log, seed: seed * 100 + number });
  const speakers = [1, 2].map((at) => child('speaker', `speaker-${at}`, speaking, at));
  const listeners = [1, 2].map((at) => child('listener', `listener-${at}`, hearing, 10 + at));
  const guest = child('listener', 'guest', hearing, 20);
  await Promise.all(listeners.map((each) => each.up()));
  const children = [...speakers, ...listeners, guest];
  return {
    stack,
    log,
    speakers,
    listeners,
    guest,
    spoke: askAt(speaking),
    heard: askAt(hearing),
    hub: askAt(stack.databases.event_hub.app),
    async close() {
      await Promise.all(children.map((each) => each.kill()));
    },
  };
}

async function makeDatabase(admin: string, database: string): Promise<string> {
  const urls = await createServiceDatabase(admin, { database, passwords });
  await migrate(noteDatabase, urls.owner);
  return urls.app;
}

/** The rows that the speakers count up. */
async function plant(databaseUrl: string): Promise<void> {
  const source = await connect(noteDatabase, databaseUrl, 'campaign');
  const database = new Database(source, speakerService, systemClock);
  await database.inWork({ caller: systemCaller('campaign'), readOnly: false }, async (work) => {
    for (const regionCode of regions)
      for (let made = 0; made < keysEach; made += 1) await aNote(work, { regionCode });
  });
  await source.destroy();
}

async function makeTopics(log: Wiring['log']): Promise<void> {
  const transport = openTransport({ name: 'campaign', log });
  await transport.ensureTopics([
    { topic: spoken.topic, partitions, retentionDays: 30 },
    { topic: deadLettersOf(listenerGroup), partitions: 1, retentionDays: 30 },
  ]);
  await transport.close();
}

function plan(dir: string, script: string, wiring: Wiring): Restartable {
  const file = path.join(import.meta.dirname, `${script}.js`);
  // Whoever starts while the database is away says so and dies: that is for the log.
  const log = openSync(path.join(dir, 'logs', `${wiring.name}.log`), 'a');
  const start = () =>
    spawnNode([file, JSON.stringify(wiring)], { stdio: ['ignore', log, log, 'ipc'] });
  return new Restartable(wiring.name, start, async (child) => {
    // One that dies while it starts, because its database is away, is started again by whoever waits.
    await Promise.race([once(child, 'message'), once(child, 'exit')]);
  });
}

const askAt =
  (connectionString: string): Ask =>
  async (sql, parameters = []) => {
    const client = new pg.Client({ connectionString });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query("select set_config('app.role', 'SYSTEM', false)");
      return (await client.query(sql, parameters)).rows as never;
    } finally {
      await client.end();
    }
  };

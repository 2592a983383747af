import { setTimeout as pause } from 'node:timers/promises';
import { loadDemo as loadAwards } from '@jejaring/awards/demo';
import { awards } from '@jejaring/awards/service';
import { chooseClock } from '@jejaring/chassis/process/clock';
import { file, readConfig, text, url } from '@jejaring/chassis/process/config';
import type { DatabaseDefinition } from '@jejaring/chassis/process/database';
import { connect } from '@jejaring/chassis/process/database';
import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoLoader } from '@jejaring/chassis/testing/demo';
import { readKeyRing } from '@jejaring/register/facts/identifiers';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import { Database } from '@jejaring/chassis/work/unit-of-work';
import { loadDemo as loadOrganizations } from '@jejaring/organizations/demo';
import { organizations } from '@jejaring/organizations/service';
import { loadDemo as loadTraining } from '@jejaring/training/demo';
import { training } from '@jejaring/training/service';
import { loadDemo as loadWelfareCases } from '@jejaring/welfare-cases/demo';
import { welfareCases } from '@jejaring/welfare-cases/service';

const patienceMs = 60_000;

interface Part {
  service: { name: string; database: DatabaseDefinition };
  load(demo: DemoLoader): Promise<void>;
}

/** In this order: each part builds on what the ones before have said. */
const parts: Part[] = [
  { service: organizations, load: loadOrganizations },
  { service: welfareCases, load: loadWelfareCases },
  { service: training, load: loadTraining },
  { service: awards, load: loadAwards },
];

async function open({ service }: Part): Promise<Database> {
  const variable = service.name.toUpperCase().replaceAll('-', '_');
  const { databaseUrl, keys } = readConfig({
    databaseUrl: url(`${variable}_DATABASE_URL`),
    keys: file(`${variable}_IDENTIFIER_KEYS_FILE`),
  });
  const source = await connect(service.database, databaseUrl, 'load-demo');
  return new Database(source, service.name, chooseClock(null, 'development'), readKeyRing(keys));
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

async function waitUntilFollowed(listener: Database, speakers: readonly Database[]): Promise<void> {
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

/** Whom a service's demo builds on: what they said is heard before it begins. */
const buildsOn: Record<string, string[]> = {
  organizations: [],
  'welfare-cases': ['organizations'],
  training: ['organizations'],
  awards: ['organizations', 'training'],
};

/** Loads each part as soon as those are there that it builds on. */
async function loadAll(): Promise<void> {
  const loaded = new Map<string, Promise<Database>>();
  for (const part of parts) {
    const { name } = part.service;
    const speakers = buildsOn[name]!.map((speaker) => loaded.get(speaker)!);
    loaded.set(name, loadAfter(part, speakers));
  }
  for (const database of await Promise.all(loaded.values())) await database.source.destroy();
}

async function loadAfter(part: Part, speakers: readonly Promise<Database>[]): Promise<Database> {
  const before = await Promise.all(speakers);
  const database = await open(part);
  await waitUntilFollowed(database, before);
  const started = Date.now();
  await part.load(demoLoader(database));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${part.service.name}: demo data in ${seconds} s\n`);
  return database;
}

const { profile } = readConfig({ profile: text('JEJARING_PROFILE', 'demo') });
if (profile === 'demo') await loadAll();

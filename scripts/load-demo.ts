import { loadDemo as loadAwards } from '@jejaring/awards/demo';
import { awards } from '@jejaring/awards/service';
import { readConfig, text } from '@jejaring/chassis/process/config';
import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoLoader } from '@jejaring/chassis/testing/demo';
import type { Database } from '@jejaring/chassis/work/unit-of-work';
import { loadDemo as loadOrganizations } from '@jejaring/organizations/demo';
import { organizations } from '@jejaring/organizations/service';
import { loadDemo as loadTraining } from '@jejaring/training/demo';
import { training } from '@jejaring/training/service';
import { loadDemo as loadWelfareCases } from '@jejaring/welfare-cases/demo';
import { welfareCases } from '@jejaring/welfare-cases/service';
import type { LoadedService } from './load/databases.js';
import { openDatabase, waitUntilFollowed } from './load/databases.js';

interface Part {
  service: LoadedService;
  load(demo: DemoLoader): Promise<void>;
}

/** In this order: each part builds on what the ones before have said. */
const parts: Part[] = [
  { service: organizations, load: loadOrganizations },
  { service: welfareCases, load: loadWelfareCases },
  { service: training, load: loadTraining },
  { service: awards, load: loadAwards },
];

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
  const database = await openDatabase(part.service, 'load-demo');
  await waitUntilFollowed(database, before);
  const started = Date.now();
  await part.load(demoLoader(database));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${part.service.name}: demo data in ${seconds} s\n`);
  return database;
}

const { profile } = readConfig({ profile: text('JEJARING_PROFILE', 'demo') });
if (profile !== 'empty') await loadAll();

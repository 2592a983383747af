import * as awards from '@jejaring/awards/national';
import { awards as awardsService } from '@jejaring/awards/service';
import { regencyOf } from '@jejaring/chassis/work/scope.rules';
import type { Database } from '@jejaring/chassis/work/unit-of-work';
import * as organizations from '@jejaring/organizations/national';
import { organizations as organizationsService } from '@jejaring/organizations/service';
import { readOfficialList } from '@jejaring/register/regions/official-list';
import * as training from '@jejaring/training/national';
import { training as trainingService } from '@jejaring/training/service';
import * as welfareCases from '@jejaring/welfare-cases/national';
import { welfareCases as welfareCasesService } from '@jejaring/welfare-cases/service';
import { openDatabase, waitUntilFollowed } from './load/databases.js';
import { tidyAll } from './load/tidy.js';
import { shareOut } from './load/shares.js';

const caseCount = 1_000_000;
// Two keep both sides busy, the database and this process; each holds one regency in memory.
const atOnce = 2;

const services = [organizationsService, welfareCasesService, trainingService, awardsService];

/** Whom each service listens to: all that was said is heard before keys are counted on. */
const listensTo: Record<string, string[]> = {
  organizations: [],
  'welfare-cases': ['organizations'],
  training: ['organizations'],
  awards: ['organizations', 'welfare-cases', 'training'],
};

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function openAll(): Promise<Record<string, Database>> {
  const opened: Record<string, Database> = {};
  for (const service of services)
    opened[service.name] = await openDatabase(service, 'load-national');
  return opened;
}

/** Regencies side by side, and a line for each province that is done. */
async function perRegency(
  what: string,
  regencies: readonly string[],
  act: (regency: string) => Promise<number>,
): Promise<void> {
  const waiting = [...regencies];
  const done = { count: 0, province: '' };
  const worker = async () => {
    for (let regency = waiting.shift(); regency !== undefined; regency = waiting.shift()) {
      const count = await act(regency);
      done.count += count;
      const next = waiting[0]?.slice(0, 2) ?? '';
      if (next === done.province) continue;
      if (done.province !== '') say(`${what}: ${done.count}, province ${done.province} done`);
      done.province = next;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

const { names } = await readOfficialList();
const villages = [...names.keys()].filter((code) => code.length === 13).sort();
const regencies = [...new Set(villages.map(regencyOf))];
const shares = shareOut(villages, caseCount);

const databases = await openAll();
for (const [name, speakers] of Object.entries(listensTo)) {
  await waitUntilFollowed(
    databases[name]!,
    speakers.map((speaker) => databases[speaker]!),
  );
}

await perRegency('Karang Taruna', regencies, async (regency) => {
  const entered = await organizations.registerRegency(databases.organizations!, regency);
  const news = await organizations.tellRegency(databases.organizations!, regency);
  await welfareCases.hearRegister(databases['welfare-cases']!, news);
  await training.hearRegister(databases.training!, news);
  await awards.hearRegister(databases.awards!, news);
  return entered;
});

await perRegency('Cases', regencies, async (regency) => {
  const cases = databases['welfare-cases']!;
  const reported = await welfareCases.reportRegency(cases, regency, shares.get(regency)!);
  await awards.hearCases(databases.awards!, await welfareCases.tellCases(cases, regency));
  return reported;
});

for (const database of Object.values(databases)) await database.source.destroy();
await tidyAll(
  services.map(({ name }) => name),
  say,
);
const { maxRSS } = process.resourceUsage();
say(
  `Loaded the nation in ${process.uptime().toFixed(0)} s, at most ${Math.round(maxRSS / 1024)} MB of memory`,
);

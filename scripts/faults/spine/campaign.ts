import { setTimeout as pause } from 'node:timers/promises';
import type { Stack } from '#stack';
import type { Random } from '../../proof/random.js';
import { seeded } from '../../proof/random.js';
import { say } from '../../proof/report.js';
import type { Cast } from './actors.js';
import { castActors } from './actors.js';
import { keepWorking } from './chains.js';
import { checkCopies } from './check-copies.js';
import { checkAcknowledged, checkAggregates, checkHalves } from './check-commands.js';
import { checkEffects, checkNothingWaits, checkTopics, countUnsettled } from './check-events.js';
import { attempt, Client } from './client.js';
import type { Databases } from './databases.js';
import { openDatabases } from './databases.js';
import { dumpEvents } from './event-dump.js';
import type { Kills } from './killer.js';
import { killAround, stopBroker, waitUntilReady } from './killer.js';
import { Ledger } from './ledger.js';
import { keepProbing } from './probes.js';

const registryClients = 4;
const caseClients = 4;
/** After the last fault everything is settled within this time. */
const settledWithinMs = 30_000;

export interface CampaignOptions {
  seed: number;
  kills: number;
  brokerStopMs: number;
}

export interface Campaign {
  ledger: Ledger;
  kills: Kills;
  brokerStops: number;
  events: number;
  effects: number;
  doubted: number;
  doneUnanswered: number;
  readyMs: number;
  settledMs: number;
}

/** Work and faults at the same time; then the last retries, quiet, and the checks. */
export async function runCampaign(stack: Stack, options: CampaignOptions): Promise<Campaign> {
  const random = seeded(options.seed);
  const databases = openDatabases(stack);
  const cast = await castActors(stack, databases);
  const ledger = new Ledger();
  const since = new Date();
  const faults = await workUnderFaults(stack, cast, ledger, { ...options, random });
  const readyMs = await waitUntilReady(stack, 90_000);
  say(`All ready again after ${readyMs} ms; ${ledger.inDoubt().length} operations are in doubt`);
  const doubted = ledger.inDoubt().length;
  const doneUnanswered = await checkHalves(databases, ledger);
  await resolveDoubts(stack, ledger);
  const settledMs = await settle(databases, ledger);
  await checkAcknowledged(databases, ledger);
  await checkAggregates(databases, ledger, since);
  await checkNothingWaits(databases, ledger);
  await checkCopies(databases, ledger);
  const events = await dumpEvents(stack);
  await checkTopics(databases, ledger, events);
  const effects = await checkEffects(databases, ledger, events);
  const told = new Set(events.map(({ id }) => id)).size;
  return { ledger, ...faults, events: told, effects, doubted, doneUnanswered, readyMs, settledMs };
}

async function workUnderFaults(
  stack: Stack,
  cast: Cast,
  ledger: Ledger,
  { seed, kills: wanted, brokerStopMs, random }: CampaignOptions & { random: Random },
): Promise<{ kills: Kills; brokerStops: number }> {
  let wanting = true;
  const shared = { gatewayUrl: stack.gatewayUrl, ledger, working: () => wanting };
  const client = (index: number) => new Client({ ...shared, random: seeded(seed * 1000 + index) });
  const work = [
    ...Array.from({ length: registryClients }, (_, at) =>
      keepWorking(client(at), cast, 'registry'),
    ),
    ...Array.from({ length: caseClients }, (_, at) =>
      keepWorking(client(50 + at), cast, 'casework'),
    ),
    keepProbing(shared, cast),
  ];
  const working = Promise.all(work);
  const faults = inflict(stack, random, wanted, brokerStopMs).finally(() => (wanting = false));
  const [inflicted] = await Promise.all([faults, working]);
  return inflicted;
}

async function inflict(stack: Stack, random: Random, wanted: number, brokerStopMs: number) {
  await pause(2_000);
  const tell = (name: string, total: number) => {
    if (total % 10 === 0 || total === wanted) say(`${total} of ${wanted} kills, last ${name}`);
  };
  const kills = await killAround(stack, random, wanted, tell);
  if (stack.processes.kafka === undefined) return { kills, brokerStops: 0 };
  say(`The broker stops for ${brokerStopMs} ms`);
  await stopBroker(stack, brokerStopMs);
  return { kills, brokerStops: 1 };
}

/** Each client asks once more, under the key it asked with first. */
async function resolveDoubts(stack: Stack, ledger: Ledger): Promise<void> {
  for (const operation of ledger.inDoubt()) {
    for (let tries = 1; operation.answer === null && tries <= 5; tries += 1) {
      const outcome = await attempt(stack.gatewayUrl, operation);
      if (outcome.kind === 'done') operation.answer = outcome.answer;
      if (outcome.kind === 'refused') {
        ledger.violate('last retry', `${operation.name}: ${outcome.why}`);
        break;
      }
      if (outcome.kind === 'lost') await pause(500);
    }
    if (operation.answer === null) ledger.violate('last retry', `${operation.name}: no answer`);
  }
}

async function settle(databases: Databases, ledger: Ledger): Promise<number> {
  const started = Date.now();
  let unsettled = await countUnsettled(databases);
  while (unsettled > 0 && Date.now() - started < 2 * settledWithinMs) {
    await pause(250);
    unsettled = await countUnsettled(databases);
  }
  const took = Date.now() - started;
  if (unsettled > 0) ledger.violate('settled', `${unsettled} keys are still behind`);
  else if (took > settledWithinMs) ledger.violate('settled', `only after ${took} ms`);
  return took;
}

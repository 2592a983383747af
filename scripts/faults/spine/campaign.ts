import { setTimeout as pause } from 'node:timers/promises';
import type { Stack } from '#stack';
import type { Random } from '../../proof/random.js';
import { seeded } from '../../proof/random.js';
import { say } from '../../proof/report.js';
import type { Cast } from './actors.js';
import { castActors } from './actors.js';
import { keepWorking } from './chains.js';
import { checkHalves } from './check-commands.js';
import { countUnsettled } from './check-events.js';
import type { Checked } from './checks.js';
import { checkEverything } from './checks.js';
import { attempt, Client } from './client.js';
import type { Databases } from './databases.js';
import { openDatabases } from './databases.js';
import type { Kills } from './killer.js';
import { killAround, stopBroker, waitUntilReady } from './killer.js';
import { Ledger } from './ledger.js';
import { keepProbing } from './probes.js';
import { sabotage } from './sabotage.js';

const registryClients = 4;
const caseClients = 4;
/**
 * After the last fault everything is settled within this time. Over Kafka the partitions of a killed
 * member go to another, or to its successor, only when its session ends after 20 seconds.
 */
const settledWithinMs = { embedded: 30_000, kafka: 45_000 };

export interface CampaignOptions {
  seed: number;
  kills: number;
  brokerStopMs: number;
  /** Damages the data afterwards, to see that the checks notice. */
  sabotage: boolean;
}

export interface Campaign extends Checked {
  ledger: Ledger;
  kills: Kills;
  brokerStops: number;
  doubted: number;
  doneUnanswered: number;
  /** From the last fault until every process said that it is ready. */
  readyMs: number;
  /** From the last fault until nothing waited any more. */
  settledMs: number;
  sabotage?: { damages: number; unnoticed: string[] };
}

/** Work and faults at the same time; then the last retries, quiet, and the checks. */
export async function runCampaign(stack: Stack, options: CampaignOptions): Promise<Campaign> {
  const random = seeded(options.seed);
  const databases = openDatabases(stack);
  const cast = await castActors(stack, databases);
  const ledger = new Ledger();
  const since = new Date();
  const faults = await workUnderFaults(stack, cast, ledger, { ...options, random });
  await waitUntilReady(stack, 90_000);
  const readyMs = Date.now() - faults.endedAt;
  const doubted = ledger.inDoubt().length;
  say(`All ready again after ${readyMs} ms; ${doubted} operations are in doubt`);
  const doneUnanswered = await checkHalves(databases, ledger);
  await resolveDoubts(stack, ledger);
  const most = settledWithinMs[stack.brokers ? 'kafka' : 'embedded'];
  const settledMs = await settle(databases, ledger, faults.endedAt, most);
  const checked = await checkEverything(stack, databases, ledger, since);
  const { kills, brokerStops } = faults;
  const campaign = {
    ledger,
    kills,
    brokerStops,
    ...checked,
    doubted,
    doneUnanswered,
    readyMs,
    settledMs,
  };
  if (!options.sabotage || ledger.violations.length > 0) return campaign;
  say('The data are damaged now, one thing after the other, to see that the checks notice');
  return { ...campaign, sabotage: await sabotage(stack, databases, ledger, since) };
}

interface Inflicted {
  kills: Kills;
  brokerStops: number;
  endedAt: number;
}

async function workUnderFaults(
  stack: Stack,
  cast: Cast,
  ledger: Ledger,
  { seed, kills: wanted, brokerStopMs, random }: CampaignOptions & { random: Random },
): Promise<Inflicted> {
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

async function inflict(
  stack: Stack,
  random: Random,
  wanted: number,
  brokerStopMs: number,
): Promise<Inflicted> {
  await pause(2_000);
  const tell = (name: string, total: number) => {
    if (total % 10 === 0 || total === wanted) say(`${total} of ${wanted} kills, last ${name}`);
  };
  const kills = await killAround(stack, random, wanted, tell);
  if (stack.processes.kafka === undefined) return { kills, brokerStops: 0, endedAt: Date.now() };
  say(`The broker stops for ${brokerStopMs} ms`);
  await stopBroker(stack, brokerStopMs);
  return { kills, brokerStops: 1, endedAt: Date.now() };
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

async function settle(
  databases: Databases,
  ledger: Ledger,
  since: number,
  most: number,
): Promise<number> {
  let unsettled = await countUnsettled(databases);
  while (unsettled > 0 && Date.now() - since < 2 * most) {
    await pause(250);
    unsettled = await countUnsettled(databases);
  }
  const took = Date.now() - since;
  if (unsettled > 0) ledger.violate('settled', `${unsettled} keys are still behind`);
  else if (took > most) ledger.violate('settled', `only after ${took} ms`);
  return took;
}

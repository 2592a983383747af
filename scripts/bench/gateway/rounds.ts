import { percentile, rounded } from '../../proof/figures.js';
import type { Arena, Contestant } from './ground.js';
import { saturate } from './load.js';
import type { Fired, Target } from './load.js';
import { readTree } from './processes.js';
import type { QuestionName } from './questions.js';
import { questions } from './questions.js';

export interface Scenario {
  name: string;
  question: QuestionName;
  /** Each request carries a token that was never seen before. */
  unique: boolean;
}

export interface Figures {
  perSecond: number;
  cpuMs: number;
  p50Ms: number;
  p99Ms: number;
  memoryMib: number;
  requestsAlone: number;
  requestsUnderLoad: number;
  failed: number;
}

export interface Settings {
  rounds: number;
  windowMs: number;
  connections: number;
}

interface Window {
  fired: Fired;
  cpuMs: number;
  memoryMib: number;
  requests: number;
}

/** What is asked next: the documents of the question in turn, each time by somebody else where that is measured. */
export function targetOf(arena: Arena, contestant: Contestant, scenario: Scenario): Target {
  const documents = questions[scenario.question];
  const shots = documents.map((query) => ({
    body: JSON.stringify({ query }),
    size: contestant.sizes.get(query),
  }));
  let place = 0;
  return {
    client: contestant.client,
    next() {
      const { body, size } = shots[(place += 1) % shots.length]!;
      return {
        body,
        ...(scenario.unique ? { authorization: nextToken(arena, contestant) } : {}),
        isRight: ({ status, bytes }) => status === 200 && bytes === size,
      };
    },
  };
}

const nextToken = ({ tokens }: Arena, contestant: Contestant) =>
  `Bearer ${tokens.at(contestant.nextToken++)}`;

async function measure(arena: Arena, contestant: Contestant, fire: () => Promise<Fired>) {
  const { pid } = contestant.process;
  const before = { tree: readTree(pid), requests: await arena.services.countRequests() };
  const fired = await fire();
  const tree = readTree(pid);
  const requests = (await arena.services.countRequests()) - before.requests;
  const cpuMs = tree.cpuMs - before.tree.cpuMs;
  return { fired, cpuMs, memoryMib: tree.memoryMib, requests } satisfies Window;
}

/** The gateways take turns, so that a busy neighbour on the machine meets all of them alike. */
export async function runRounds(
  arena: Arena,
  contestants: readonly Contestant[],
  scenario: Scenario,
  settings: Settings,
): Promise<Map<string, Figures>> {
  const { rounds, windowMs, connections } = settings;
  const windows = new Map<string, Window[]>(contestants.map(({ variant }) => [variant.name, []]));
  const alone = new Map<string, number>();
  for (const contestant of contestants) {
    alone.set(contestant.variant.name, await countAlone(arena, contestant, scenario));
    await warmUp(targetOf(arena, contestant, scenario), settings);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const contestant of contestants) {
      const target = targetOf(arena, contestant, scenario);
      const name = contestant.variant.name;
      if (scenario.unique) signAhead(arena, contestant, windows.get(name)!.at(-1), windowMs);
      // The last turn of others has cooled its caches and may have left it garbage.
      await saturate(target, connections, windowMs / 5);
      const fire = () => saturate(target, connections, windowMs);
      windows.get(name)!.push(await measure(arena, contestant, fire));
    }
  }
  return new Map([...windows].map(([name, of]) => [name, summarise(of, alone.get(name)!)]));
}

/** Until its engine has compiled what is hot: where the machine is busy, one window holds too few requests. */
async function warmUp(target: Target, { connections, windowMs }: Settings): Promise<void> {
  let answered = 0;
  for (let window = 0; window < 5 && answered < 500; window += 1) {
    answered += (await saturate(target, connections, windowMs)).latencies.length;
  }
}

function signAhead(
  { tokens }: Arena,
  { nextToken: used }: Contestant,
  last: Window | undefined,
  ms: number,
) {
  const answered = last ? (last.fired.latencies.length / last.fired.milliseconds) * ms : ms / 2;
  tokens.grow(used + Math.ceil(answered * 1.6));
}

async function countAlone(arena: Arena, contestant: Contestant, scenario: Scenario) {
  const target = targetOf(arena, contestant, scenario);
  const times = questions[scenario.question].length;
  const before = await arena.services.countRequests();
  for (let time = 0; time < times; time += 1) await target.client.fire(target.next());
  return ((await arena.services.countRequests()) - before) / times;
}

const median = (values: readonly number[]) => percentile(values, 0.5);

function summarise(windows: readonly Window[], requestsAlone: number): Figures {
  const latencies = windows.flatMap(({ fired }) => fired.latencies);
  const perWindow = (value: (window: Window, answered: number) => number) =>
    median(windows.map((window) => value(window, window.fired.latencies.length)));
  return {
    perSecond: Math.round(perWindow(({ fired }, count) => (count * 1_000) / fired.milliseconds)),
    cpuMs: rounded(
      perWindow(({ cpuMs }, count) => cpuMs / count),
      3,
    ),
    p50Ms: rounded(median(latencies)),
    p99Ms: rounded(percentile(latencies, 0.99)),
    memoryMib: Math.round(Math.max(...windows.map(({ memoryMib }) => memoryMib))),
    requestsAlone: rounded(requestsAlone, 2),
    requestsUnderLoad: rounded(
      perWindow(({ requests }, count) => requests / count),
      2,
    ),
    failed: windows.reduce((sum, { fired }) => sum + fired.failed, 0),
  };
}

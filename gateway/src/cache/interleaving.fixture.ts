import { FreshStore } from './fresh-store.js';
import type { ChangeHeard } from './freshness.js';
import { Freshness } from './freshness.js';
import { tagsOf } from './tags.js';

/** What is taken away from the cache, to see that it was needed. */
export type Careless =
  | 'notes the moment of the answer instead of the question'
  | 'does not look again before it tells'
  | 'does not notice that it is deaf'
  | 'keeps what it had when it hears again'
  | 'takes no notice of epochs'
  | 'forgets old changes'
  | 'takes a list for one of its members';

/** The state of one aggregate: how often it changed, in which life of its database. */
interface State {
  epoch: number;
  version: number;
}

const aggregates = ['org_', 'org_', 'org_'].map(
  (prefix, place) => `${prefix}${String(place).padStart(26, '0')}`,
);
const subject = 'organizations.organization';
const deafTtlMs = 20;
const stepsOfRun = 30;

/** The same numbers for the same seed. */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A service with its database: what it holds, and what it has said. */
class Service {
  states: State[] = aggregates.map(() => ({ epoch: 1, version: 0 }));
  readonly said: ChangeHeard[] = [];
  private epoch = 1;

  constructor(private readonly random: (below: number) => number) {}

  change(): void {
    const place = this.random(aggregates.length);
    const version = this.states[place]!.version + 1;
    this.states[place] = { epoch: this.epoch, version };
    const key = aggregates[place]!;
    const topic = 'jejaring.organizations';
    const type = `${subject}.changed.v1`;
    this.said.push({ topic, type, key, sequence: version, epoch: this.epoch });
  }

  /** Puts the database back to an earlier state; the events of before stay said. */
  restore(): void {
    this.epoch += 1;
    this.states = this.states.map(({ version }) => ({
      epoch: this.epoch,
      version: this.random(version + 1),
    }));
  }
}

interface Asking {
  place: number | 'all';
  moment: ReturnType<Freshness['now']>;
  answer: State[] | null;
  readAt: number;
}

type Told = { answer: State[]; readAt: number };

/** One gateway: what it keeps, what it has yet to hear, and what it must know by now. */
class Replica {
  private freshness: Freshness;
  private store: FreshStore;
  private due: ChangeHeard[];
  private readonly heard: ChangeHeard[] = [];
  private asking: Asking[] = [];
  private mustKnow: State[] = aggregates.map(() => ({ epoch: 0, version: 0 }));
  private leastEpoch = 0;
  private deafSince: number | null = null;
  hits = 0;

  constructor(private readonly world: World) {
    this.freshness = this.begin();
    this.store = new FreshStore(this.freshness, 10_000);
    this.due = [];
  }

  private begin(): Freshness {
    const { clock, careless } = this.world;
    const options = { deafTtlMs, longestMs: 1_000_000, remembered: 2, clock };
    const freshness = new Freshness(options);
    freshness.turn('hearing');
    const pinned = ['forgets old changes', 'keeps what it had when it hears again'];
    if (pinned.includes(String(careless)))
      Object.defineProperty(freshness, 'floor', { get: () => 0, set() {} });
    if (careless === 'does not look again before it tells')
      Object.assign(freshness, { holds: () => true });
    return freshness;
  }

  takeStep(): void {
    const choice = this.world.random(40);
    if (choice < 15) this.ask();
    else if (choice < 28) this.goOn();
    else if (choice < 38) this.hearOne();
    else if (choice === 38) this.loseOrFind();
    else if (this.world.random(3) === 0) this.restart();
  }

  /** Everything is lost; it listens from the end on. */
  private restart(): void {
    this.freshness = this.begin();
    this.store = new FreshStore(this.freshness, 10_000);
    this.asking = [];
    this.listenFromTheEnd();
  }

  isSaid(event: ChangeHeard): void {
    this.due.push(event);
  }

  private hearOne(): void {
    if (this.deafSince !== null) return;
    const { random } = this.world;
    const again = this.heard.length > 0 && random(4) === 0;
    const [event] = again
      ? [this.heard[random(this.heard.length)]]
      : this.due.splice(random(3) === 0 ? random(this.due.length || 1) : 0, 1);
    if (event === undefined) return;
    if (!again) this.heard.push(event);
    const ignores = this.world.careless === 'takes no notice of epochs';
    this.freshness.hear(ignores ? { ...event, epoch: 1 } : event);
    this.mustKnowOf(event);
  }

  private mustKnowOf({ key, epoch, sequence: version }: ChangeHeard): void {
    const place = aggregates.indexOf(key);
    const state = { epoch, version };
    if (isOlder(this.mustKnow[place]!, state)) this.mustKnow[place] = state;
    this.leastEpoch = Math.max(this.leastEpoch, epoch);
  }

  private loseOrFind(): void {
    const unnoticed = this.world.careless === 'does not notice that it is deaf';
    if (this.deafSince === null) {
      this.deafSince = this.world.clock();
      if (!unnoticed) this.freshness.turn('deaf');
      return;
    }
    this.deafSince = null;
    // It may go on where it was, or begin at the end; what lies between is then never heard.
    if (this.world.random(2) === 0) this.listenFromTheEnd();
    if (!unnoticed) this.freshness.turn('hearing');
  }

  private listenFromTheEnd(): void {
    this.deafSince = null;
    for (const event of this.due.splice(0)) this.mustKnowOf(event);
  }

  private ask(): void {
    const { random } = this.world;
    const place = random(3) === 0 ? 'all' : random(aggregates.length);
    const moment = this.freshness.now();
    const told = this.store.find(String(place)) as Told | undefined;
    if (told === undefined) {
      this.asking.push({ place, moment, answer: null, readAt: 0 });
      return;
    }
    this.hits += 1;
    this.judge(place, told);
  }

  /** Lets one of those who ask get on: the service reads its database, or its answer arrives. */
  private goOn(): void {
    const { random, service, clock } = this.world;
    if (this.asking.length === 0) return;
    const at = random(this.asking.length);
    const asking = this.asking[at]!;
    if (asking.answer === null) {
      const { place } = asking;
      asking.answer = place === 'all' ? [...service.states] : [service.states[place]!];
      asking.readAt = clock();
      return;
    }
    this.asking.splice(at, 1);
    this.keep(asking.place, asking.moment, { answer: asking.answer, readAt: asking.readAt });
  }

  private keep(place: number | 'all', asked: Asking['moment'], value: Told): void {
    const { careless } = this.world;
    const late = careless === 'notes the moment of the answer instead of the question';
    const moment = late ? this.freshness.now() : asked;
    const one = careless === 'takes a list for one of its members' ? aggregates[0] : undefined;
    const id = place === 'all' ? one : aggregates[place];
    const tags = tagsOf({ any: new Set(), own: new Set([subject]) }, id);
    this.store.keep({ key: String(place), bytes: 1, value, moment, tags });
  }

  private judge(place: number | 'all', { answer, readAt }: Told): void {
    const must = place === 'all' ? this.mustKnow : [this.mustKnow[place]!];
    for (const [at, state] of answer.entries()) {
      if (isOlder(state, must[at]!) || state.epoch < this.leastEpoch) throw new Stale();
    }
    const since = this.deafSince;
    if (since !== null && this.world.clock() - Math.max(since, readAt) >= deafTtlMs)
      throw new Stale();
  }
}

/** An answer was told that is older than what its gateway had heard. */
export class Stale extends Error {}

const isOlder = (a: State, b: State): boolean =>
  a.epoch < b.epoch || (a.epoch === b.epoch && a.version < b.version);

interface World {
  random(below: number): number;
  clock(): number;
  service: Service;
  careless: Careless | null;
}

/**
 * One random interleaving: a service that changes and is restored, two gateways that ask it, hear of
 * it late, out of order and twice, go deaf, and are started anew. Throws `Stale`; else says how often
 * a gateway answered from what it kept.
 */
export function runInterleaving(seed: number, careless: Careless | null = null): number {
  const random = seededRandom(seed);
  let time = 0;
  const service = new Service(random);
  const world: World = { random, clock: () => time, service, careless };
  const replicas = [new Replica(world), new Replica(world)];
  for (let step = 0; step < stepsOfRun; step += 1) {
    const replica = replicas[random(2)]!;
    if (random(12) === 0) {
      service.change();
      for (const each of replicas) each.isSaid(service.said.at(-1)!);
    } else if (random(40) === 0) time += random(deafTtlMs);
    else if (random(60) === 0) service.restore();
    else replica.takeStep();
  }
  return replicas.reduce((sum, { hits }) => sum + hits, 0);
}

import type { Random } from '../../proof/random.js';
import type { lies } from './lies.js';
import type { Restartable } from './processes.js';
import type { ServiceName } from './small-federation.js';
import { serviceNames } from './small-federation.js';
import type { World } from './world.js';

/** One thing that goes wrong, for a while. */
export interface Fault {
  kind: string;
  /** Services that answer otherwise than always; operations that do not touch them are unaffected. */
  touches: readonly ServiceName[];
  /** Another address of the service answers: queries must lose nothing, mutations may. */
  queriesSafe: boolean;
  gatewayAway: boolean;
  issuerUnsure: boolean;
  /** Until the gateway has heard of it, tokens of the withdrawn key may be believed. */
  withdraws: boolean;
  kills: number;
  holdMs: number;
  begin(): Promise<void> | void;
  end(): Promise<void> | void;
}

type Change = Pick<Fault, 'begin' | 'end'> & Partial<Fault>;

const fault = (kind: string, change: Change): Fault => ({
  kind,
  touches: [],
  queriesSafe: false,
  gatewayAway: false,
  issuerUnsure: false,
  withdraws: false,
  kills: 0,
  holdMs: 2_000,
  ...change,
});

/** All processes of a service, or one of them. */
function pickTarget(world: World, random: Random) {
  const service = random.pick(serviceNames);
  const all = world.services[service];
  const targets: Restartable[] = random.next() < 0.5 ? all : [random.pick(all)];
  return { service, targets, leavesOne: targets.length < all.length };
}

export function killService(world: World, random: Random): Fault {
  const { service, targets, leavesOne } = pickTarget(world, random);
  return fault('service killed', {
    touches: [service],
    queriesSafe: leavesOne,
    kills: targets.length,
    holdMs: random.between(300, 2_500),
    begin: async () => void (await Promise.all(targets.map((each) => each.kill()))),
    end: async () => void (await Promise.all(targets.map((each) => each.up()))),
  });
}

export function killGateway(world: World, random: Random): Fault {
  const signal = random.next() < 0.5 ? 'SIGKILL' : 'SIGTERM';
  return fault(`gateway ${signal === 'SIGKILL' ? 'killed' : 'stopped'}`, {
    touches: serviceNames,
    gatewayAway: true,
    kills: 1,
    holdMs: random.between(0, 500),
    begin: () => world.gateway.kill(signal),
    end: () => world.gateway.up(),
  });
}

export function freeze(world: World, random: Random): Fault {
  const { service, targets } = pickTarget(world, random);
  return fault('service frozen', {
    touches: [service],
    holdMs: random.between(1_000, 4_000),
    begin: () => targets.forEach((each) => each.signal('SIGSTOP')),
    end: () => targets.forEach((each) => each.signal('SIGCONT')),
  });
}

export const tellLie =
  (lie: keyof typeof lies) =>
  (world: World, random: Random): Fault => {
    const { service, targets, leavesOne } = pickTarget(world, random);
    const tell = async (word: string) => {
      await Promise.all(targets.map((each) => each.tell(word)));
    };
    return fault(lie, {
      touches: [service],
      // Another address answers what this one had no room for, or broke off.
      queriesSafe: leavesOne && (lie === 'no room' || lie === 'slow'),
      holdMs: random.between(1_500, 3_000),
      begin: () => tell(lie),
      end: () => tell('honest'),
    });
  };

export const issuerAway = ({ issuer }: World): Fault =>
  fault('issuer away', { begin: () => issuer.close(), end: () => issuer.open() });

export const keysRotated = ({ issuer }: World): Fault =>
  fault('keys rotated', { issuerUnsure: true, begin: () => issuer.rotate(), end: () => undefined });

export const keyWithdrawn = ({ issuer }: World): Fault =>
  fault('key withdrawn', {
    issuerUnsure: true,
    withdraws: true,
    begin: () => issuer.withdraw(),
    end: () => undefined,
  });

export const betterSupergraph = (world: World): Fault =>
  fault('supergraph replaced', {
    begin: () => world.writeSupergraph(world.supergraph(true)),
    end: () => world.writeSupergraph(world.supergraph()),
  });

export const brokenSupergraph = (world: World): Fault =>
  fault('supergraph broken', {
    begin: () => world.writeSupergraph(world.supergraph().slice(0, 2_000)),
    end: () => world.writeSupergraph(world.supergraph()),
  });

import type { Address } from './addresses.js';
import type { CallLimits } from './calls.js';
import type { RepeatBudget } from './repeat-budget.rules.js';
import { openRepeatBudget } from './repeat-budget.rules.js';
import { Unavailable } from './subgraph-answer.js';

interface Waiting {
  take(address: Address): void;
  refuse(reason: Unavailable): void;
}

/**
 * The way to one service: which of its addresses is asked next, and how many may ask at once. What
 * one service holds up stays here, so that no other one's calls and not the process run out of room.
 */
export class ServiceLine {
  readonly repeats: RepeatBudget;
  private readonly queue = new Set<Waiting>();
  private turn = 0;
  private refusing = false;

  constructor(
    readonly all: readonly Address[],
    private readonly limits: CallLimits,
  ) {
    this.repeats = openRepeatBudget(limits.repeatPercent);
  }

  get waiting(): number {
    return this.queue.size;
  }

  /** Room for one call at the best address, now or within the time; `leave` gives it back. */
  take(withinMs: number): Address | Promise<Address> {
    const free = this.takeFree();
    if (free !== null) return free;
    if (!this.all.some(mayBeAsked)) throw this.closed();
    if (this.queue.size >= this.limits.waiting) throw new Unavailable('busy');
    return this.wait(withinMs);
  }

  /** The same without waiting; null when there is none but those to leave out. */
  takeFree(leftOut: readonly Address[] = []): Address | null {
    const { connections } = this.limits;
    this.turn += 1;
    let best: Address | null = null;
    for (let step = 0; step < this.all.length; step += 1) {
      const address = this.all[(this.turn + step) % this.all.length]!;
      if (address.underWay >= connections || leftOut.includes(address)) continue;
      if (!mayBeAsked(address)) continue;
      if (best === null || isBetter(address, best)) best = address;
    }
    if (best !== null) best.underWay += 1;
    return best;
  }

  leave(address: Address): void {
    const [next] = this.queue;
    if (next !== undefined && mayBeAsked(address)) return next.take(address);
    address.underWay -= 1;
    if (!this.refusing) this.refuseOne();
  }

  /** One at a time: what follows from all refusals at once would keep everybody else waiting. */
  private refuseOne(): void {
    const [next] = this.queue;
    this.refusing = next !== undefined && !this.all.some(mayBeAsked);
    if (!this.refusing) return;
    next!.refuse(this.closed());
    setImmediate(() => this.refuseOne());
  }

  private wait(withinMs: number): Promise<Address> {
    return new Promise((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer);
        this.queue.delete(waiting);
      };
      const waiting: Waiting = {
        take(address) {
          end();
          resolve(address);
        },
        refuse(reason) {
          end();
          reject(reason);
        },
      };
      const timer = setTimeout(() => waiting.refuse(new Unavailable('busy')), withinMs);
      this.queue.add(waiting);
    });
  }

  private closed(): Unavailable {
    const resting = this.all.some(({ circuit }) => circuit.lets);
    return new Unavailable(resting ? 'busy' : 'circuit-open');
  }
}

const mayBeAsked = ({ circuit, restsUntil }: Address): boolean =>
  circuit.lets && (restsUntil === 0 || performance.now() >= restsUntil);

function isBetter(one: Address, other: Address): boolean {
  if (one.ready !== other.ready) return one.ready;
  // What is due to be tried goes first, or it would stay closed while another address answers.
  if (one.circuit.open !== other.circuit.open) return one.circuit.open;
  return one.underWay < other.underWay;
}

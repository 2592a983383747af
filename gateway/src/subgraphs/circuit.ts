import type { CircuitBreakerPolicy } from 'cockatiel';
import { circuitBreaker, CircuitState, CountBreaker, handleWhen } from 'cockatiel';
import type { CallLimits } from './calls.js';
import { Unavailable } from './subgraph-answer.js';

/**
 * Stops calls to an address that keeps failing, so that nobody waits for what will not come. Judged
 * by share and not by number: a few callers whose questions are too heavy cannot close a service
 * that answers everybody else.
 */
export class Circuit {
  private readonly policy: CircuitBreakerPolicy;
  private probeAt = 0;
  private saidOpen = false;

  constructor({ breakAfter, breakMs }: CallLimits, onChange: (open: boolean) => void) {
    const breaker = new CountBreaker({
      threshold: 0.5,
      size: 2 * breakAfter,
      minimumNumberOfCalls: breakAfter,
    });
    this.policy = circuitBreaker(
      handleWhen((error) => isFault(error)),
      { halfOpenAfter: breakMs, breaker },
    );
    const say = (open: boolean): void => {
      if (open === this.saidOpen) return;
      this.saidOpen = open;
      onChange(open);
    };
    this.policy.onBreak(() => {
      this.probeAt = Date.now() + breakMs;
      say(true);
    });
    this.policy.onReset(() => say(false));
  }

  /** Whether a call may be made now: after a pause a single one finds out for all the others. */
  get lets(): boolean {
    const { state } = this.policy;
    if (state === CircuitState.Closed) return true;
    return state === CircuitState.Open && Date.now() >= this.probeAt;
  }

  get open(): boolean {
    return this.policy.state !== CircuitState.Closed;
  }

  /** Only when `lets`: otherwise the call would wait for the one that finds out. */
  run<T>(call: () => Promise<T>): Promise<T> {
    return this.policy.execute(call);
  }
}

const isFault = (error: unknown): boolean => error instanceof Unavailable && error.fault;

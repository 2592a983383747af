import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { RateState } from '../admission/rates.js';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { Trace } from '../tracing/tracing.js';

/** What one GraphQL request carries through limits, access, planning and the subgraph calls. */
export interface RequestContext {
  caller: Caller;
  requestId: string;
  /** On the monotonic clock of `performance.now()`. */
  deadlineAt: number;
  /** Whether the caller wants no answer that was kept. */
  fresh?: boolean;
  cost: { subgraphRequests: number; sqlStatements: number };
  /** Where the request came from: behind trusted proxies, what they say. */
  address?: string;
  /** What is left to this caller after the operation was paid for. */
  rate?: RateState;
  /** Absent when nobody follows this request. */
  trace?: Trace;
}

// Errors are formatted without their request at hand, also before a context exists.
const currentRequest = new AsyncLocalStorage<{ requestId: string }>();

export const enterRequest = (requestId: string, next: () => void): void =>
  currentRequest.run({ requestId }, next);

export const currentRequestId = (): string => currentRequest.getStore()?.requestId ?? 'none';

/** Keeps a caller's request id when it is safe to log and to send on, else makes one. */
export function chooseRequestId(offered: string | string[] | undefined): string {
  if (typeof offered === 'string' && /^[A-Za-z0-9._-]{8,64}$/.test(offered)) return offered;
  return randomUUID();
}

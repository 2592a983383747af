import type { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import { refusal } from '../errors.js';
import type { RequestContext } from '../front/request-context.js';
import type { Spent } from '@jejaring/callers/rate.rules';
import { holderOf, spend } from '@jejaring/callers/rate.rules';

/** Cost per minute of one caller, by class; 0 sets no limit. */
export interface RateLimits {
  public: number;
  signedIn: number;
  system: number;
}

type Class = 'public' | 'signed-in' | 'system' | 'refused-token';

/** Where a caller stands, as it is told in headers (IETF draft RateLimit header fields for HTTP). */
export interface RateState {
  headers: readonly (readonly [string, string])[];
  /** Null while there is enough. */
  refusal: GraphQLError | null;
}

/** Tokens that one address may show in vain within a minute. */
const refusedTokens = 60;

/** Callers that are remembered. Who has asked nothing for longest is forgotten first. */
const remembered = 100_000;

/**
 * How much each caller asks: the public by address, others by the subject of their token, so that
 * nobody pays for who shares their line. Each gateway counts for itself.
 */
export class Rates {
  private readonly paid = new LRUCache<string, number>({ max: remembered });

  constructor(
    private readonly limits: RateLimits,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Pays for an operation, or says that it has to wait; null where nothing is counted. */
  pay({ caller, address }: RequestContext, cost: number): RateState | null {
    if (address === undefined) return null;
    const { role, id } = caller;
    const name = classOf(role);
    const perMinute = {
      public: this.limits.public,
      'signed-in': this.limits.signedIn,
      system: this.limits.system,
    }[name];
    const holder = name === 'public' ? holderOf(address) : id;
    return perMinute === 0 ? null : this.take({ name, holder, perMinute, cost });
  }

  /** Counts a token that was refused: from one address, too many have to wait. */
  countRefusedToken(address: string, error: unknown): GraphQLError | null {
    const { code } = (error as Partial<GraphQLError>).extensions ?? {};
    // Who cannot be checked has done nothing wrong.
    if (code !== 'UNAUTHENTICATED' || this.limits.public === 0) return null;
    const holder = holderOf(address);
    return this.take({ name: 'refused-token', holder, perMinute: refusedTokens, cost: 1 }).refusal;
  }

  private take(ask: { name: Class; holder: string; perMinute: number; cost: number }): RateState {
    const { name, holder, perMinute, cost } = ask;
    const key = `${name} ${holder}`;
    const now = this.now();
    const spent = spend({ perMinute }, { paidAt: this.paid.get(key) ?? 0, cost, now });
    this.paid.set(key, spent.paidAt);
    const headers = headersOf(name, perMinute, spent);
    return { headers, refusal: spent.allowed ? null : rateLimited(spent, headers) };
  }
}

function classOf(role: string): Exclude<Class, 'refused-token'> {
  if (role === 'PUBLIC') return 'public';
  return role === 'SYSTEM_SUBSCRIBER' ? 'system' : 'signed-in';
}

const seconds = (ms: number): number => Math.max(1, Math.ceil(ms / 1_000));

const headersOf = (name: Class, perMinute: number, { remaining, fullInMs }: Spent) =>
  [
    ['ratelimit-policy', `"${name}";q=${perMinute};w=60`],
    ['ratelimit', `"${name}";r=${remaining};t=${seconds(fullInMs)}`],
  ] as const;

function rateLimited({ waitMs }: Spent, headers: RateState['headers']): GraphQLError {
  const retryAfter = seconds(waitMs);
  const sentence = `Too much was asked within a minute; ask again in ${retryAfter} seconds.`;
  return refusal('RATE_LIMITED', 429, sentence, { retryAfter }, [
    ...headers,
    ['retry-after', String(retryAfter)],
  ]);
}

import { isIP } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { readEndpoint } from './endpoint.rules.js';
import { isPublicAddress } from './forbidden-address.js';
import type { Resolve } from './guarded-lookup.js';
import { ForbiddenAddress, guardedLookup, permits, resolveBySystem } from './guarded-lookup.js';
import type { Outcome } from './retry.rules.js';
import { outcomeOf, readRetryAfter } from './retry.rules.js';

export interface EgressOptions {
  /** Lets developers receive on their own machine, without TLS. */
  loopback: boolean;
  timeoutMs?: number;
  resolve?: Resolve;
}

export interface Outgoing {
  method: 'POST' | 'OPTIONS';
  endpoint: string;
  headers: Record<string, string>;
  body?: string;
}

export interface Answer {
  outcome: Outcome;
  retryAfterSeconds: number | null;
  headers: Readonly<Record<string, string | undefined>>;
  ms: number;
}

const mostAnswerBytes = 1_024;
const connectionsPerEndpoint = 64;
const userAgent = 'Jejaring-Webhooks/1';

/** Nobody reads more of an event than that: it says what happened, and the graph says the rest. */
export const mostBodyBytes = 20_000;

/** The one way out to endpoints: checked addresses, verified TLS, no redirect, nothing kept of an answer. */
export class Egress {
  private readonly agent: Agent;
  private readonly timeoutMs: number;

  constructor(private readonly options: EgressOptions) {
    this.timeoutMs = options.timeoutMs ?? 15_000;
    this.agent = new Agent({
      connect: guardedConnector(options, this.timeoutMs),
      connections: connectionsPerEndpoint,
      keepAliveTimeout: 10_000,
      headersTimeout: this.timeoutMs,
      bodyTimeout: this.timeoutMs,
    });
  }

  /** Never throws for what an endpoint does. */
  async send(outgoing: Outgoing): Promise<Answer> {
    const started = performance.now();
    const answer = await this.ask(outgoing).catch((error: unknown) => failed(faultOf(error)));
    return { ...answer, ms: Math.round(performance.now() - started) };
  }

  close(): Promise<void> {
    return this.agent.destroy();
  }

  private async ask({ method, endpoint, headers, body }: Outgoing): Promise<Omit<Answer, 'ms'>> {
    const read = readEndpoint(endpoint, {
      loopback: this.options.loopback,
      isPublic: isPublicAddress,
    });
    if ('fault' in read) return failed('FORBIDDEN_ADDRESS');
    if (body !== undefined && Buffer.byteLength(body) >= mostBodyBytes) return failed('TOO_LARGE');
    const { origin, pathname, search } = read.url;
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(new TimeUp()), this.timeoutMs);
    try {
      const response = await this.agent.request({
        origin,
        path: pathname + search,
        method,
        headers: { 'user-agent': userAgent, ...headers },
        body: body ?? null,
        signal: stop.signal,
      });
      const { statusCode } = response;
      const told = response.headers as Record<string, string | undefined>;
      // What is behind the first bytes is left unread, and its connection with it.
      await response.body.dump({ limit: mostAnswerBytes }).catch(() => undefined);
      return {
        outcome: outcomeOf(statusCode),
        retryAfterSeconds: readRetryAfter(statusCode, told['retry-after'], new Date()),
        headers: told,
      };
    } finally {
      clearTimeout(timer);
    }
  }
}

class TimeUp extends Error {}

function guardedConnector(options: EgressOptions, timeout: number): buildConnector.connector {
  const lookup = guardedLookup(options.resolve ?? resolveBySystem, options);
  const connect = buildConnector({ timeout, lookup, rejectUnauthorized: true });
  return (target, connected) => {
    // Of an address that is written out nobody asks where it leads.
    const host = target.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !permits(host, options)) connected(new ForbiddenAddress(), null);
    else connect(target, connected);
  };
}

const failed = (outcome: Outcome): Omit<Answer, 'ms'> => ({
  outcome,
  retryAfterSeconds: null,
  headers: {},
});

const ofCertificates = /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_)/;
const ofTime = new Set([
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function faultOf(error: unknown): Outcome {
  if (error instanceof ForbiddenAddress) return 'FORBIDDEN_ADDRESS';
  if (error instanceof TimeUp) return 'TIMEOUT';
  const { code = '' } = error as { code?: string };
  if (ofTime.has(code)) return 'TIMEOUT';
  return ofCertificates.test(code) ? 'TLS' : 'UNREACHABLE';
}

import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { Logger } from '@jejaring/chassis/process/log';
import type { GraphQLFormattedError } from 'graphql';
import type { Address, Addresses } from './addresses.js';
import type { Shape } from './answer-shape.js';
import type { Caller } from '../caller/caller.js';
import type { GatewayMetrics } from '../metrics.js';
import type { RequestContext } from '../front/request-context.js';
import type { Answer, RawAnswer, Reason } from './subgraph-answer.js';
import { readAnswer, Unavailable } from './subgraph-answer.js';
import { missingPaths } from './subgraph-paths.js';

/** Signs, for one service and one exact body, who asks. */
export type SignCaller = (caller: Caller, audience: string, body: string) => Promise<string>;

export type ShapeOf = (query: string) => Shape;

export interface SubgraphSourceOptions {
  service: string;
  addresses: Addresses;
  sign: SignCaller;
  metrics: GatewayMetrics;
  log: Logger;
  callBudgetMs: number;
  /** What the answer to an operation must look like in the graph that is served now. */
  shapeOf: ShapeOf;
}

type Call = GraphQLDataSourceProcessOptions<RequestContext>;

/** Asks one service over kept connections; whatever goes wrong costs this service's fields only. */
export class SubgraphSource implements GraphQLDataSource<RequestContext> {
  constructor(private readonly options: SubgraphSourceOptions) {}

  async process({
    request,
    context: given,
  }: Call): Promise<{ data: Answer['data']; errors?: GraphQLFormattedError[] }> {
    const context = given as RequestContext;
    const { service, metrics } = this.options;
    const started = performance.now();
    let outcome: string = 'ok';
    try {
      const answer = await this.ask(request, context);
      if (answer.errors.length === 0) return { data: answer.data };
      outcome = 'errors';
      this.report(answer.errors, context);
      return { data: answer.data, errors: [...answer.errors] };
    } catch (error) {
      const missing = this.missing(error, request, context);
      outcome = String(missing[0]?.extensions?.['reason']);
      return { data: null, errors: missing };
    } finally {
      metrics.subgraphCalls.observe(
        { subgraph: service, outcome },
        (performance.now() - started) / 1_000,
      );
    }
  }

  private async ask(
    { query, variables, operationName }: Call['request'],
    context: RequestContext,
  ): Promise<Answer> {
    const body = JSON.stringify({ query, variables, operationName });
    const representations: unknown = variables?.['representations'];
    const entities = Array.isArray(representations) ? representations.length : null;
    const raw = await this.send(body, context, !query?.startsWith('mutation'));
    const { shapeOf, service } = this.options;
    return readAnswer(raw, { shape: shapeOf(query ?? ''), entities, service });
  }

  /**
   * Goes on to the next address when a connection fails: a query always, a mutation only when it
   * certainly never left here. One that may have arrived is the client's to repeat, under its key.
   */
  private async send(
    body: string,
    context: RequestContext,
    repeatable: boolean,
  ): Promise<RawAnswer> {
    const order = this.options.addresses.inTurn();
    // A kept connection may break just when it is used: a lone address is asked twice.
    if (order.length === 1) order.push(...order);
    for (const [place, address] of order.entries()) {
      try {
        return await this.sendOnce(address, body, context);
      } catch (error) {
        const reason = reasonOf(error);
        const neverLeft = isConnectFailure(error);
        const broke = reason === 'connection';
        // Where others are there, what just broke waits for its next health check.
        if (neverLeft || (broke && order[0] !== order.at(-1))) address.ready = false;
        const goesOn = broke && (repeatable || neverLeft);
        if (!goesOn || place === order.length - 1) throw new Unavailable(reason);
      }
    }
    throw new Unavailable('connection');
  }

  private async sendOnce(
    address: Address,
    body: string,
    context: RequestContext,
  ): Promise<RawAnswer> {
    const { service, sign, callBudgetMs } = this.options;
    const left = Math.floor(Math.min(callBudgetMs, context.deadlineAt - performance.now()));
    if (left < 1) throw new Unavailable('timeout');
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${await sign(context.caller, service, body)}`,
      'x-deadline-ms': String(left),
      'x-request-id': context.requestId,
    };
    context.cost.subgraphRequests += 1;
    const answer = await post(address, headers, body, left);
    context.cost.sqlStatements += answer.sqlStatements;
    return answer;
  }

  private missing(
    error: unknown,
    request: Call['request'],
    { requestId }: RequestContext,
  ): GraphQLFormattedError[] {
    const { service, log } = this.options;
    if (!(error instanceof Unavailable)) throw error;
    const { reason } = error;
    log.warn({ service, reason, requestId }, 'a service did not answer');
    const { paths, entities } = missingPaths(request.query ?? '', request.variables);
    return paths.map((path) => ({
      message: `The service ${service} did not answer; its part of the answer is missing.`,
      path,
      extensions: {
        code: 'SUBGRAPH_UNAVAILABLE',
        service,
        reason,
        ...(entities > 1 ? { entities } : {}),
      },
    }));
  }

  private report(errors: readonly GraphQLFormattedError[], { requestId }: RequestContext): void {
    const { service, log } = this.options;
    const codes = [...new Set(errors.map((error) => String(error.extensions?.['code'])))];
    const level = codes.includes('INTERNAL') ? 'error' : 'info';
    log[level](
      { service, codes, errors: errors.length, requestId },
      'a service answered with errors',
    );
  }
}

/** Sends one request and reads all of its answer, both within the time that is left. */
async function post(
  { pool, path }: Address,
  headers: Record<string, string>,
  body: string,
  withinMs: number,
): Promise<RawAnswer & { sqlStatements: number }> {
  const giveUp = new AbortController();
  // Cleared at the end, unlike AbortSignal.timeout, which would keep every call's memory until then.
  const timer = setTimeout(() => giveUp.abort(new Unavailable('timeout')), withinMs);
  try {
    const { signal } = giveUp;
    const response = await pool.request({ path, method: 'POST', headers, body, signal });
    return {
      status: response.statusCode,
      contentType: String(response.headers['content-type']),
      sqlStatements: Number(response.headers['x-jejaring-sql-statements'] ?? 0) || 0,
      text: await response.body.text(),
    };
  } finally {
    clearTimeout(timer);
  }
}

const reasons = new Map<string, Reason>([
  ['ResponseExceededMaxSizeError', 'too-large'],
  ['BodyTimeoutError', 'timeout'],
  ['HeadersTimeoutError', 'timeout'],
]);

/** The connection was not even made, so that nothing of the request can have arrived. */
function isConnectFailure(error: unknown): boolean {
  const { code, syscall } = error as { code?: string; syscall?: string };
  if (error instanceof AggregateError) return error.errors.every(isConnectFailure);
  return code === 'UND_ERR_CONNECT_TIMEOUT' || syscall === 'connect' || syscall === 'getaddrinfo';
}

function reasonOf(error: unknown): Reason {
  if (error instanceof Unavailable) return error.reason;
  return reasons.get((error as { name?: string }).name ?? '') ?? 'connection';
}

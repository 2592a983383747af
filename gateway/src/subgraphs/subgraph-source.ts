import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import type { Logger } from '@jejaring/chassis/process/log';
import type { GraphQLFormattedError } from 'graphql';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { RequestContext } from '../front/request-context.js';
import type { GatewayMetrics } from '../metrics.js';
import type { Address } from './addresses.js';
import type { Shape } from './answer-shape.js';
import type { CallLimits, SubgraphCall } from './calls.js';
import { countEntities, findHoles } from './known-query.js';
import { post } from './post.js';
import { restFor } from './retry-after.rules.js';
import type { ServiceLine } from './service-line.js';
import type { Answer, RawAnswer } from './subgraph-answer.js';
import { readAnswer, Unavailable } from './subgraph-answer.js';

/** Signs, for one service and one exact body, who asks. */
export type SignCaller = (caller: Caller, audience: string, body: string) => string;

export type ShapeOf = (query: string) => Shape;

export interface SubgraphSourceOptions {
  service: string;
  line: ServiceLine;
  limits: CallLimits;
  sign: SignCaller;
  metrics: GatewayMetrics;
  log: Logger;
  /** What the answer to an operation must look like in the graph that is served now. */
  shapeOf: ShapeOf;
}

type Call = Omit<SubgraphCall, 'service'>;

interface Letter {
  body: string;
  context: RequestContext;
  /** All attempts and the wait for room end by then, on the clock of `performance.now()`. */
  endsAt: number;
  traceparent: string | undefined;
}

/** Asks one service over kept connections; whatever goes wrong costs this service's fields only. */
export class SubgraphSource implements GraphQLDataSource<RequestContext> {
  /** Found once, for by far the most calls end so. */
  private readonly whole;

  constructor(private readonly options: SubgraphSourceOptions) {
    const { service, metrics } = options;
    this.whole = metrics.subgraphCalls.labels({ subgraph: service, outcome: 'ok' });
  }

  /** How the planner's own executor asks. */
  async process({
    request: { query = '', variables = {}, operationName },
    context,
  }: GraphQLDataSourceProcessOptions<RequestContext>): Promise<{
    data: Answer['data'];
    errors?: GraphQLFormattedError[];
  }> {
    const kind = query.startsWith('mutation') ? 'mutation' : 'query';
    const named = operationName === undefined ? {} : { operationName };
    const call: Call = { kind, query, variables, ...named };
    const { data, errors } = await this.ask(call, context as RequestContext);
    return errors.length === 0 ? { data } : { data, errors: [...errors] };
  }

  /** Never throws for a sick service: its errors name the places in the answer that stay empty. */
  async ask(call: Call, context: RequestContext): Promise<Answer> {
    const { service, metrics } = this.options;
    const started = performance.now();
    const part = context.trace?.begin(`ask ${service}`);
    let outcome: string = 'ok';
    try {
      const answer = await this.read(call, context, part?.traceparent);
      if (answer.errors.length > 0) {
        outcome = 'errors';
        this.report(answer.errors, context);
      }
      return answer;
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      outcome = error.reason;
      return { data: null, errors: this.missing(error, call, context) };
    } finally {
      part?.end({ 'jejaring.service': service, 'jejaring.outcome': outcome });
      const seconds = (performance.now() - started) / 1_000;
      if (outcome === 'ok') this.whole.observe(seconds);
      else metrics.subgraphCalls.observe({ subgraph: service, outcome }, seconds);
    }
  }

  private async read(
    call: Call,
    context: RequestContext,
    traceparent: string | undefined,
  ): Promise<Answer> {
    const { query, variables, operationName } = call;
    const body = JSON.stringify({ query, variables, operationName });
    const endsAt = Math.min(context.deadlineAt, performance.now() + this.options.limits.budgetMs);
    const raw = await this.send({ body, context, endsAt, traceparent }, call.kind);
    const { shapeOf, service } = this.options;
    const entities = countEntities(query, variables);
    return readAnswer(raw, { shape: shapeOf(query), entities, service });
  }

  /**
   * Goes on to another address when one fails: a query within the budget of repetitions, a mutation
   * only when it certainly never left here. One that may have arrived is the client's to repeat,
   * under its key.
   */
  private async send(letter: Letter, kind: Call['kind']): Promise<RawAnswer> {
    const { line } = this.options;
    line.repeats.earn();
    let address: Address | null = await line.take(timeUntil(letter.endsAt));
    const tried: Address[] = [];
    for (;;) {
      try {
        return await this.sendTo(address, letter);
      } catch (error) {
        tried.push(address);
        address = error instanceof Unavailable ? this.nextAfter(error, kind, tried) : null;
        if (address === null) throw error;
      }
    }
  }

  private nextAfter(
    { neverLeft, repeatable, reason }: Unavailable,
    kind: Call['kind'],
    tried: readonly Address[],
  ): Address | null {
    const { line, service, metrics } = this.options;
    if (neverLeft) return line.takeFree(tried);
    // A kept connection may break just when it is used: a lone address is asked twice.
    const again = line.all.length === 1 && reason === 'connection' && tried.length === 1;
    if (!repeatable || kind !== 'query' || !(again || tried.length < line.all.length)) return null;
    const outcome = line.repeats.spend() ? 'repeated' : 'no-budget';
    metrics.subgraphRepeats.inc({ subgraph: service, outcome });
    return outcome === 'repeated' ? line.takeFree(again ? [] : tried) : null;
  }

  /** Sends to an address that has room for this call, and gives the room back. */
  private async sendTo(address: Address, letter: Letter): Promise<RawAnswer> {
    const { line } = this.options;
    try {
      // Who waited for room may find that it was closed meanwhile.
      if (!address.circuit.lets) throw new Unavailable('circuit-open');
      return await address.circuit.run(() => this.exchange(address, letter));
    } catch (error) {
      const { neverLeft = false, reason } = error as Partial<Unavailable>;
      // Where others are there, what just broke waits for its next health check.
      if (neverLeft || (reason === 'connection' && line.all.length > 1)) address.ready = false;
      throw error;
    } finally {
      line.leave(address);
    }
  }

  /**
   * What began before a call that has meanwhile been answered tells of the past: calls that a sick
   * service still held must not take it away again when it is well.
   */
  private async exchange(address: Address, letter: Letter): Promise<RawAnswer> {
    const began = performance.now();
    try {
      const answer = await this.post(address, letter);
      address.provenAt = Math.max(address.provenAt, began);
      return answer;
    } catch (error) {
      const outdated = error instanceof Unavailable && began < address.provenAt;
      throw outdated ? error.excused() : error;
    }
  }

  private async post(
    address: Address,
    { body, context, endsAt, traceparent }: Letter,
  ): Promise<RawAnswer> {
    const { service, sign, limits } = this.options;
    const authorization = `Bearer ${sign(context.caller, service, body)}`;
    const withinMs = timeUntil(endsAt);
    context.cost.subgraphRequests += 1;
    const answer = await post({
      pool: address.pool,
      path: address.path,
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        authorization,
        'x-deadline-ms': String(withinMs),
        'x-request-id': context.requestId,
        ...(traceparent === undefined ? {} : { traceparent }),
      },
      body,
      withinMs,
      mostBytes: limits.answerBytes,
      // The end of a request that was slow elsewhere says nothing about this service.
      fair: withinMs >= limits.budgetMs / 2 || address.circuit.open,
    });
    context.cost.sqlStatements += answer.sqlStatements;
    return unlessOverloaded(answer, address);
  }

  private missing(
    { reason }: Unavailable,
    { query, variables }: Call,
    { requestId }: RequestContext,
  ): GraphQLFormattedError[] {
    const { service, log } = this.options;
    // What the gateway itself decided is told once, when it decides, and not for every call.
    const level = reason === 'circuit-open' || reason === 'busy' ? 'debug' : 'warn';
    log[level]({ service, reason, requestId }, 'a service did not answer');
    return findHoles(query, variables).map(({ path, entities }) => ({
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

function timeUntil(endsAt: number): number {
  const left = Math.floor(endsAt - performance.now());
  if (left < 1) throw new Unavailable('timeout');
  return left;
}

/** Nothing was done: the service, or a balancer before it, has no room at present. */
function unlessOverloaded(answer: RawAnswer, address: Address): RawAnswer {
  const { status, retryAfter } = answer;
  if (status !== 429 && status !== 502 && status !== 503) return answer;
  address.restsUntil = performance.now() + restFor(retryAfter, new Date());
  throw new Unavailable('status', { repeatable: true });
}

import type { RequestContext } from '../front/request-context.js';
import type { Answer } from './subgraph-answer.js';

/** One operation for one service. */
export interface SubgraphCall {
  service: string;
  kind: 'query' | 'mutation' | 'subscription';
  query: string;
  variables: Record<string, unknown>;
  operationName?: string;
}

/** Never throws for a sick service: its errors name the places in the answer that stay empty. */
export type AskSubgraph = (call: SubgraphCall, context: RequestContext) => Promise<Answer>;

/** What a call may take, and what a sick service may cost. */
export interface CallLimits {
  /** Time for one call, where the request has that much left. */
  budgetMs: number;
  answerBytes: number;
  /** Calls under way at one address; as many connections are kept. */
  connections: number;
  /** Calls that wait for one of them, for a service as a whole. */
  waiting: number;
  /** So many failures among the latest twice as many calls open the circuit of an address. */
  breakAfter: number;
  /** How long an address with an open circuit is left alone before one call tries it. */
  breakMs: number;
  /** Queries asked a second time, per hundred calls. */
  repeatPercent: number;
}

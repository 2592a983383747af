import {
  buildSchema as buildApolloSchema,
  operationFromDocument,
  Supergraph,
} from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import { QueryPlanner } from '@apollo/query-planner';
import type { Executed } from '@jejaring/gateway/execution/compile';
import type { Plan } from '@jejaring/gateway/execution/compiled-operations';
import { CompiledOperations } from '@jejaring/gateway/execution/compiled-operations';
import type { RequestContext } from '@jejaring/gateway/front/request-context';
import { executeByApollo } from '@jejaring/gateway/graph/apollo-execution';
import { createGatewayMetrics } from '@jejaring/gateway/metrics';
import { readVariables } from '@jejaring/gateway/operations/answering';
import type { KnownOperation } from '@jejaring/gateway/operations/known-operation';
import { describeDocument } from '@jejaring/gateway/operations/known-operation';
import type { AskSubgraph } from '@jejaring/gateway/subgraphs/calls';
import type { GraphQLSchema } from 'graphql';
import { buildASTSchema, parse, printSchema } from 'graphql';
import type { RandomOperation } from './random-operation.js';

export interface Compared {
  /** What differs, or null. */
  difference: string | null;
  /** Apollo took an alias for a key, or a condition on fields for one on the object that has them. */
  misled: boolean;
  calls: { compiled: number; apollo: number };
}

type ApolloParts = Parameters<typeof executeByApollo>[0];

const context = {} as RequestContext;

const toError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));

/** Executes the same operation by Apollo's executor and by the compiled one, before the same services. */
export class Comparison {
  readonly schema: GraphQLSchema;
  private readonly planner: QueryPlanner;
  private readonly supergraph: Supergraph;
  private readonly parts: Omit<ApolloParts, 'sources'>;
  private readonly compiled: CompiledOperations;
  private readonly metrics = createGatewayMetrics('');

  constructor(
    supergraphSdl: string,
    private readonly services: readonly string[],
  ) {
    this.supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
    this.planner = new QueryPlanner(this.supergraph);
    const apiSchema = printSchema(this.supergraph.apiSchema().toGraphQLJSSchema());
    const assumed = { assumeValid: true, assumeValidSDL: true };
    this.schema = buildASTSchema(parse(apiSchema, { noLocation: true }), assumed);
    const supergraph = buildASTSchema(parse(supergraphSdl, { noLocation: true }), assumed);
    this.parts = {
      schema: this.schema,
      apolloSchema: buildApolloSchema(apiSchema, { validate: false }),
      supergraph,
    };
    this.compiled = new CompiledOperations({
      supergraphSdl,
      supergraph,
      metrics: this.metrics,
      executePlan: async (planned, { ask, ...rest }) =>
        executeByApollo(this.before(ask), { ...planned, ...rest }),
    });
  }

  async compare(
    asked: RandomOperation,
    { ask, leave }: { ask: AskSubgraph; leave: boolean },
  ): Promise<Compared> {
    const document = parse(asked.text, { noLocation: true });
    const entry = { id: 'random', text: asked.text, document };
    const operation = describeDocument(this.schema, entry).operations[0]!;
    const read = readVariables(operation, asked.variables);
    if ('errors' in read) throw new Error(`Not its variables: ${String(read.errors)}`);
    const variables = read.coerced;
    const calls = { compiled: 0, apollo: 0 };
    const count = counting(ask, () => (calls.apollo += 1));
    const expected = await this.byApollo(operation, variables, count).catch(toError);
    const given = await this.bySelf(operation, variables, {
      ask: counting(ask, () => (calls.compiled += 1)),
      leave,
    });
    const difference =
      expected instanceof Error
        ? `Apollo threw: ${expected.message}`
        : differenceOf(given, expected);
    if (difference === null) return { difference, misled: false, calls };
    // Then its own executor must find the same, once aliases are isolated and each object is asked for.
    const isolated = await this.bySelf({ ...operation }, variables, { ask, leave: !leave });
    const still = differenceOf(given, isolated);
    return { difference: still === null ? null : difference, misled: still === null, calls };
  }

  /** How many operations were compiled, or not and why. */
  async outcomes(): Promise<Record<string, number>> {
    const { values } = await this.metrics.compiled.get();
    return Object.fromEntries(values.map(({ labels, value }) => [labels.outcome, value]));
  }

  private byApollo(
    operation: KnownOperation,
    variables: Record<string, unknown>,
    ask: AskSubgraph,
  ): Promise<Executed> {
    const plan = this.plan(operation);
    return executeByApollo(this.before(ask), { plan, operation, variables, context });
  }

  private async bySelf(
    operation: KnownOperation,
    variables: Record<string, unknown>,
    { ask, leave }: { ask: AskSubgraph; leave: boolean },
  ): Promise<Executed> {
    const compiled = await this.compiled.compile(operation, this.planFor(leave));
    return compiled.execute({ variables, context, ask, cache: null });
  }

  /** The first plan of an operation that is left to Apollo's executor has what nobody compiles. */
  private planFor(leave: boolean): Plan {
    const unknown = { kind: 'QueryPlan', node: { kind: 'Defer' } } as unknown as QueryPlan;
    return async (asked) => (leave && asked.id.endsWith('.isolated') ? unknown : this.plan(asked));
  }

  private before(ask: AskSubgraph): ApolloParts {
    return { ...this.parts, sources: sourcesOf(this.services, ask) };
  }

  /** As the gateway's threads hand it over. */
  private plan({ document }: KnownOperation): QueryPlan {
    const operation = operationFromDocument(this.supergraph.apiSchema(), document);
    return JSON.parse(JSON.stringify(this.planner.buildQueryPlan(operation))) as QueryPlan;
  }
}

const counting =
  (ask: AskSubgraph, count: () => void): AskSubgraph =>
  (call, asking) => {
    count();
    return ask(call, asking);
  };

interface Asked {
  query?: string;
  variables?: Record<string, unknown>;
  operationName?: string;
}

function sourcesOf(names: readonly string[], ask: AskSubgraph): ApolloParts['sources'] {
  const sources = names.map((service) => {
    const process = async ({ request }: { request: Asked }) => {
      const { query = '', variables = {}, operationName } = request;
      const named = operationName === undefined ? {} : { operationName };
      const { data, errors } = await ask(
        { service, kind: 'query', query, variables, ...named },
        context,
      );
      return errors.length === 0 ? { data } : { data, errors };
    };
    return [service, { process }] as const;
  });
  return new Map(sources) as unknown as ApolloParts['sources'];
}

function differenceOf(given: Executed, expected: Executed): string | null {
  if (given.data !== expected.data)
    return `data\n  compiled ${given.data}\n  Apollo   ${expected.data}`;
  // Where a service has told an error, Apollo's executor is silent about what else is wrong.
  const silent = expected.errors.some(({ message }) => !isBroken(message));
  const told = given.errors.filter(({ message }) => !silent || !isBroken(message));
  const [ours, theirs] = [told, expected.errors].map((errors) => listErrors(errors));
  if (ours === theirs) return null;
  return `errors\n  compiled ${ours}\n  Apollo   ${theirs}`;
}

const isBroken = (message: string): boolean => message.includes('the graph does not allow');

/** Which errors there are, not in which order: services answer when they can. */
function listErrors(errors: Executed['errors']): string {
  const lines = errors.map(({ path, extensions }) =>
    JSON.stringify([path ?? null, extensions?.['code']]),
  );
  return [...new Set(lines)].sort().join(' ');
}

import {
  buildSchema as buildApolloSchema,
  operationFromDocument,
  Supergraph,
} from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import { QueryPlanner } from '@apollo/query-planner';
import type { Executed } from '@jejaring/gateway/execution/compile';
import { CompiledOperations } from '@jejaring/gateway/execution/compiled-operations';
import type { RequestContext } from '@jejaring/gateway/front/request-context';
import { executeByApollo } from '@jejaring/gateway/graph/apollo-execution';
import type { GraphVersion } from '@jejaring/gateway/graph/graph-version';
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
  /** Apollo's executor is the only one that understands the plan. */
  unsupported: boolean;
  calls: { compiled: number; apollo: number };
}

const context = {} as RequestContext;

/** Executes the same operation by Apollo's executor and by the compiled one, before the same services. */
export class Comparison {
  readonly schema: GraphQLSchema;
  private readonly planner: QueryPlanner;
  private readonly supergraph: Supergraph;
  private readonly version: GraphVersion;

  constructor(supergraphSdl: string, services: readonly string[]) {
    this.supergraph = Supergraph.build(supergraphSdl, { validateSupergraph: false });
    this.planner = new QueryPlanner(this.supergraph);
    const apiSchema = printSchema(this.supergraph.apiSchema().toGraphQLJSSchema());
    const assumed = { assumeValid: true, assumeValidSDL: true };
    this.schema = buildASTSchema(parse(apiSchema, { noLocation: true }), assumed);
    const supergraph = buildASTSchema(parse(supergraphSdl, { noLocation: true }), assumed);
    const metrics = createGatewayMetrics('');
    this.version = {
      schema: this.schema,
      apolloSchema: buildApolloSchema(apiSchema, { validate: false }),
      supergraph,
      compiled: new CompiledOperations(supergraph, supergraphSdl, metrics),
      sources: new Map(services.map((name) => [name, null])),
    } as unknown as GraphVersion;
  }

  async compare(asked: RandomOperation, ask: AskSubgraph): Promise<Compared> {
    const document = parse(asked.text, { noLocation: true });
    const entry = { id: 'random', text: asked.text, document };
    const operation = describeDocument(this.schema, entry).operations[0]!;
    const read = readVariables(operation, asked.variables);
    if ('errors' in read) throw new Error(`Not its variables: ${String(read.errors)}`);
    const variables = read.coerced;
    const plan = this.plan(operation);
    const calls = { compiled: 0, apollo: 0 };
    const compiled = await this.version.compiled.compile(operation, async (isolated) =>
      this.plan(isolated),
    );
    const apollo = counting(ask, () => (calls.apollo += 1));
    const version = { ...this.version, sources: sourcesOf(this.version.sources.keys(), apollo) };
    const expected = await executeByApollo(version, { plan, operation, variables, context });
    if (compiled === null) return { difference: null, unsupported: true, calls };
    const counted = counting(ask, () => (calls.compiled += 1));
    const given = await compiled.execute({ variables, context, ask: counted, cache: null });
    return { difference: differenceOf(given, expected), unsupported: false, calls };
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

function sourcesOf(names: Iterable<string>, ask: AskSubgraph): GraphVersion['sources'] {
  const sources = [...names].map((service) => {
    const process = async ({
      request: { query = '', variables = {}, operationName = undefined },
    }) => {
      const named = operationName === undefined ? {} : { operationName };
      const { data, errors } = await ask(
        { service, kind: 'query', query, variables, ...named },
        context,
      );
      return errors.length === 0 ? { data } : { data, errors };
    };
    return [service, { process }] as const;
  });
  return new Map(sources) as unknown as GraphVersion['sources'];
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

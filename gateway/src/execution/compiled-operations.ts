import type { QueryPlan } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { print } from 'graphql';
import type { GatewayMetrics } from '../metrics.js';
import type { KnownOperation } from '../operations/known-operation.js';
import type { CompiledOperation } from './compile.js';
import { compile } from './compile.js';
import { DataKeys, isolateAliases, requiredNames } from './data-keys.js';

export type Plan = (operation: KnownOperation) => Promise<QueryPlan>;

/** The operations of one version of the graph, each compiled once; null is left to the planner's executor. */
export class CompiledOperations {
  private readonly compiled = new WeakMap<KnownOperation, CompiledOperation | null>();

  private readonly required: ReadonlySet<string>;

  constructor(
    private readonly supergraph: GraphQLSchema,
    supergraphSdl: string,
    private readonly metrics: GatewayMetrics,
  ) {
    this.required = requiredNames(supergraphSdl);
  }

  /** What is compiled already, without waiting. */
  find(operation: KnownOperation): CompiledOperation | null | undefined {
    return this.compiled.get(operation);
  }

  async compile(operation: KnownOperation, plan: Plan): Promise<CompiledOperation | null> {
    const keys = new DataKeys(operation.schema, operation.document, this.required);
    const document = isolateAliases(operation.document, keys);
    const isolated = {
      ...operation,
      id: `${operation.id}.isolated`,
      document,
      text: print(document),
    };
    const compiled = compile({
      plan: await plan(isolated),
      operation,
      keys,
      supergraph: this.supergraph,
    });
const known = 'unsupported' in compiled ? null : compiled;
    const reason = 'unsupported' in compiled ? compiled.unsupported : 'compiled';
    this.metrics.compiled.inc({ outcome: reason });
    this.compiled.set(operation, known);
    return known;
  }
}

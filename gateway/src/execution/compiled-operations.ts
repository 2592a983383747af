import type { QueryPlan } from '@apollo/query-planner';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { print } from 'graphql';
import type { GatewayMetrics } from '../metrics.js';
import type { KnownOperation } from '../operations/known-operation.js';
import { ownTurn } from '../operations/own-turn.js';
import { AnswerWriter } from './answer-writer.js';
import type { CompiledOperation } from './compile.js';
import { compile } from './compile.js';
import { askTypes, DataKeys, isolateAliases, requiredNames } from './data-keys.js';
import type { ExecutePlan } from './uncompiled.js';
import { leaveTo } from './uncompiled.js';

export type Plan = (operation: KnownOperation) => Promise<QueryPlan>;

export interface CompiledOptions {
  supergraphSdl: string;
  supergraph: GraphQLSchema;
  /** For plans with something that is not understood here. */
  executePlan: ExecutePlan;
  metrics: GatewayMetrics;
}

/** The operations of one version of the graph, each compiled once. */
export class CompiledOperations {
  private readonly compiled = new WeakMap<KnownOperation, CompiledOperation>();
  private readonly required: ReadonlySet<string>;

  constructor(private readonly options: CompiledOptions) {
    this.required = requiredNames(options.supergraphSdl);
  }

  /** What is compiled already, without waiting. */
  find(operation: KnownOperation): CompiledOperation | undefined {
    return this.compiled.get(operation);
  }

  async compile(operation: KnownOperation, planFor: Plan): Promise<CompiledOperation> {
    await ownTurn();
    const { supergraph, metrics } = this.options;
    const keys = new DataKeys(operation.schema, operation.document, this.required);
    const answer = new AnswerWriter(operation, keys);
    const isolated = rewrite(operation, 'isolated', isolateAliases(operation.document, keys));
    const tried = compile({ plan: await planFor(isolated), answer, supergraph });
    const understood = !('unsupported' in tried);
    metrics.compiled.inc({ outcome: understood ? 'compiled' : tried.unsupported });
    const compiled = understood ? tried : await this.leave(isolated, answer, planFor);
    this.compiled.set(operation, compiled);
    return compiled;
  }

  private async leave(
    isolated: KnownOperation,
    answer: AnswerWriter,
    planFor: Plan,
  ): Promise<CompiledOperation> {
    const operation = rewrite(isolated, 'typed', askTypes(isolated.document));
    const planned = { plan: await planFor(operation), operation };
    return leaveTo(this.options.executePlan, planned, answer);
  }
}

const rewrite = (
  operation: KnownOperation,
  form: string,
  document: DocumentNode,
): KnownOperation => ({
  ...operation,
  id: `${operation.id}.${form}`,
  document,
  text: print(document),
});

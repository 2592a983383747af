import { setImmediate as breathe } from 'node:timers/promises';
import type { Schema } from '@apollo/federation-internals';
import { buildSchema as buildApolloSchema } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
import { buildASTSchema, parse } from 'graphql';
import type { AccessRules } from '../admission/access.js';
import { readAccessRules } from '../admission/access.js';
import type { CachedRules } from '../cache/cached-rules.js';
import { readCachedRules } from '../cache/cached-rules.js';
import { eventsService } from '../live/feeds.rules.js';
import type { CostRules } from '../admission/cost-rules.js';
import { readCostRules } from '../admission/cost-rules.js';
import type { PlanningOptions } from '../planning/planner.js';
import { GraphPlanner } from '../planning/planner.js';
import { executeByApollo } from './apollo-execution.js';
import { CompiledOperations } from '../execution/compiled-operations.js';
import { AnswerShapes } from '../subgraphs/answer-shape.js';
import { readClassifiedFields } from './classified-fields.js';
import type { ShapeOf, SubgraphSource } from '../subgraphs/subgraph-source.js';

/** Everything that belongs to one supergraph. A request stays with the version it began with. */
export interface GraphVersion {
  /** What callers may ask. */
  readonly schema: GraphQLSchema;
  /** The same as Apollo's executor wants it. */
  readonly apolloSchema: Schema;
  readonly supergraphSdl: string;
  readonly supergraph: GraphQLSchema;
  readonly rules: AccessRules;
  /** The fields that are not for everybody to know, with their classes. */
  readonly classified: AccessRules;
  readonly cachedRules: CachedRules;
  readonly costs: CostRules;
  readonly sources: ReadonlyMap<string, SubgraphSource>;
  readonly planner: GraphPlanner;
  readonly compiled: CompiledOperations;
}

export interface VersionOptions {
  /** Throws for a service whose address is not known. */
  sourceOf(service: string, shapeOf: ShapeOf): SubgraphSource;
  planning: PlanningOptions;
  /** Done with a new version before anybody asks it, while another one is served or none is yet. */
  prepare(version: GraphVersion, served: GraphVersion | null): Promise<void>;
}

/** Makes a version from the text of a supergraph, or throws and leaves nothing behind. */
export async function loadVersion(
  supergraphSdl: string,
  options: VersionOptions,
  served: GraphVersion | null = null,
): Promise<GraphVersion> {
  const planner = new GraphPlanner(supergraphSdl, options.planning);
  try {
    const version = await readVersion(supergraphSdl, planner, options);
    await options.prepare(version, served);
    return version;
  } catch (error) {
    await planner.close();
    throw error;
  }
}

// A large graph takes a second to read. A thread does what it can, and between the parts that this
// one must do itself, requests have their turn.
async function readVersion(
  supergraphSdl: string,
  planner: GraphPlanner,
  { sourceOf, planning }: VersionOptions,
): Promise<GraphVersion> {
  const { apiSchema, services } = await planner.describe();
  const rules = readAccessRules(supergraphSdl);
  const cachedRules = readCachedRules(supergraphSdl);
  await breathe();
  const classified = readClassifiedFields(supergraphSdl);
  await breathe();
  const costs = readCostRules(supergraphSdl);
  await breathe();
  const shapes = new AnswerShapes(supergraphSdl);
  const sources = new Map(
    services
      .filter((name) => name !== eventsService)
      .map((name) => [name, sourceOf(name, (query) => shapes.shapeOf(query))]),
  );
  await breathe();
  const supergraph = buildASTSchema(parse(supergraphSdl, { noLocation: true }), found);
  await breathe();
  const schema = buildASTSchema(parse(apiSchema, { noLocation: true }), found);
  await breathe();
  const apolloSchema = buildApolloSchema(apiSchema, { validate: false });
  const parts = { schema, apolloSchema, supergraph, sources };
  const compiled = new CompiledOperations({
    supergraphSdl,
    supergraph,
    executePlan: (planned, { variables, context }) =>
      executeByApollo(parts, { ...planned, variables, context }),
    metrics: planning.metrics,
  });
  return { ...parts, supergraphSdl, rules, costs, classified, cachedRules, planner, compiled };
}

/** The thread has found it valid. */
const found = { assumeValid: true, assumeValidSDL: true };

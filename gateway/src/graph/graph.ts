import '../apollo-environment.js';
import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import type { Logger } from '@jejaring/chassis/process/log';
import type { GraphQLSchema } from 'graphql';
import { GraphQLError } from 'graphql';
import type { AccessRules } from '../admission/access.js';
import { readAccessRules } from '../admission/access.js';
import { AnswerShapes } from '../subgraphs/answer-shape.js';
import { answeringIntrospection } from './introspection.js';
import type { GatewayMetrics } from '../metrics.js';
import type { ShapeOf, SubgraphSource } from '../subgraphs/subgraph-source.js';

export interface GraphOptions {
  supergraphFile: string;
  reloadEveryMs: number;
  /** Throws for a service whose address is not known. */
  sourceOf(service: string, shapeOf: ShapeOf): SubgraphSource;
  metrics: GatewayMetrics;
  log: Logger;
}

/** The composed graph: plans, executes, and takes over a changed supergraph file while it serves. */
export interface Graph extends GatewayInterface {
  /** The access rules that belong to exactly this version of the graph. */
  rulesOf(schema: GraphQLSchema): AccessRules;
}

export function createGraph(options: GraphOptions): Graph {
  const rules = new WeakMap<GraphQLSchema, AccessRules>();
  let shapes: AnswerShapes;
  const gateway = new ApolloGateway({
    supergraphSdl: async ({ update }) => followFile(options, update),
    buildService: ({ name }) => options.sourceOf(name, (query) => shapes.shapeOf(query)),
    __exposeQueryPlanExperimental: false,
    logger: quiet(options.log),
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    rules.set(apiSchema, readAccessRules(coreSupergraphSdl));
    shapes = new AnswerShapes(coreSupergraphSdl);
  });
  return {
    load: async (loading) => ({
      executor: answeringIntrospection(lifted((await gateway.load(loading)).executor)),
    }),
    onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
    stop: () => gateway.stop(),
    rulesOf(schema) {
      const found = rules.get(schema);
      if (found === undefined)
        throw new Error('No access rules are known for this version of the graph.');
      return found;
    },
  };
}

/** Serves the file and, when it changes, the new one; a file that does not load is kept out. */
async function followFile(options: GraphOptions, update: (sdl: string) => void) {
  const { supergraphFile, reloadEveryMs, metrics, log } = options;
  const supergraphSdl = readFileSync(supergraphFile, 'utf8');
  readAccessRules(supergraphSdl);
  const takeOver = (): void => {
    try {
      const changed = readFileSync(supergraphFile, 'utf8');
      readAccessRules(changed);
      update(changed);
      metrics.reloads.inc({ outcome: 'taken-over' });
      log.info('took over a changed supergraph');
    } catch (error) {
      metrics.reloads.inc({ outcome: 'kept-out' });
      log.error(
        { err: error },
        'a changed supergraph does not load; the last good one keeps serving',
      );
      log.debug({ text: String(error) }, 'why it does not load');
    }
  };
  watchFile(supergraphFile, { interval: reloadEveryMs }, takeOver).unref();
  return { supergraphSdl, cleanup: async () => unwatchFile(supergraphFile, takeOver) };
}

/** The planner hides values that broke the schema's promise in an extension; they are errors. */
const lifted =
  (execute: GatewayExecutor): GatewayExecutor =>
  async (request) => {
    const { extensions, ...result } = await execute(request);
    const broken = (extensions?.['valueCompletion'] ?? []) as { path?: (string | number)[] }[];
    if (broken.length === 0) return result;
    const errors = broken.map(
      ({ path }) =>
        // Its words may quote the value, so only the place is kept.
        new GraphQLError('A service answered with a value that the graph does not allow.', {
          ...(path === undefined ? {} : { path }),
          extensions: { code: 'INTERNAL' },
        }),
    );
    return { ...result, errors: [...(result.errors ?? []), ...errors] };
  };

/** The planner logs whole supergraphs and causes in words; an ordinary log gets the rest. */
const quiet = (log: Logger) => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (message?: unknown) => log.warn({ text: String(message).slice(0, 200) }, 'planner'),
  error: (message?: unknown) => log.debug({ text: String(message) }, 'planner'),
});

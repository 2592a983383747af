import '../apollo-environment.js';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { GraphQLSchema } from 'graphql';
import type { AccessRules } from '../admission/access.js';
import type { FollowOptions } from './follow-file.js';
import { followFile } from './follow-file.js';
import type { GraphVersion, VersionOptions } from './graph-version.js';
import { loadVersion } from './graph-version.js';

export interface GraphOptions extends FollowOptions, VersionOptions {
  /** How long a request that began with the last version may still need it. */
  requestBudgetMs: number;
}

type Listener = (version: GraphVersion) => void;

/** The composed graph, and the change from one version of it to the next while it serves. */
export class Graph {
  private readonly versions = new WeakMap<GraphQLSchema, GraphVersion>();
  private readonly listeners = new Set<Listener>();
  private readonly retiring = new Set<GraphVersion>();
  private stopFollowing: () => Promise<void> = async () => undefined;

  private constructor(
    private readonly options: GraphOptions,
    private served: GraphVersion,
  ) {
    this.versions.set(served.schema, served);
  }

  /** Loads the supergraph file and follows it from then on. */
  static async open(options: GraphOptions): Promise<Graph> {
    const first = await loadVersion(await readFile(options.supergraphFile, 'utf8'), options);
    const graph = new Graph(options, first);
    graph.stopFollowing = followFile(options, (sdl) => graph.takeOver(sdl));
    return graph;
  }

  /** The version that new requests are answered from. */
  get current(): GraphVersion {
    return this.served;
  }

  /** The version that this schema belongs to. */
  versionOf(schema: GraphQLSchema): GraphVersion {
    const version = this.versions.get(schema);
    if (version === undefined) throw new Error('This version of the graph was never served.');
    return version;
  }

  /** The access rules that belong to exactly this version of the graph. */
  rulesOf(schema: GraphQLSchema): AccessRules {
    return this.versionOf(schema).rules;
  }

  /** Tells of each version that is taken over from now on. Returns how to stop. */
  onVersion(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  async stop(): Promise<void> {
    await this.stopFollowing();
    await Promise.all([this.served, ...this.retiring].map(({ planner }) => planner.close()));
  }

  private async takeOver(supergraphSdl: string): Promise<void> {
    if (supergraphSdl === this.served.supergraphSdl) return;
    const next = await loadVersion(supergraphSdl, this.options, this.served);
    const last = this.served;
    this.versions.set(next.schema, next);
    for (const listener of this.listeners) listener(next);
    this.served = next;
    void this.retire(last);
  }

  private async retire(version: GraphVersion): Promise<void> {
    this.retiring.add(version);
    await pause(this.options.requestBudgetMs, undefined, { ref: false });
    this.retiring.delete(version);
    await version.planner.close();
  }
}

/** The graph as Apollo Server wants a gateway; a request is executed by the version it began with. */
export const asGateway = (
  graph: Graph,
  execute: Awaited<ReturnType<GatewayInterface['load']>>['executor'],
): GatewayInterface => {
  const tell = (callback: Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0]) => {
    const give = ({ schema, supergraphSdl }: GraphVersion) =>
      callback({ apiSchema: schema, coreSupergraphSdl: supergraphSdl });
    give(graph.current);
    return graph.onVersion(give);
  };
  return {
    load: async () => ({ executor: execute }),
    onSchemaLoadOrUpdate: tell,
    stop: async () => undefined,
  };
};

import type { GraphQLFormattedError } from 'graphql';
import type { Execution } from './compile.js';
import type { Data, Place } from './data.js';
import { findObjects, isData, mergeInto, pathOf } from './data.js';
import type { Gathered } from './entity-batch.js';
import { EntityBatch } from './entity-batch.js';
import type { Condition } from './fetches.js';
import { keyOf, variableOf } from './requests.js';
import type { CompiledRequest } from './request.js';
import type { KeyNames } from './response-keys.js';
import { nameError } from './response-keys.js';

type Path = readonly (string | number)[];

/** One execution of a compiled operation: asks the services and gathers what they say. */
export class Run implements Gathered {
  readonly errors: GraphQLFormattedError[] = [];
  readonly data: Data = {};
  repeats = false;
  readonly awaited = new Set<Data>();

  constructor(
    private readonly requests: readonly CompiledRequest[],
    private readonly names: KeyNames,
    private readonly execution: Execution,
  ) {}

  /** Each request is sent as soon as those before it are answered. */
  async fetchAll(): Promise<Data> {
    const done: Promise<void>[] = [];
    for (const request of this.requests) {
      const { after } = request;
      const sent =
        after.length === 0
          ? this.send(request)
          : Promise.all(after.map((at) => done[at]!)).then(() => this.send(request));
      done.push(sent);
    }
    await Promise.all(done);
    return this.data;
  }

  private send(request: CompiledRequest): Promise<void> {
    return request.root === null ? this.sendForEntities(request) : this.sendForRoot(request);
  }

  private async sendForRoot({ service, kind, name, root, uses, textOf }: CompiledRequest) {
    if (!this.holds(root!.conditions)) return;
    const { ask, context } = this.execution;
    const variables = this.variables(uses);
    const named = name === undefined ? {} : { operationName: name };
    const call = { service, kind, query: textOf([]), variables, ...named };
    const { data, errors } = await ask(call, context);
    for (const error of errors) this.report(error, [error.path ?? null]);
    if (!isData(data)) return;
    root!.changeOutput?.(data);
    let places = 0;
    const found = (object: Data): void => {
      mergeInto(object, data);
      places += 1;
    };
    findObjects(this.data, root!.path, { repeats: this.repeats, found });
    this.repeats ||= places > 1;
  }

  private async sendForEntities(request: CompiledRequest): Promise<void> {
    const { context, cache, ask } = this.execution;
    const batches = request.parts.map((part) => {
      const fetches = part.fetches.filter(({ conditions }) => this.holds(conditions));
      return new EntityBatch(this, { ...part, fetches }, request.service);
    });
    const used = this.variables(request.uses);
    for (const batch of batches) batch.lookInto(cache, context, used);
    const asked = batches.flatMap((batch, at) => (batch.missing.length > 0 ? [at] : []));
    if (asked.length > 0) {
      const several = asked.length > 1;
      const variables = { ...used };
      for (const at of asked) variables[variableOf(at, several)] = batches[at]!.missing;
      const { service, kind, name, textOf } = request;
      const named = name === undefined ? {} : { operationName: name };
      const call = { service, kind, query: textOf(asked), variables, ...named };
      const { data, errors } = await ask(call, context);
      const batchOf = new Map(asked.map((at) => [keyOf(at, several), batches[at]!]));
      for (const [key, batch] of batchOf) batch.receive(data?.[key], errors.length === 0);
      for (const error of errors) this.report(error, placesOf(error, batchOf));
    }
    for (const batch of batches) batch.merge();
  }

  private variables(names: readonly string[]): Record<string, unknown> {
    const given = this.execution.variables;
    const used: Record<string, unknown> = {};
    for (const name of names) if (given[name] !== undefined) used[name] = given[name];
    return used;
  }

  private holds(conditions: readonly Condition[]): boolean {
    const { variables } = this.execution;
    return conditions.every(({ variable, value }) => (variables[variable] === true) === value);
  }

  /** An error of one entity stands at each place that shows it. */
  private report(error: GraphQLFormattedError, paths: readonly (Path | null)[]): void {
    for (const path of paths) this.errors.push(...nameError(error, path, this.names));
  }
}

function placesOf(
  { path, extensions }: GraphQLFormattedError,
  batches: ReadonlyMap<string, EntityBatch>,
): (Path | null)[] {
  const [key, at, ...rest] = path ?? [];
  const batch = batches.get(String(key));
  if (batch === undefined || typeof at !== 'number') return [path ?? null];
  const places: readonly (Place | null)[] = batch.placesOf(at);
  // It speaks of all entities that were asked, and says of how many.
  const shown = extensions?.['entities'] === undefined ? places : places.slice(0, 1);
  return shown.map((place) => [...pathOf(place), ...rest]);
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, lexicographicSortSchema, printSchema } from 'graphql';
import { readUsage } from './recorded-usage.js';
import type { AcceptedBreak, ClientManifest, SchemaPromise } from './schema-changes.js';

/** What callers saw of the graph at the last release. */
export const releasedFile = 'schema/released.graphql';
const manifestsFolder = 'schema/clients';

/** Null before the first release: nothing was promised. */
export function readPromise(root: string, usageFile?: string): SchemaPromise | null {
  const file = path.join(root, releasedFile);
  if (!existsSync(file)) return null;
  const accepted = readFileSync(path.join(root, 'schema/accepted-breaks.json'), 'utf8');
  const releasedSdl = readFileSync(file, 'utf8');
  return {
    released: buildSchema(releasedSdl),
    releasedSdl,
    usage: readUsage(root, usageFile),
    accepted: JSON.parse(accepted) as AcceptedBreak[],
    clients: readManifests(root),
  };
}

export const printReleased = (api: GraphQLSchema): string =>
  printSchema(lexicographicSortSchema(api)) + '\n';

export function readManifests(root: string): ClientManifest[] {
  const folder = path.join(root, manifestsFolder);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const { operations } = JSON.parse(text) as Pick<ClientManifest, 'operations'>;
    return { file: `${manifestsFolder}/${name}`, operations };
  });
}

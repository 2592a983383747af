import { createHash } from 'node:crypto';
import type { DocumentNode } from 'graphql';
import { Kind, parse } from 'graphql';
import type { OperationFile } from './operations.js';

/** The manifest of our published operations, in the format that clients' tools write and read. */
export function printManifest(files: readonly OperationFile[]): string {
  const operations = files.map(({ text }) => ({
    id: createHash('sha256').update(text).digest('hex'),
    ...nameAndType(parse(text)),
    body: text,
  }));
  const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations };
  return JSON.stringify(manifest, null, 2) + '\n';
}

function nameAndType({ definitions }: DocumentNode) {
  const operation = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return { name: '', type: 'query' };
  return { name: operation.name?.value ?? '', type: operation.operation };
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { Kind, parse, validate } from 'graphql';
import type { Finding } from './findings.js';

/** One document of schema/operations. */
export interface OperationFile {
  file: string;
  text: string;
}

export function readOperations(root: string): OperationFile[] {
  const folder = 'schema/operations';
  return readdirSync(path.join(root, folder))
    .filter((name) => name.endsWith('.graphql'))
    .sort()
    .map((name) => {
      const file = `${folder}/${name}`;
      return { file, text: readFileSync(path.join(root, file), 'utf8') };
    });
}

/** What people ask must be answerable, and findable under the name it is logged by. */
export function checkOperations(files: readonly OperationFile[], api: GraphQLSchema): Finding[] {
  return files.flatMap(({ file, text }) => {
    const document = parse(text);
    const invalid = validate(api, document).map(({ message }) => message);
    return [...wrongName(file, document), ...invalid].map((says) => ({ place: file, says }));
  });
}

function wrongName(file: string, { definitions }: DocumentNode): string[] {
  const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const [only] = operations;
  if (operations.length !== 1 || only?.kind !== Kind.OPERATION_DEFINITION) {
    return ['does not hold exactly one operation'];
  }
  const expected = path.basename(file, '.graphql');
  const name = only.name?.value ?? 'without a name';
  return name === expected ? [] : [`holds the operation ${name}, not ${expected}`];
}

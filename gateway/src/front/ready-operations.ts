import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getOperationAST, parse } from 'graphql';
import { readPublishedDocuments } from '../operations/published-documents.js';

/** How a published operation may be asked to see what it is like; made by `npm run schema`. */
export interface Example {
  group: string;
  purpose: string;
  /** What else one has to know: whom to ask it as, where an id comes from. */
  hint: string;
  variables: Record<string, unknown>;
}

export interface ReadyOperation extends Example {
  name: string;
  text: string;
}

/** The published operations with their examples, as far as the folder holds some, by group. */
export function readReadyOperations(folder: string): ReadyOperation[] {
  const file = join(folder, 'examples.json');
  const examples = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Example>)
    : {};
  const operations = readPublishedDocuments(folder).flatMap((text): ReadyOperation[] => {
    const name = getOperationAST(parse(text))?.name?.value;
    return name === undefined ? [] : [{ name, text, ...(examples[name] ?? unknown) }];
  });
  return operations.sort(
    (one, other) => compare(one.group, other.group) || compare(one.name, other.name),
  );
}

const unknown: Example = { group: 'Published', purpose: '', hint: '', variables: {} };

const compare = (one: string, other: string) => (one < other ? -1 : Number(one > other));

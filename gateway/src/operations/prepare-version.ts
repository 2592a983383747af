import type { Logger } from '@jejaring/chassis/process/log';
import { parse, validate } from 'graphql';
import type { GraphVersion } from '../graph/graph-version.js';
import type { KnownOperation } from './known-operation.js';
import { documentId } from './known-operation.js';
import type { OperationBook } from './operation-book.js';
import { ownTurn } from './own-turn.js';

export interface Preparing {
  /** Published documents. */
  texts: readonly string[];
  /** The version that is served meanwhile, when this is another one. */
  served: GraphVersion | null;
  book: OperationBook;
  log: Logger;
}

/** What is asked beside the published documents must not hold up a change of the graph. */
const mostAsked = { documents: 100, ms: 2_000 };

/**
 * Reads, plans and compiles before anybody asks the version: the published documents, so that none of those
 * whose programs ask them waits after a start or a change of the graph, and what else was answered lately.
 */
export async function prepareVersion(version: GraphVersion, preparing: Preparing): Promise<void> {
  const { texts, log } = preparing;
  const compiled = await Promise.all(await compilePublished(version, preparing));
  const unplanned = compiled.filter((done) => !done).length;
  const asked = await compileAsked(version, preparing);
  log.info({ documents: texts.length, operations: compiled.length, unplanned, asked }, 'prepared');
}

async function compilePublished(
  { schema, planner, compiled }: GraphVersion,
  { texts, book }: Preparing,
): Promise<Promise<boolean>[]> {
  const compiling: Promise<boolean>[] = [];
  const compileIt = (operation: KnownOperation) =>
    compiled
      .compile(operation, (isolated) => planner.planPublished(isolated))
      .then(
        () => true,
        () => false,
      );
  for (const text of texts) {
    // Requests are served on the last version meanwhile.
    await ownTurn();
    const published = book.publish(schema, text);
    if (published !== null) compiling.push(...published.operations.map(compileIt));
  }
  return compiling;
}

/** Returns how many documents that was; what the new version refuses is left out. */
async function compileAsked(
  { schema, planner, compiled }: GraphVersion,
  { served, book }: Preparing,
): Promise<number> {
  if (served === null) return 0;
  const answered = book
    .listAsked(served.schema)
    .filter(({ operations }) => operations.every((each) => served.compiled.find(each)))
    .slice(0, mostAsked.documents);
  const endsAt = performance.now() + mostAsked.ms;
  let done = 0;
  for (const { text } of answered) {
    await ownTurn();
    if (performance.now() > endsAt) break;
    const document = parse(text);
    if (validate(schema, document).length > 0) continue;
    const { operations } = book.enter(schema, { id: documentId(text), text, document });
    const plans = operations.map((each) => compiled.compile(each, (one) => planner.plan(one)));
    await Promise.allSettled(plans);
    done += 1;
  }
  return done;
}

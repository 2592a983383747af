import type { Logger } from '@jejaring/chassis/process/log';
import type { GraphVersion } from '../graph/graph-version.js';
import type { KnownOperation } from './known-operation.js';
import type { OperationBook } from './operation-book.js';
import { ownTurn } from './own-turn.js';

/**
 * Reads, plans and compiles the published documents before anybody asks the version, so that none of those
 * whose programs ask them waits after a start or a change of the graph.
 */
export async function prepareVersion(
  { schema, planner, compiled }: GraphVersion,
  { texts, book, log }: { texts: readonly string[]; book: OperationBook; log: Logger },
): Promise<void> {
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
  const unplanned = (await Promise.all(compiling)).filter((done) => !done).length;
  log.info({ documents: texts.length, operations: compiling.length, unplanned }, 'prepared');
}

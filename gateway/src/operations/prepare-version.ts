import type { Logger } from '@jejaring/chassis/process/log';
import type { GraphVersion } from '../graph/graph-version.js';
import type { KnownOperation } from './known-operation.js';
import type { OperationBook } from './operation-book.js';

/**
 * Reads, plans and compiles the published documents before anybody asks the version, so that none of those
 * whose programs ask them waits after a start or a change of the graph.
 */
export async function prepareVersion(
  { schema, planner, compiled }: GraphVersion,
  { texts, book, log }: { texts: readonly string[]; book: OperationBook; log: Logger },
): Promise<void> {
  const operations: KnownOperation[] = [];
  for (const text of texts) {
    const published = book.publish(schema, text);
    if (published !== null) operations.push(...published.operations);
  }
  const planned = await Promise.allSettled(
    operations.map((operation) =>
      compiled.compile(operation, (isolated) => planner.planPublished(isolated)),
    ),
  );
  const unplanned = planned.filter(({ status }) => status === 'rejected').length;
  log.info({ documents: texts.length, operations: operations.length, unplanned }, 'prepared');
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Admin, Kafka } from 'kafkajs';

const tries = 6;
const firstPauseMs = 300;

/**
 * Asks the cluster something. kafkajs gives up at once where a partition has just lost its leader,
 * as after a restart of its broker; a new connection reads anew who leads.
 */
export async function withAdmin<T>(
  kafka: Pick<Kafka, 'admin'>,
  task: (admin: Admin) => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await onceWithAdmin(kafka, task);
    } catch (error) {
      if (tried === tries || !passes(error)) throw error;
      await pause(firstPauseMs * 2 ** (tried - 1));
    }
  }
}

/** Whether kafkajs says that the next try may succeed; Node does not see the exports of its error classes. */
function passes(error: unknown): boolean {
  return error instanceof Error && 'retriable' in error && error.retriable === true;
}

async function onceWithAdmin<T>(
  kafka: Pick<Kafka, 'admin'>,
  task: (admin: Admin) => Promise<T>,
): Promise<T> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await task(admin);
  } finally {
    await admin.disconnect();
  }
}

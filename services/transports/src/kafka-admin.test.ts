import { expect, test } from '@jest/globals';
import type { Admin } from 'kafkajs';
import kafkajs from 'kafkajs';
import { withAdmin } from './kafka-admin.js';

/** A cluster whose connections are counted, and which answers only from a given one on. */
function aCluster(answersFrom: number, error: Error) {
  const counts = { connected: 0, disconnected: 0 };
  const admin = (): Admin =>
    ({
      connect: () => Promise.resolve((counts.connected += 1)),
      disconnect: () => Promise.resolve((counts.disconnected += 1)),
      listTopics: () =>
        counts.connected < answersFrom ? Promise.reject(error) : Promise.resolve(['notes']),
    }) as unknown as Admin;
  return { counts, kafka: { admin } };
}

test('a partition without a leader is asked for again, on a new connection', async () => {
  const { counts, kafka } = aCluster(
    3,
    new kafkajs.KafkaJSError('not the leader', { retriable: true }),
  );

  expect(await withAdmin(kafka, (admin) => admin.listTopics())).toEqual(['notes']);
  expect(counts).toEqual({ connected: 3, disconnected: 3 });
});

test('what will not pass is told at once', async () => {
  const { counts, kafka } = aCluster(3, new kafkajs.KafkaJSNonRetriableError('not allowed'));

  await expect(withAdmin(kafka, (admin) => admin.listTopics())).rejects.toThrow('not allowed');
  expect(counts).toEqual({ connected: 1, disconnected: 1 });
});

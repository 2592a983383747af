import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Partitioners } from 'kafkajs';
import { partitionOf } from './partition-of.js';

// murmur2 of these keys as Apache Kafka's own UtilsTest states it, made positive as its partitioner does.
const murmur2 = { '21': -973932308, foobar: -790332482, 'a-little-bit-long-string': -985981536 };

test.each(Object.entries(murmur2))('%s falls where the Java client would put it', (key, hash) => {
  expect(partitionOf(key, 12)).toBe((hash & 0x7fffffff) % 12);
});

test('any key falls where kafkajs would put it', () => {
  const choose = Partitioners.DefaultPartitioner();
  const nowhere = { partitionErrorCode: 0, partitionId: 0, leader: 0, replicas: [], isr: [] };
  const keys = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 48 }), (key, partitions) => {
      const partitionMetadata = Array.from({ length: partitions }, () => nowhere);
      const message = { key, value: null };
      expect(partitionOf(key, partitions)).toBe(choose({ topic: '', partitionMetadata, message }));
    }),
  );
});

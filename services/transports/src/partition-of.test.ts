import { expect, test } from '@jest/globals';
import { partitionOf } from './partition-of.js';

// murmur2 of these keys as Apache Kafka's own UtilsTest states it, made positive as its partitioner does.
const murmur2 = { '21': -973932308, foobar: -790332482, 'a-little-bit-long-string': -985981536 };

test.each(Object.entries(murmur2))('%s falls where the Java client would put it', (key, hash) => {
  expect(partitionOf(key, 12)).toBe((hash & 0x7fffffff) % 12);
});

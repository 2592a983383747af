import { expect, test } from '@jest/globals';
import { toReceived } from './kafka-subscription.js';

test('a header without a value is none; an empty one is one', () => {
  const { headers } = toReceived({
    topic: 'jejaring.awards',
    partition: 0,
    message: {
      key: null,
      value: null,
      timestamp: '0',
      attributes: 0,
      offset: '0',
      // The types of kafkajs do not know that Kafka allows it; Debezium sends it for a column that is null.
      headers: { ce_region: null, ce_id: Buffer.from('x'), empty: Buffer.from('') } as never,
    },
  });

  expect(headers).toEqual({ ce_id: 'x', empty: '' });
});

import { describe, expect, test } from '@jest/globals';
import { readTraceparent, writeTraceparent } from './traceparent.rules.js';

const traceId = '0af7651916cd43dd8448eb211c80319c';
const spanId = 'b7ad6b7169203331';

describe('traceparent', () => {
  test.each([`00-${traceId}-${spanId}-01`, `00-${traceId}-${spanId}-00`])(
    'is read and written: %s',
    (header) => {
      const read = readTraceparent(header);

      expect(read).toMatchObject({ traceId, spanId });
      expect(writeTraceparent(read!)).toBe(header);
    },
  );

  test('of a later version is read as far as it is known', () => {
    expect(readTraceparent(`01-${traceId}-${spanId}-01-more`)).toEqual({
      traceId,
      spanId,
      sampled: true,
    });
  });

  test.each([
    ['absent', undefined],
    ['sent twice', [`00-${traceId}-${spanId}-01`, `00-${traceId}-${spanId}-01`]],
    ['in capitals', `00-${traceId.toUpperCase()}-${spanId}-01`],
    ['of no trace', `00-${'0'.repeat(32)}-${spanId}-01`],
    ['of no span', `00-${traceId}-${'0'.repeat(16)}-01`],
    ['of the forbidden version', `ff-${traceId}-${spanId}-01`],
    ['with more than its version has', `00-${traceId}-${spanId}-01-more`],
    ['with a line of its own', `00-${traceId}-${spanId}-01\r\nx: y`],
    ['endless', `01-${traceId}-${spanId}-01-${'x'.repeat(10_000)}`],
  ])('is not believed when it is %s', (_name, header) => {
    expect(readTraceparent(header)).toBeNull();
  });
});

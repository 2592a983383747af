import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Span } from './shares.js';
import { shareOut } from './shares.js';

const span = (layer: Span['layer'], fromMs: number, toMs: number): Span => ({
  layer,
  from: fromMs * 1_000,
  to: toMs * 1_000,
});

describe('the time of a request', () => {
  test('belongs at each moment to the innermost layer that is at work', () => {
    expect(
      shareOut([
        span('gateway', 0, 20),
        span('call', 2, 16),
        span('service', 3, 15),
        span('sql', 5, 11),
      ]),
    ).toEqual({ gateway: 6, between: 2, services: 6, sql: 6 });
  });

  test('counts once what runs beside each other', () => {
    expect(
      shareOut([
        span('gateway', 0, 10),
        span('call', 1, 9),
        span('call', 1, 7),
        span('service', 2, 8),
        span('service', 2, 6),
        span('sql', 3, 5),
        span('sql', 4, 7),
      ]),
    ).toEqual({ gateway: 2, between: 2, services: 2, sql: 4 });
  });

  test('holds nothing of what is under way outside of it', () => {
    expect(shareOut([span('sql', 0, 5), span('gateway', 10, 14), span('sql', 20, 30)])).toEqual({
      gateway: 4,
      between: 0,
      services: 0,
      sql: 0,
    });
  });

  test('adds up to how long the requests took', () => {
    const layer = fc.constantFrom('call' as const, 'service' as const, 'sql' as const);
    const at = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(layer, at, at)), (inner) => {
        const spans = inner.map(([of, one, other]): Span => {
          return { layer: of, from: Math.min(one, other), to: Math.max(one, other) };
        });
        const { gateway, between, services, sql } = shareOut([span('gateway', 20, 70), ...spans]);
        expect(gateway + between + services + sql).toBeCloseTo(50, 6);
      }),
    );
  });
});

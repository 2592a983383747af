import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Attempted, Outcome } from './retry.rules.js';
import { judgeAttempt, mostAttempts, outcomeOf, readRetryAfter } from './retry.rules.js';

const now = new Date('2026-11-20T02:00:00Z');
const attempted = (outcome: Outcome, retryAfterSeconds: number | null = null): Attempted => ({
  outcome,
  retryAfterSeconds,
});

describe('outcomeOf', () => {
  test.each<[number, Outcome]>([
    [200, '2xx'],
    [202, '2xx'],
    [204, '2xx'],
    [299, '2xx'],
    [301, '3xx'],
    [304, '3xx'],
    [308, '3xx'],
    [400, '4xx'],
    [401, '4xx'],
    [410, '410'],
    [429, '429'],
    [500, '5xx'],
    [503, '5xx'],
    [600, '5xx'],
    [101, '5xx'],
  ])('takes %i for %s', (status, outcome) => {
    expect(outcomeOf(status)).toBe(outcome);
  });
});

describe('readRetryAfter', () => {
  test.each([429, 502, 503, 504])('listens to a %i', (status) => {
    expect(readRetryAfter(status, '120', now)).toBe(120);
    expect(readRetryAfter(status, 'Fri, 20 Nov 2026 02:01:30 GMT', now)).toBe(90);
  });

  test.each([200, 301, 400, 500])('does not listen to a %i', (status) => {
    expect(readRetryAfter(status, '120', now)).toBeNull();
  });

  test.each([undefined, '', 'soon', '-5', '0', '1.5e9', 'Fri, 20 Nov 2026 01:00:00 GMT'])(
    'takes nothing from %p',
    (header) => {
      expect(readRetryAfter(503, header, now)).toBeNull();
    },
  );

  test('waits a day at most', () => {
    expect(readRetryAfter(503, '999999999', now)).toBe(86_400);
  });
});

describe('judgeAttempt', () => {
  test('waits as the schedule says, then gives up', () => {
    const waits = Array.from({ length: mostAttempts }, (_none, index) =>
      judgeAttempt(attempted('5xx'), index + 1, 0),
    );
    const seconds = waits.map((verdict) =>
      verdict.state === 'WAITING' ? verdict.afterMs / 1_000 : null,
    );

    expect(seconds).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400, null]);
    expect(waits.at(-1)).toEqual({ state: 'FAILED', gone: false });
  });

  test('only 2xx is delivered', () => {
    const outcomes: Outcome[] = ['3xx', '4xx', '429', '5xx', 'TIMEOUT', 'TLS', 'UNREACHABLE'];
    expect(judgeAttempt(attempted('2xx'), 1, 0)).toEqual({ state: 'DELIVERED' });
    for (const outcome of outcomes)
      expect(judgeAttempt(attempted(outcome), 1, 0).state).toBe('WAITING');
  });

  test('410 ends it, and the subscription with it', () => {
    expect(judgeAttempt(attempted('410'), 1, 0)).toEqual({ state: 'FAILED', gone: true });
  });

  test('an event that is too large is not tried again', () => {
    expect(judgeAttempt(attempted('TOO_LARGE'), 1, 0)).toEqual({ state: 'FAILED', gone: false });
  });

  test('never comes sooner than the schedule or the endpoint says, nor later than a fifth more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: mostAttempts - 1 }),
        fc.option(fc.integer({ min: 1, max: 86_400 })),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (attempt, asked, random) => {
          const plain = judgeAttempt(attempted('5xx'), attempt, 0);
          const verdict = judgeAttempt(attempted('429', asked), attempt, random);
          if (verdict.state !== 'WAITING' || plain.state !== 'WAITING') return false;
          const least = Math.max(plain.afterMs, (asked ?? 0) * 1_000);
          return verdict.afterMs >= least && verdict.afterMs <= least * 1.2 + 1;
        },
      ),
    );
  });
});

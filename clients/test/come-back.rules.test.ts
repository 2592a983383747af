import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { broken, isForGood, waitBefore } from '../src/come-back.js';
import { readEvents, Silence } from '../src/sent-events.js';

describe('isForGood', () => {
  test.each([
    ['a broken connection', broken, false],
    ['no room', { ...broken, status: 503 }, false],
    ['too much asked in a minute', { ...broken, status: 429 }, false],
    ['a failure', { ...broken, status: 500 }, false],
    ['no right', { ...broken, status: 403 }, true],
    ['a question that is wrong', { ...broken, status: 400 }, true],
    ['something else than a stream', { ...broken, status: 200 }, true],
    ['the last word', { ...broken, isComplete: true }, true],
  ])('judges %s', (_name, end, expected) => {
    expect(isForGood(end)).toBe(expected);
  });
});

describe('waitBefore', () => {
  const patience = fc.record({
    tries: fc.integer({ min: 1, max: 2_000 }),
    leastMs: fc.integer({ min: 0, max: 5_000 }),
    mostMs: fc.integer({ min: 0, max: 60_000 }),
    retryAfterMs: fc.integer({ min: 0, max: 120_000 }),
  });

  test('is at least what was asked for, and at most the longest', () => {
    fc.assert(
      fc.property(patience, (given) => {
        const wait = waitBefore(given);
        const { leastMs, mostMs, retryAfterMs } = given;
        expect(wait).toBeGreaterThanOrEqual(Math.max(retryAfterMs, Math.floor(leastMs / 2)));
        expect(wait).toBeLessThanOrEqual(Math.max(leastMs, mostMs, retryAfterMs));
      }),
    );
  });

  test('differs from one to the next', () => {
    const given = { tries: 5, leastMs: 1_000, mostMs: 30_000, retryAfterMs: 0 };
    expect(new Set(Array.from({ length: 20 }, () => waitBefore(given))).size).toBeGreaterThan(5);
  });
});

describe('readEvents', () => {
  const streamOf = (...chunks: string[]) =>
    new ReadableStream<Uint8Array>({
      start(control) {
        for (const chunk of chunks) control.enqueue(new TextEncoder().encode(chunk));
      },
    });

  test('reads what comes in pieces, ids without data and waits', async () => {
    const events = readEvents(
      streamOf('retry: 700\n\n:\nid: a\n\nid: b\nev', 'ent: next\ndata: {}\n\n'),
      50,
    );
    const read = [await events.next(), await events.next(), await events.next()];

    expect(read.map(({ value }) => value)).toEqual([
      { id: null, event: null, data: '', retryMs: 700 },
      { id: 'a', event: null, data: '', retryMs: null },
      { id: 'b', event: 'next', data: '{}', retryMs: null },
    ]);
    await events.return(undefined);
  });

  test('takes a connection that gives no sign for dead', async () => {
    await expect(readEvents(streamOf(), 5).next()).rejects.toThrow(Silence);
  });
});

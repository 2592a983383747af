import { describe, expect, test } from '@jest/globals';
import { choose, limit, mostReplayed } from './replay.rules.js';

const [early, late] = [new Date('2026-01-01'), new Date('2026-02-01')];

describe('choose', () => {
  test.each([
    ['ids', { eventIds: ['a'] }],
    ['positions', { positions: { from: '9', to: '10' } }],
    ['recorded', { recorded: { from: early, to: late } }],
    ['occurred', { occurred: { from: early, to: late } }],
  ])('understands %s', (by, asked) => {
    expect(choose(asked)).toMatchObject({ refused: null, choice: { by } });
  });

  test.each([
    ['eventIds', {}],
    ['eventIds', { eventIds: ['a'], recorded: { from: early, to: late } }],
    ['positions', { positions: { from: '10', to: '9' } }],
    ['recorded', { recorded: { from: late, to: early } }],
    ['occurred', { occurred: { from: early, to: early } }],
  ])('refuses %s: %j', (field, asked) => {
    expect(choose(asked)).toMatchObject({ refused: 'invalid-input', field });
  });
});

describe('limit', () => {
  test('begins nothing that is more than it may be', () => {
    expect(limit(mostReplayed).refused).toBeNull();
    expect(limit(mostReplayed + 1)).toMatchObject({ refused: 'invalid-input' });
  });
});

import { describe, expect, test } from '@jest/globals';
import type { KafkaAccess, Principal } from './kafka-access.rules.js';
import { faultsOf, grantsOf, readAccess } from './kafka-access.rules.js';

const topics = [
  { name: 'jejaring.training', open: true },
  { name: 'jejaring.training.snapshot', open: true },
  { name: 'jejaring.welfare-cases' },
  { name: 'jejaring.welfare-cases.statistics', open: true },
];
const ministry = (over: Partial<Principal>): KafkaAccess => ({
  topics,
  principals: [
    {
      name: 'kemensos',
      subscriber: true,
      reads: ['jejaring.training*', 'jejaring.welfare-cases.statistics'],
      groups: ['kemensos.*'],
      ...over,
    },
  ],
});

describe('a file of access', () => {
  test('grants a ministry its topics and its groups, and nothing to write', () => {
    expect(grantsOf(ministry({}))).toEqual(
      (
        [
          ['TOPIC', 'jejaring.training', 'PREFIXED'],
          ['TOPIC', 'jejaring.welfare-cases.statistics', 'LITERAL'],
          ['GROUP', 'kemensos.', 'PREFIXED'],
        ] as const
      ).map(([resource, name, pattern]) => ({
        principal: 'kemensos',
        resource,
        name,
        pattern,
        operation: 'READ',
      })),
    );
    expect(faultsOf(ministry({}))).toEqual([]);
  });

  test.each([
    ['by its name', { reads: ['jejaring.welfare-cases'] }],
    ['by the beginning of its name', { reads: ['jejaring.welfare-cases*'] }],
    ['by a beginning that all share', { reads: ['jejaring.*'] }],
    ['by one that everything has', { reads: ['*'] }],
  ])('is refused when it opens the cases to a subscriber %s', (_how, over) => {
    expect(faultsOf(ministry(over)).join()).toContain('jejaring.welfare-cases, which is closed');
  });

  test.each([
    ['may write', { writes: ['jejaring.training'] }, 'must not write'],
    ['takes the group of a service', { groups: ['training'] }, 'not under its own name'],
    ['takes all groups', { groups: ['*'] }, 'not under its own name'],
    ['takes groups that only begin like its own', { groups: ['kemensos*'] }, 'not under its own'],
    ['has a name with which another rule could be written', { name: 'CN=kafka' }, 'is no name'],
    ['reads what is not there', { reads: ['jejaring.trainings'] }, 'no topic is called'],
  ])('is refused when a subscriber %s', (_what, over, words) => {
    const text = JSON.stringify(ministry(over));
    expect(() => readAccess(text)).toThrow(words);
  });

  test('is refused when a principal stands twice: the second would widen the first unseen', () => {
    const { principals } = ministry({});
    expect(faultsOf({ topics, principals: [...principals, ...principals] })).toEqual([
      'kemensos stands twice',
    ]);
  });
});

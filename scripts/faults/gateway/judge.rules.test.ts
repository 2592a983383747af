import { describe, expect, test } from '@jest/globals';
import type { Body, Excuse, Outcome } from './judge.rules.js';
import { judge, judgeMutations } from './judge.rules.js';
import type { Operation } from './operations.js';

const operation: Operation = {
  name: 'whole',
  query: '',
  variables: {},
  credential: 'good',
  person: { role: 'KT_OFFICER', region: '32.79', number: 1 },
  services: ['organizations', 'training'],
  expected: { organization: { name: 'A', trainings: ['B'] } },
  owners: { organization: 'organizations', 'organization.trainings': 'training' },
  key: null,
};
const refused: Operation = { ...operation, expected: null, credential: 'forged' };

const stolen: Operation = { ...refused, credential: 'withdrawn' };

const well: Excuse = {
  sick: new Set(),
  gatewayAway: false,
  issuerUnsure: false,
  withdrawing: false,
  deadlineMs: 5_000,
};
const sick: Excuse = { ...well, sick: new Set(['training']) };

const came = (body: Body | null, more: Partial<Outcome> = {}): Outcome => ({
  status: body === null ? null : 200,
  body,
  ms: 10,
  ...more,
});
const error = (extensions: object, path: (string | number)[] = ['organization', 'trainings']) => ({
  message: 'words',
  path,
  extensions: { requestId: 'one', ...extensions },
});
const lost = { code: 'SUBGRAPH_UNAVAILABLE', service: 'training', reason: 'timeout' };
const half = { organization: { name: 'A', trainings: null } };
const right = { organization: { name: 'A', trainings: ['B'] } };

describe('an answer is judged right', () => {
  test.each([
    ['when it is whole', operation, came({ data: right }), well],
    [
      'when a sick service is named for what is missing',
      operation,
      came({ data: half, errors: [error(lost)] }),
      sick,
    ],
    ['when nobody could be reached', operation, came(null), { ...well, gatewayAway: true }],
    [
      'when a key was withdrawn and it may not have been heard',
      stolen,
      came({ data: right }),
      { ...well, withdrawing: true },
    ],
    [
      'when a bad token is refused',
      refused,
      came({ errors: [error({ code: 'UNAUTHENTICATED' }, [])] }),
      well,
    ],
  ])('%s', (_name, asked, outcome, excuse) => {
    expect(judge(asked, outcome, excuse)).toEqual([]);
  });
});

describe('a violation is found', () => {
  test.each<[string, Operation, Outcome, Excuse, RegExp]>([
    ['late', operation, came({ data: right }, { ms: 5_001 }), well, /took 5001 ms/],
    ['unanswered', operation, came(null), sick, /no answer/],
    [
      'a wrong value',
      operation,
      came({ data: { organization: { name: 'B', trainings: ['B'] } } }),
      sick,
      /wrong at organization\.name/,
    ],
    [
      'more than was asked',
      operation,
      came({ data: { ...right, secret: 1 } }),
      well,
      /wrong at secret/,
    ],
    ['a hole without a word', operation, came({ data: half }), sick, /without a word/],
    [
      'a hole while all are well',
      operation,
      came({ data: half, errors: [error(lost)] }),
      well,
      /training is well/,
    ],
    [
      'a hole blamed on another',
      operation,
      came({ data: half, errors: [error({ ...lost, service: 'awards' })] }),
      sick,
      /blamed on awards/,
    ],
    [
      'an unknown reason',
      operation,
      came({ data: half, errors: [error({ ...lost, reason: 'odd' })] }),
      sick,
      /no such reason/,
    ],
    [
      'an inner error',
      operation,
      came({ data: half, errors: [error({ code: 'INTERNAL' })] }),
      sick,
      /because of INTERNAL/,
    ],
    [
      'an untyped error',
      operation,
      came({ data: half, errors: [{ message: 'x', path: ['organization', 'trainings'] }] }),
      sick,
      /without a type/,
    ],
    [
      'an error too many',
      operation,
      came({ data: right, errors: [error(lost)] }),
      sick,
      /where nothing is missing/,
    ],
    [
      'a good caller refused',
      operation,
      came({ errors: [error({ code: 'UNAUTHENTICATED' }, [])] }),
      sick,
      /a good caller was refused/,
    ],
    ['a withdrawn key believed', stolen, came({ data: right }), well, /rights: withdrawn/],
    [
      'a forged token believed while a key is withdrawn',
      refused,
      came({ data: right }),
      { ...well, withdrawing: true },
      /rights: forged/,
    ],
    ['a bad caller answered', refused, came({ data: right }), well, /rights: forged/],
    [
      'a bad caller refused for another reason',
      refused,
      came({ errors: [error({ code: 'INTERNAL' }, [])] }),
      well,
      /not refused/,
    ],
  ])('%s', (_name, asked, outcome, excuse, words) => {
    expect(judge(asked, outcome, excuse).join('; ')).toMatch(words);
  });

  const told = (body: Body) => [{ key: 'k', outcome: came(body) }];
  test.each<[string, Body, number, RegExp]>([
    ['a mutation that ran twice', { data: { enrol: 'done k' } }, 2, /ran 2 times/],
    ['one that never ran but is done', { data: { enrol: 'done k' } }, 0, /did not run/],
    [
      'one that ran but was spared',
      { data: { enrol: null }, errors: [error({ ...lost, reason: 'circuit-open' })] },
      1,
      /spared and ran/,
    ],
  ])('%s', (_name, body, runs, words) => {
    expect(judgeMutations(told(body), new Map([['k', runs]])).join()).toMatch(words);
  });
});

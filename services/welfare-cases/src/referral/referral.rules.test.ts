import { describe, expect, test } from '@jest/globals';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { roles } from '@jejaring/schema/roles';
import fc from 'fast-check';
import type { ReferralState, SendFacts } from './referral.rules.js';
import {
  accept,
  addWorkingDays,
  commandsFor,
  consentCovers,
  deadlines,
  isExpired,
  referralStatuses,
  send,
  step,
} from './referral.rules.js';

const now = new Date('2026-11-20T02:00:00Z');
const as = (organizationId: string | null, fields: Partial<Caller> = {}): Caller => ({
  ...anonymous('r'),
  role: 'KT_OFFICER',
  organizationId,
  ...fields,
});
const aState = (fields: Partial<ReferralState> = {}): ReferralState => ({
  status: 'SENT',
  kind: 'SERVICE',
  regionCode: '32.79.04.2006',
  fromOrganizationId: 'sender',
  toOrganizationId: 'receiver',
  answerBy: null,
  ...fields,
});
const facts = (fields: Partial<SendFacts> = {}): SendFacts => ({
  receiver: { status: 'ACTIVE' },
  consent: {
    purposes: ['SHARE_WITH_ORG'],
    sharedWith: null,
    givenAt: now,
    expiresAt: null,
    withdrawnAt: null,
  },
  capability: { categories: ['PENGEMIS'], regions: ['32'], monthlyCapacity: 1, openReferrals: 0 },
  category: 'PENGEMIS',
  openTransfer: false,
  urgent: false,
  overCapacity: false,
  now,
  ...fields,
});
const draft = aState({ status: 'DRAFT' });

describe('a referral', () => {
  test('is led on by the right side only', () => {
    expect(commandsFor(aState(), as('receiver'))).toEqual(['ACKNOWLEDGE', 'ACCEPT', 'DECLINE']);
    expect(commandsFor(aState(), as('sender'))).toEqual(['CANCEL']);
    expect(commandsFor(draft, as('receiver'))).toEqual([]);
    expect(commandsFor(draft, as('sender'))).toEqual(['SEND', 'CANCEL']);
  });

  test('takes no step from anybody else, whatever the role and state', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...roles),
        fc.constantFrom(...referralStatuses),
        (role, status) => {
          expect(commandsFor(aState({ status }), as('third', { role, region: '33.16' }))).toEqual(
            [],
          );
        },
      ),
    );
  });

  test('ends once: no step leads on from an end', () => {
    for (const status of ['COMPLETED', 'DECLINED', 'EXPIRED', 'CANCELLED'] as const) {
      expect(commandsFor(aState({ status }), as('receiver'))).toEqual([]);
      expect(commandsFor(aState({ status }), as('sender'))).toEqual([]);
    }
  });

  test('says at which stages a step is possible', () => {
    expect(step('START', aState(), as('receiver'))).toEqual({
      refused: 'wrong-state',
      status: 'SENT',
      expected: ['ACCEPTED'],
    });
  });
});

describe('sending', () => {
  const sending = (fields: Partial<SendFacts>, state = draft) =>
    send(state, as('sender'), facts(fields)).refused;

  test('opens the clock of the answer', () => {
    expect(send(draft, as('sender'), facts())).toMatchObject({
      refused: null,
      status: 'SENT',
      sentAt: now,
    });
  });

  test.each([
    ['receiver-not-active', { receiver: null }],
    ['receiver-not-active', { receiver: { status: 'DORMANT' } }],
    ['consent-missing', { consent: null }],
    ['not-capable', { capability: null }],
    ['not-capable', { category: 'ODHA' }],
    [
      'not-capable',
      {
        capability: {
          categories: ['PENGEMIS'],
          regions: ['32.7'],
          monthlyCapacity: 9,
          openReferrals: 0,
        },
      },
    ],
    [
      'no-capacity',
      {
        capability: {
          categories: ['PENGEMIS'],
          regions: ['32'],
          monthlyCapacity: 1,
          openReferrals: 1,
        },
      },
    ],
  ] as [string, Partial<SendFacts>][])('is refused: %s', (ground, fields) => {
    expect(sending(fields)).toBe(ground);
  });

  test('to a full receiver needs the sender’s word', () => {
    const full = {
      categories: ['PENGEMIS'],
      regions: ['32'],
      monthlyCapacity: 0,
      openReferrals: 0,
    };

    expect(sending({ capability: full, overCapacity: true })).toBeNull();
  });

  test('one transfer at a time, other kinds beside it', () => {
    expect(sending({ openTransfer: true }, aState({ status: 'DRAFT', kind: 'TRANSFER' }))).toBe(
      'transfer-open',
    );
    expect(sending({ openTransfer: true })).toBeNull();
  });

  test('never to oneself', () => {
    expect(sending({}, aState({ status: 'DRAFT', toOrganizationId: 'sender' }))).toBe(
      'receiver-is-sender',
    );
  });
});

describe('consent', () => {
  const given = {
    purposes: ['SHARE_WITH_ORG'],
    sharedWith: null,
    givenAt: now,
    expiresAt: null,
    withdrawnAt: null,
  };
  const soon = new Date(now.getTime() + 1);

  test.each([
    ['covers anybody when it names nobody', given, true],
    ['covers whom it names', { ...given, sharedWith: ['receiver'] }, true],
    ['does not cover another', { ...given, sharedWith: ['other'] }, false],
    ['does not cover another purpose', { ...given, purposes: ['STATISTICS'] }, false],
    ['ends when withdrawn', { ...given, withdrawnAt: now }, false],
    ['ends by itself', { ...given, expiresAt: now }, false],
    ['lasts until then', { ...given, expiresAt: soon }, true],
    ['does not work backwards', { ...given, givenAt: soon }, false],
  ])('%s', (_rule, consent, covers) => {
    expect(consentCovers(consent, 'receiver', now)).toBe(covers);
  });
});

describe('accepting', () => {
  const active = { status: 'ACTIVE' };

  test('is possible until the last moment and not after it', () => {
    const inTime = accept(aState({ answerBy: now }), active, as('receiver'), now);
    const late = accept(
      aState({ answerBy: new Date(now.getTime() - 1) }),
      active,
      as('receiver'),
      now,
    );

    expect(inTime).toEqual({ refused: null, status: 'ACCEPTED', acceptedAt: now });
    expect(late).toMatchObject({ refused: 'too-late' });
  });

  test('needs an organization in service', () => {
    expect(accept(aState(), null, as('receiver'), now).refused).toBe('receiver-not-active');
  });
});

describe('deadlines', () => {
  test('skip the weekend of western Indonesia', () => {
    // Friday 23:30 in Jakarta is still Friday, though UTC says 16:30.
    expect(addWorkingDays(new Date('2026-11-20T16:30:00Z'), 1)).toEqual(
      new Date('2026-11-23T16:30:00Z'),
    );
    // Saturday 00:30 in Jakarta is Saturday, though UTC says Friday; Monday 00:30 there is Sunday in UTC.
    expect(addWorkingDays(new Date('2026-11-20T17:30:00Z'), 1)).toEqual(
      new Date('2026-11-22T17:30:00Z'),
    );
  });

  test('are a day for emergencies', () => {
    expect(deadlines(now, true).answerBy).toEqual(new Date('2026-11-21T02:00:00Z'));
  });

  test('pass only for what waits for an answer', () => {
    const past = new Date(now.getTime() - 1);
    const expired = referralStatuses.filter((status) => isExpired({ status, answerBy: past }, now));

    expect(expired).toEqual(['SENT', 'ACKNOWLEDGED']);
  });
});

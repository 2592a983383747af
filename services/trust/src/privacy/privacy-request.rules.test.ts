import { describe, expect, test } from '@jest/globals';
import { anonymous, covers } from '@jejaring/chassis/work/scope.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { roles } from '@jejaring/schema/roles';
import { privacyRefusals, privacyRequestKinds } from '@jejaring/schema/vocabulary';
import fc from 'fast-check';
import type { RequestState } from './privacy-request.rules.js';
import {
  commandsFor,
  exportFor,
  fulfil,
  groundsFor,
  isOverdue,
  lift,
  open,
  refuseRequest,
} from './privacy-request.rules.js';

const now = new Date('2026-11-20T02:00:00Z');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const as = (fields: Partial<Caller>): Caller => ({ ...anonymous('test'), ...fields });
const officer = as({ id: 'tono', role: 'DATA_PROTECTION_OFFICER', region: '32.79' });
const asked = (fields: Partial<RequestState> = {}): RequestState => ({
  regionCode: '32.79.04.2006',
  kind: 'ACCESS',
  status: 'RECEIVED',
  openedBy: 'tono',
  exportedAt: null,
  liftedAt: null,
  seenVersion: 1,
  ...fields,
});
const person = { version: 1, keptBecause: null };
const village = { regionCode: '32.79.04.2006' };

describe('entering a request', () => {
  const request = { kind: 'ACCESS', receivedAt: now, consentId: null } as const;

  test('starts a clock of three days and nights from when it came in, not from when it is entered', () => {
    expect(open(village, request, officer, now)).toEqual({ refused: null, dueAt: hours(72) });
    const yesterday = { ...request, receivedAt: hours(-24) };
    expect(open(village, yesterday, officer, now)).toEqual({ refused: null, dueAt: hours(48) });
  });

  test('is refused for a time to come, and for one a month ago', () => {
    for (const receivedAt of [hours(1), hours(-31 * 24)])
      expect(open(village, { ...request, receivedAt }, officer, now)).toMatchObject({
        field: 'receivedAt',
      });
  });

  test('names a consent when one is withdrawn, and then alone', () => {
    const withdrawal = { ...request, kind: 'WITHDRAW_CONSENT' as const };

    expect(open(village, withdrawal, officer, now)).toMatchObject({ field: 'consentId' });
    expect(open(village, { ...withdrawal, consentId: 'c' }, officer, now).refused).toBeNull();
    expect(open(village, { ...request, consentId: 'c' }, officer, now)).toMatchObject({
      field: 'consentId',
    });
  });

  test('is for the officer of the region and for nobody else, whatever their role', () => {
    const caller = fc.record({
      role: fc.constantFrom(...roles),
      region: fc.constantFrom('32.79.04.2006', '32.79', '32', '36', '', null),
    });
    fc.assert(
      fc.property(caller, (fields) => {
        const { refused } = open(village, request, as(fields), now);
        const allowed =
          fields.role === 'DATA_PROTECTION_OFFICER' && covers(fields.region, village.regionCode);
        return (refused === null) === allowed;
      }),
    );
  });
});

describe('fulfilling a request', () => {
  test.each(['ACCESS', 'PORTABILITY'] as const)(
    'for %s wants the data given out before',
    (kind) => {
      expect(fulfil(asked({ kind }), person, officer)).toEqual({ refused: 'nothing-exported' });
      expect(fulfil(asked({ kind, exportedAt: now }), person, officer).refused).toBeNull();
    },
  );

  test('for rectification wants the record changed since', () => {
    const request = asked({ kind: 'RECTIFICATION' });

    expect(fulfil(request, person, officer)).toEqual({ refused: 'not-rectified' });
    expect(fulfil(request, { ...person, version: 2 }, officer).refused).toBeNull();
  });

  test('for erasure takes a second hand', () => {
    const request = asked({ kind: 'ERASURE' });

    expect(fulfil(request, person, officer)).toEqual({ refused: 'same-hand' });
    expect(fulfil(request, person, { ...officer, id: 'ani' }).refused).toBeNull();
  });

  test('for erasure is refused while the law keeps the record, and says by what', () => {
    const request = asked({ kind: 'ERASURE', openedBy: 'ani' });

    expect(fulfil(request, { ...person, keptBecause: 'OPEN_CASE' }, officer)).toEqual({
      refused: 'kept-by-law',
      because: 'OPEN_CASE',
    });
  });

  test.each(['RESTRICTION', 'OBJECTION', 'WITHDRAW_CONSENT'] as const)(
    'for %s wants nothing more',
    (kind) => {
      expect(fulfil(asked({ kind }), person, officer).refused).toBeNull();
    },
  );

  test('is done once, and not after a refusal', () => {
    for (const status of ['FULFILLED', 'REFUSED'] as const) {
      expect(fulfil(asked({ status }), person, officer)).toEqual({ refused: 'already-decided' });
      expect(refuseRequest(asked({ status }), 'OPEN_CASE', officer)).toEqual({
        refused: 'already-decided',
      });
    }
  });

  test('is no matter of another region or role', () => {
    const elsewhere = { ...officer, region: '33.16' };
    const staff = { ...officer, role: 'DINSOS_REGENCY_STAFF' as const };

    for (const caller of [elsewhere, staff]) {
      expect(fulfil(asked(), person, caller)).toMatchObject({ refused: 'not-allowed' });
      expect(refuseRequest(asked(), 'OPEN_CASE', caller)).toMatchObject({
        refused: 'not-allowed',
      });
      expect(exportFor(asked(), caller, now)).toMatchObject({ refused: 'not-allowed' });
      expect(lift(asked(), caller, now)).toMatchObject({ refused: 'not-allowed' });
    }
  });
});

describe('refusing a request', () => {
  const refusing = (kind: RequestState['kind'], ground: (typeof privacyRefusals)[number]) =>
    refuseRequest(asked({ kind }), ground, officer).refused;

  test('of access never rests on the ends of article 15, but on harm', () => {
    for (const ground of [
      'LAW_ENFORCEMENT',
      'STATE_ADMINISTRATION',
      'FINANCIAL_SUPERVISION',
      'STATISTICS_AND_RESEARCH',
      'OPEN_CASE',
      'RETENTION_RUNNING',
    ] as const) {
      expect(refusing('ACCESS', ground)).toBe('ground-does-not-fit');
      expect(refusing('RECTIFICATION', ground)).toBe('ground-does-not-fit');
    }
    expect(refusing('ACCESS', 'ENDANGERS_SOMEBODY')).toBeNull();
    expect(refusing('RECTIFICATION', 'DISCLOSES_ANOTHER_PERSON')).toBeNull();
  });

  test('of erasure may rest on an open case; of a restriction it may not', () => {
    expect(refusing('ERASURE', 'OPEN_CASE')).toBeNull();
    expect(refusing('RESTRICTION', 'OPEN_CASE')).toBe('ground-does-not-fit');
    expect(refusing('WITHDRAW_CONSENT', 'ENDANGERS_SOMEBODY')).toBe('ground-does-not-fit');
  });

  test('has a ground for each kind of request, and a kind for each ground', () => {
    for (const kind of privacyRequestKinds)
      expect(privacyRefusals.some((ground) => groundsFor[ground].includes(kind))).toBe(true);
    for (const ground of privacyRefusals) expect(groundsFor[ground]).not.toEqual([]);
  });
});

describe('a request', () => {
  test('is overdue after its clock has run out without an answer', () => {
    const request = { status: 'RECEIVED', dueAt: hours(72) } as const;

    expect(isOverdue(request, hours(72))).toBe(false);
    expect(isOverdue(request, hours(72.001))).toBe(true);
    expect(isOverdue({ ...request, status: 'FULFILLED' }, hours(100))).toBe(false);
  });

  test('gives data out for access and copies while it is open', () => {
    expect(exportFor(asked(), officer, now)).toEqual({ refused: null, exportedAt: now });
    expect(exportFor(asked({ kind: 'ERASURE' }), officer, now)).toMatchObject({ field: 'id' });
    expect(exportFor(asked({ status: 'REFUSED' }), officer, now)).toEqual({
      refused: 'already-decided',
    });
  });

  test('lifts a restriction that it made, once', () => {
    const made = asked({ kind: 'RESTRICTION', status: 'FULFILLED' });

    expect(lift(made, officer, now)).toEqual({ refused: null, liftedAt: now });
    expect(lift({ ...made, liftedAt: now }, officer, now)).toEqual({ refused: 'not-restricted' });
    expect(lift(asked({ kind: 'RESTRICTION' }), officer, now)).toEqual({
      refused: 'not-restricted',
    });
  });

  test('offers what would not be refused for part or state', () => {
    expect(commandsFor(asked(), officer)).toEqual(['FULFIL', 'REFUSE', 'EXPORT']);
    expect(commandsFor(asked({ kind: 'ERASURE' }), officer)).toEqual(['REFUSE']);
    expect(commandsFor(asked({ kind: 'RESTRICTION', status: 'FULFILLED' }), officer)).toEqual([
      'LIFT',
    ]);
    expect(commandsFor(asked(), { ...officer, region: '36' })).toEqual([]);
  });
});

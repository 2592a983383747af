import { describe, expect, test } from '@jest/globals';
import { anonymous, covers } from '@jejaring/chassis/work/scope.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { roles, socialOffices } from '@jejaring/schema/roles';
import fc from 'fast-check';
import type { DelegationState, Verdict } from './delegation.rules.js';
import {
  commandsFor,
  decide,
  delegationStatuses,
  draftDelegation,
  submit,
  withdrawDelegation,
} from './delegation.rules.js';

const who = (fields: Partial<Caller>): Caller => ({ ...anonymous('test'), ...fields });
const sender = who({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const organizer = who({ role: 'DINSOS_PROVINCE_STAFF', region: '33' });

const aLetter = (fields: Partial<DelegationState> = {}): DelegationState => ({
  status: 'DRAFT',
  regionCode: '32.79',
  senderOrganizationId: null,
  organizerRegionCode: '33',
  organizerOrganizationId: null,
  ...fields,
});

describe('draftDelegation', () => {
  const aDraft = {
    regionCode: '32.79',
    senderOrganizationId: null,
    senderStatus: null,
    letterOn: '2014-06-11',
    today: '2014-06-12',
    delegates: [
      { officerId: 'asep', regionCode: '32.79.01.1006' },
      { officerId: 'dewi', regionCode: '32.79.02.2003' },
    ],
  };
  const refused = (fields: Partial<typeof aDraft> | object = {}, caller = sender) => {
    const decision = draftDelegation({ ...aDraft, ...fields }, caller);
    return 'field' in decision ? decision.field : decision.refused;
  };

  test('is for offices and village heads of the region, and for the board itself', () => {
    const anyCaller = fc.record({
      role: fc.constantFrom(...roles),
      region: fc.constantFrom(null, '', '32', '32.79', '32.79.04', '32.7'),
      organizationId: fc.constantFrom(null, 'ours', 'theirs'),
    });
    fc.assert(
      fc.property(anyCaller, fc.constantFrom(null, 'ours'), (fields, senderOrganizationId) => {
        const caller = who(fields);
        const isOffice = [...socialOffices, 'VILLAGE_HEAD'].includes(caller.role as never);
        const isBoard = caller.role === 'KT_OFFICER' && senderOrganizationId !== null;
        const may =
          (isOffice && covers(caller.region, '32.79')) ||
          (isBoard && caller.organizationId === senderOrganizationId);
        return (refused({ senderOrganizationId }, caller) === null) === may;
      }),
    );
  });

  test('refuses people of other regions, the same person twice, and a letter of tomorrow', () => {
    expect(refused({ delegates: [{ officerId: 'eko', regionCode: '32.7' }] })).toBe('delegates');
    expect(refused({ delegates: [...aDraft.delegates, aDraft.delegates[0]] })).toBe('delegates');
    expect(refused({ letterOn: '2014-06-13' })).toBe('letterOn');
  });

  test('refuses a board that is out of service', () => {
    const officer = who({ role: 'KT_OFFICER', organizationId: 'ours' });
    const ours = { senderOrganizationId: 'ours' };

    expect(refused({ ...ours, senderStatus: 'DORMANT' }, officer)).toBe('sender-not-active');
    expect(refused({ ...ours, senderStatus: 'ACTIVE' }, officer)).toBeNull();
  });
});

describe('submit', () => {
  test('is for the sender, once, while registration is open', () => {
    expect(submit(aLetter(), 'REGISTRATION_OPEN', sender).refused).toBeNull();
    expect(submit(aLetter(), 'REGISTRATION_CLOSED', sender).refused).toBe('registration-not-open');
    expect(submit(aLetter(), 'REGISTRATION_OPEN', organizer).refused).toBe('not-allowed');
    expect(submit(aLetter({ status: 'SUBMITTED' }), 'REGISTRATION_OPEN', sender).refused).toBe(
      'wrong-state',
    );
  });
});

describe('decide', () => {
  const sent = aLetter({ status: 'SUBMITTED' });
  const verdict = (fields: Partial<Verdict>): Verdict => ({
    delegates: ['asep', 'dewi'],
    accepted: [],
    rejectionReason: null,
    ...fields,
  });
  const decided = (fields: Partial<Verdict>) => {
    const decision = decide(sent, 'REGISTRATION_CLOSED', verdict(fields), organizer);
    if (decision.refused === null) return decision.status;
    return 'field' in decision ? decision.field : decision.refused;
  };

  test('accepts all, some or nobody', () => {
    expect(decided({ accepted: ['dewi', 'asep'] })).toBe('ACCEPTED');
    expect(decided({ accepted: ['asep'], rejectionReason: 'NO_SEATS' })).toBe('PARTIALLY_ACCEPTED');
    expect(decided({ rejectionReason: 'TOO_LATE' })).toBe('REJECTED');
  });

  test('needs a reason for whom it refuses and none else, and only those named', () => {
    expect(decided({ accepted: ['asep'] })).toBe('rejectionReason');
    expect(decided({ accepted: ['asep', 'dewi'], rejectionReason: 'OTHER' })).toBe(
      'rejectionReason',
    );
    expect(decided({ accepted: ['eko'] })).toBe('accepted');
    expect(decided({ accepted: ['asep', 'asep'] })).toBe('accepted');
  });

  test('is the organizer’s, of a letter that was sent, before the event begins', () => {
    const all = verdict({ accepted: ['asep', 'dewi'] });

    expect(decide(sent, 'REGISTRATION_OPEN', all, sender).refused).toBe('not-allowed');
    expect(decide(sent, 'RUNNING', all, organizer).refused).toBe('registration-not-open');
    expect(decide(aLetter(), 'REGISTRATION_OPEN', all, organizer).refused).toBe('wrong-state');
  });
});

describe('withdrawDelegation', () => {
  test('is for the sender until it was decided', () => {
    const refused = (status: DelegationState['status'], caller = sender) =>
      withdrawDelegation(aLetter({ status }), caller).refused;

    expect(delegationStatuses.filter((status) => refused(status) === null)).toEqual([
      'DRAFT',
      'SUBMITTED',
    ]);
    expect(refused('SUBMITTED', organizer)).toBe('not-allowed');
  });
});

describe('commandsFor', () => {
  test('offers each side what it can do just now', () => {
    const offered = (status: DelegationState['status'], caller: Caller) =>
      commandsFor(aLetter({ status }), 'REGISTRATION_OPEN', caller);

    expect(offered('DRAFT', sender)).toEqual(['SUBMIT', 'WITHDRAW']);
    expect(offered('SUBMITTED', sender)).toEqual(['WITHDRAW']);
    expect(offered('SUBMITTED', organizer)).toEqual(['DECIDE']);
    expect(offered('ACCEPTED', sender)).toEqual([]);
  });
});

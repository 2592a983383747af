import { describe, expect, test } from '@jest/globals';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import type { SeatedPerson } from './board-seats.rules.js';
import { confirm, elect, ratify, revoke, skipRatification } from './board-steps.rules.js';
import type { BoardState } from './board.rules.js';
import { boardCommands, boardStatuses, commandsFor, draft } from './board.rules.js';
import { seat, unseat } from './seat.rules.js';

const village = '32.79.04.2006';
const today = '2026-11-20';
const state = (fields: Partial<BoardState>): BoardState => ({
  organizationId: 'ours',
  ratifierOrganizationId: 'district',
  regionCode: village,
  level: 'VILLAGE',
  status: 'DRAFT',
  heldOn: '2024-01-10',
  ratifiedOn: '2024-01-20',
  termStart: '2024-02-01',
  termEnd: '2029-02-01',
  ...fields,
});
const as = (fields: Partial<Caller>): Caller => ({ ...anonymous('test'), ...fields });
const officer = as({ role: 'KT_OFFICER', region: village, organizationId: 'ours' });
const higher = as({ role: 'KT_OFFICER', region: '32.79.04', organizationId: 'district' });
const staff = as({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const villageHead = as({ role: 'VILLAGE_HEAD', region: village });
const districtHead = as({ role: 'DISTRICT_HEAD', region: '32.79.04' });
const province = as({ role: 'DINSOS_PROVINCE_STAFF', region: '36' });

const positions = ['CHAIR', 'SECRETARY', 'TREASURER'] as const;
const seats: SeatedPerson[] = positions.map((position) => ({
  officerId: position,
  position,
  birthDate: '1990-01-01',
  residenceRegionCode: village,
}));
const decree = {
  number: '141.1/12/Kep.Kades/2024',
  issuedOn: '2024-02-01',
  signatory: 'KEPALA_DESA',
  capacity: 'DEFINITIVE',
} as const;
const known = { seats, today };

describe('who may do what', () => {
  test.each([
    ['DRAFT', officer, ['ELECT', 'SEAT', 'UNSEAT', 'WITHDRAW']],
    ['DRAFT', staff, ['ELECT', 'SEAT', 'UNSEAT', 'WITHDRAW']],
    ['DRAFT', villageHead, []],
    ['ELECTED', higher, ['RATIFY']],
    ['ELECTED', officer, ['WITHDRAW']],
    ['ELECTED', staff, ['SKIP_RATIFICATION', 'WITHDRAW']],
    ['RATIFIED', villageHead, ['CONFIRM']],
    ['RATIFIED', districtHead, []],
    ['RATIFIED', staff, ['CONFIRM', 'WITHDRAW']],
    ['RATIFIED', officer, ['WITHDRAW']],
    ['CONFIRMED', villageHead, ['SEAT', 'UNSEAT', 'REVOKE']],
    ['CONFIRMED', officer, []],
    ['CONFIRMED', districtHead, []],
    ['CONFIRMED', province, []],
    ['EXPIRED', staff, []],
  ] as const)('%s for $role', (status, caller, commands) => {
    expect(commandsFor(state({ status }), caller)).toEqual(commands);
  });

  test('nobody outside its region, of another organization or without a role does anything', () => {
    const strangers = [
      province,
      as({ role: 'KT_OFFICER', region: village, organizationId: 'theirs' }),
      as({ role: 'VILLAGE_HEAD', region: '32.79.04.2003' }),
      as({ role: 'DISTRICT_SOCIAL_SECTION', region: '32.79.04' }),
      as({ role: 'KT_MEMBER', region: village, organizationId: 'ours' }),
      as({}),
    ];
    for (const status of boardStatuses)
      for (const caller of strangers) expect(commandsFor(state({ status }), caller)).toEqual([]);
  });

  test('the system may give every command where the board stands for it', () => {
    const given = boardStatuses.flatMap((status) =>
      commandsFor(state({ status }), as({ role: 'SYSTEM' })),
    );
    expect(new Set(given)).toEqual(new Set(boardCommands));
  });
});

describe('drafting', () => {
  const organization = { id: 'ours', kind: 'KARANG_TARUNA', status: 'ACTIVE', regionCode: village };

  test('is for its officers and the offices that cover it', () => {
    expect(draft(organization as never, officer).refused).toBeNull();
    expect(draft(organization as never, staff).refused).toBeNull();
    expect(draft(organization as never, villageHead).refused).toBe('not-allowed');
    expect(draft(organization as never, province).refused).toBe('not-allowed');
  });

  test('is for a registered Karang Taruna', () => {
    expect(draft({ ...organization, kind: 'LKS' } as never, staff).refused).toBe('invalid-input');
    expect(draft({ ...organization, status: 'DRAFT' } as never, staff).refused).toBe(
      'invalid-input',
    );
  });
});

describe('electing', () => {
  const board = state({ status: 'DRAFT', heldOn: null });
  const election = { forum: 'MWKT', heldOn: '2024-01-10' } as const;

  test('is a village’s own assembly', () => {
    expect(elect(board, election, known, officer)).toEqual({
      refused: null,
      status: 'ELECTED',
      warnings: [],
    });
    expect(elect(board, { ...election, forum: 'TEMU_KARYA' }, known, officer)).toMatchObject({
      refused: 'invalid-input',
      field: 'forum',
    });
  });

  test('has happened', () => {
    const later = { ...election, heldOn: '2026-11-21' };
    expect(elect(board, later, known, officer)).toMatchObject({ field: 'heldOn' });
  });

  test('is refused with an open core', () => {
    const open = { today, seats: seats.slice(1) };
    expect(elect(board, election, open, officer)).toMatchObject({ refused: 'core-incomplete' });
  });
});

describe('ratifying', () => {
  const board = state({ status: 'ELECTED' });

  test('is done by the next higher board, not before the election', () => {
    expect(ratify(board, '2024-01-20', today, higher)).toEqual({
      refused: null,
      status: 'RATIFIED',
    });
    expect(ratify(board, '2024-01-09', today, higher)).toMatchObject({ field: 'ratifiedOn' });
    expect(ratify(board, '2024-01-20', today, officer).refused).toBe('not-allowed');
    expect(ratify(board, '2024-01-20', today, staff).refused).toBe('not-allowed');
  });

  test('is passed over by the office alone, and only while no higher board is in office', () => {
    expect(skipRatification(board, false, staff)).toEqual({ refused: null, status: 'RATIFIED' });
    expect(skipRatification(board, true, staff).refused).toBe('higher-board-in-office');
    expect(skipRatification(board, false, officer).refused).toBe('not-allowed');
  });
});

describe('confirming', () => {
  const board = state({ status: 'RATIFIED', termStart: null, termEnd: null });
  const paper = { decree, termStart: null, termEnd: null };

  test('gives a village five years in 2024 and three in 2014', () => {
    expect(confirm(board, paper, known, villageHead)).toEqual({
      refused: null,
      status: 'CONFIRMED',
      termStart: '2024-02-01',
      termEnd: '2029-02-01',
      regulations: ['Permensos 25/2019'],
      warnings: [],
    });
    const then = { ...board, heldOn: '2014-05-01', ratifiedOn: null };
    const of2014 = { ...paper, decree: { ...decree, issuedOn: '2014-06-02' } };
    expect(confirm(then, of2014, known, staff)).toMatchObject({ termEnd: '2017-06-02' });
  });

  test('follows a decree that names another term, and warns', () => {
    expect(confirm(board, { ...paper, termEnd: '2027-02-01' }, known, staff)).toMatchObject({
      termEnd: '2027-02-01',
      warnings: ['TERM_DIFFERS_FROM_POLICY'],
    });
  });

  test.each([
    ['decree.issuedOn', { ...paper, decree: { ...decree, issuedOn: '2024-01-19' } }],
    ['decree.signatory', { ...paper, decree: { ...decree, signatory: 'LURAH' as const } }],
    ['termStart', { ...paper, termStart: '2024-01-09' }],
    ['termEnd', { ...paper, termEnd: '2024-02-01' }],
  ])('names %s when it is at fault', (field, input) => {
    expect(confirm(board, input, known, staff)).toMatchObject({ refused: 'invalid-input', field });
  });

  test('judges ages again, by the law of the decree', () => {
    const young = [
      ...seats,
      { ...seats[0]!, position: 'ADVISOR' as const, birthDate: '2010-01-01' },
    ];
    expect(confirm(board, paper, { seats: young, today }, staff).refused).toBe('officer-too-young');
  });
});

describe('revoking', () => {
  const board = state({ status: 'CONFIRMED' });

  test('ends the board on a day of its term', () => {
    expect(revoke(board, { decree, revokedOn: '2026-05-01' }, today, villageHead)).toEqual({
      refused: null,
      status: 'REVOKED',
      endedOn: '2026-05-01',
    });
  });

  test.each(['2024-01-31', '2026-11-21'])('is refused on %s', (revokedOn) => {
    expect(revoke(board, { decree, revokedOn }, today, staff)).toMatchObject({
      field: 'revokedOn',
    });
  });

  test('is refused when the term was over', () => {
    const over = { ...board, termEnd: '2026-01-01' };
    expect(revoke(over, { decree, revokedOn: '2026-01-01' }, today, staff)).toMatchObject({
      field: 'revokedOn',
    });
  });
});

describe('changing seats', () => {
  const [person] = seats as [SeatedPerson];
  const change = { on: '2025-03-01', decree, person, today };
  const inOffice = state({ status: 'CONFIRMED' });
  const proposal = state({ status: 'DRAFT' });

  test('proposes on a draft, and holds until the end of the term on a board in office', () => {
    expect(seat(proposal, { ...change, on: null, decree: null }, officer)).toMatchObject({
      status: 'PROPOSED',
      validFrom: null,
    });
    expect(seat(inOffice, change, villageHead)).toMatchObject({
      status: 'HELD',
      validFrom: '2025-03-01',
      validTo: '2029-02-01',
    });
  });

  test.each([
    ['decree', { decree: null }],
    ['on', { on: null }],
    ['on', { on: '2024-01-31' }],
    ['on', { on: '2026-11-21' }],
  ])('needs %s on a board in office', (field, fields) => {
    expect(seat(inOffice, { ...change, ...fields }, staff)).toMatchObject({
      refused: 'invalid-input',
      field,
    });
  });

  test('is no matter of the board itself once it is in office', () => {
    expect(seat(inOffice, change, officer).refused).toBe('not-allowed');
  });

  test('withdraws a proposal, and ends a held seat on its day', () => {
    const proposed = { status: 'PROPOSED', validFrom: null, validTo: null } as const;
    const held = { status: 'HELD', validFrom: '2024-02-01', validTo: '2029-02-01' } as const;
    const gone = { ...held, validTo: '2025-01-01' };

    expect(unseat(proposal, proposed, { ...change, on: null }, officer)).toMatchObject({
      status: 'WITHDRAWN',
    });
    expect(unseat(inOffice, held, change, staff)).toEqual({
      refused: null,
      status: 'HELD',
      validTo: '2025-03-01',
    });
    expect(unseat(inOffice, gone, change, staff)).toMatchObject({ field: 'on' });
  });
});

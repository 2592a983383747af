import { describe, expect, test } from '@jest/globals';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import type { Role } from '@jejaring/schema/roles';
import { roles } from '@jejaring/schema/roles';
import type { Capacity } from '../decree/decree.rules.js';
import type { FillPost, Holding } from './post.rules.js';
import {
  close,
  commandsFor,
  fill,
  holderOn,
  open,
  structureKeepers,
  vacate,
} from './post.rules.js';

const today = '2026-11-20';
const aCaller = (role: Role, region = '32.79'): Caller => ({ ...anonymous('test'), role, region });
const head = aCaller('DINSOS_REGENCY_HEAD');
const foreign = aCaller('DINSOS_REGENCY_HEAD', '33.16');
const post = { regionCode: '32.79', validFrom: '2010-01-01', validTo: null };
const filling: FillPost = {
  name: 'Nama Contoh',
  capacity: 'DEFINITIVE',
  validFrom: '2024-01-01',
  validTo: null,
  decree: {
    number: '821/1/2024',
    issuedOn: '2023-12-20',
    signatoryPosition: 'Wali Kota Banjar',
    signatoryCapacity: 'DEFINITIVE',
  },
};
const held = (capacity: Capacity, validFrom: string, validTo: string | null = null): Holding => ({
  capacity,
  validFrom,
  validTo,
});

describe('the structure of an office', () => {
  test('is kept by offices of the region above, and by no other role', () => {
    for (const role of roles) {
      const may = open({ ...post, parent: null }, 'openUnit', aCaller(role)).refused === null;
      expect([role, may]).toEqual([role, (structureKeepers as readonly string[]).includes(role)]);
    }
    expect(open({ ...post, parent: null }, 'openPost', foreign)).toMatchObject({
      refused: 'not-allowed',
    });
  });

  test('grows only where what it belongs to is there', () => {
    const parent = { validFrom: '2012-01-01', validTo: '2017-01-01' };

    expect(open({ ...post, validFrom: '2016-12-31', parent }, 'openUnit', head).refused).toBeNull();
    for (const validFrom of ['2011-12-31', '2017-01-01']) {
      expect(open({ ...post, validFrom, parent }, 'openUnit', head)).toMatchObject({
        field: 'validFrom',
      });
    }
  });

  test('ends when nothing in it goes on', () => {
    const ended = { validFrom: '2012-01-01', validTo: '2017-01-01' };
    const unit = { ...post, belongings: [ended] };

    expect(close(unit, '2017-01-01', 'closeUnit', head)).toEqual({
      refused: null,
      validTo: '2017-01-01',
    });
    expect(close(unit, '2016-12-31', 'closeUnit', head)).toEqual({ refused: 'in-use' });
    expect(close({ ...unit, validTo: today }, today, 'closeUnit', head)).toEqual({
      refused: 'already-closed',
    });
    expect(close(unit, '2010-01-01', 'closePost', head)).toMatchObject({ field: 'on' });
    expect(close(unit, '2017-01-01', 'closeUnit', foreign)).toMatchObject({
      refused: 'not-allowed',
    });
  });
});

describe('fill', () => {
  test('lets one hold a free post', () => {
    expect(fill(post, [held('PLT', '2023-01-01', '2024-01-01')], filling, today, head)).toEqual({
      refused: null,
    });
  });

  test.each<[string, Holding[], Partial<FillPost>, string | null]>([
    ['a second holder', [held('DEFINITIVE', '2020-01-01')], {}, 'held-already'],
    ['a holder beside one who acts', [held('PLT', '2023-01-01')], {}, 'held-already'],
    [
      'one who acts beside the holder',
      [held('DEFINITIVE', '2020-01-01')],
      { capacity: 'PLT' },
      'held-already',
    ],
    [
      'a daily acting one beside the holder',
      [held('DEFINITIVE', '2020-01-01')],
      { capacity: 'PLH' },
      null,
    ],
    [
      'two who act from day to day',
      [held('DEFINITIVE', '2020-01-01'), held('PLH', '2024-01-01')],
      { capacity: 'PLH' },
      'held-already',
    ],
    ['a daily acting one for nobody', [], { capacity: 'PLH' }, 'not-held'],
    ['a holder before the post is there', [], { validFrom: '2009-12-31' }, 'invalid-input'],
    ['an end before the begin', [], { validTo: '2024-01-01' }, 'invalid-input'],
    [
      'a decree of tomorrow',
      [],
      { decree: { ...filling.decree, issuedOn: '2026-11-21' } },
      'invalid-input',
    ],
  ])('answers %s', (_what, holders, input, refused) => {
    expect(fill(post, holders, { ...filling, ...input }, today, head).refused).toBe(refused);
  });

  test('is not for an office of another regency', () => {
    expect(fill(post, [], filling, today, foreign).refused).toBe('not-allowed');
  });
});

describe('vacate', () => {
  const holders = [held('DEFINITIVE', '2020-01-01'), held('PLH', '2024-01-01', '2024-02-01')];

  test('ends the holding of the capacity asked for', () => {
    const decision = vacate(post, holders, { capacity: 'DEFINITIVE', on: today }, head);
    expect(decision).toEqual({ refused: null, holder: holders[0] });
  });

  test('refuses what nobody holds any more, and a day before it began', () => {
    const daily = { capacity: 'PLH' as const, on: '2024-03-01' };

    expect(vacate(post, holders, daily, head)).toEqual({ refused: 'not-held' });
    expect(vacate(post, holders, { capacity: 'DEFINITIVE', on: '2019-01-01' }, head)).toMatchObject(
      { field: 'on' },
    );
    expect(vacate(post, holders, daily, foreign)).toMatchObject({ refused: 'not-allowed' });
  });
});

describe('holderOn', () => {
  test('is who acts from day to day while they do, else the holder, else nobody', () => {
    const holder = held('DEFINITIVE', '2020-01-01', '2026-01-01');
    const daily = held('PLH', '2024-01-01', '2024-02-01');

    expect(holderOn([holder, daily], '2024-01-15')).toBe(daily);
    expect(holderOn([holder, daily], '2024-02-01')).toBe(holder);
    expect(holderOn([holder, daily], '2026-01-01')).toBeNull();
  });
});

describe('viewerCan of a post', () => {
  test('names what would not be refused, and nothing to others', () => {
    expect(commandsFor(post, [], today, head)).toEqual(['FILL', 'CLOSE']);
    expect(commandsFor(post, [held('PLT', '2024-01-01')], today, head)).toEqual(['FILL', 'VACATE']);
    expect(commandsFor({ ...post, validTo: today }, [], today, head)).toEqual([]);
    expect(commandsFor(post, [], today, foreign)).toEqual([]);
  });
});

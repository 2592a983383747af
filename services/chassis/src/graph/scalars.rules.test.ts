import { describe, expect, test } from '@jest/globals';
import { CalendarDate, Instant, Money, normalizeRegionCode } from './scalars.js';

describe('a region code', () => {
  test.each([
    ['3279042006', '32.79.04.2006'],
    ['327904', '32.79.04'],
    ['32.79', '32.79'],
    ['32', '32'],
  ])('%s is taken with or without dots', (code, dotted) => {
    expect(normalizeRegionCode(code)).toBe(dotted);
  });

  test.each(['', '3', '32.', '32.7', '32790420', '32.7904', '32.79.04.2006.1', '32\n', '３２'])(
    '%j is none',
    (code) => {
      expect(normalizeRegionCode(code)).toBeNull();
    },
  );
});

describe('a date', () => {
  test.each(['2014-06-25', '2024-02-29', '0001-01-01'])('%s is one', (day) => {
    expect(CalendarDate.parseValue(day)).toBe(day);
  });

  test.each(['2026-02-30', '2023-02-29', '0000-01-01', '2026-2-1', '+02026-01-01', '2026-01-01\n'])(
    '%j is none',
    (day) => {
      expect(() => CalendarDate.parseValue(day)).toThrow('A date is written as');
      expect(() => Instant.parseValue(`${day}T00:00:00Z`)).toThrow('An instant is written as');
    },
  );
});

describe('an instant', () => {
  test.each([
    ['2024-11-25T02:00:00Z', '2024-11-25T02:00:00.000Z'],
    ['2024-11-25T09:00:00.5+07:00', '2024-11-25T02:00:00.500Z'],
    ['2024-11-25T02:00Z', '2024-11-25T02:00:00.000Z'],
  ])('%s is taken with its zone', (text, instant) => {
    expect(Instant.parseValue(text).toISOString()).toBe(instant);
  });

  test.each([
    'June 25, 2014 02:00 Z',
    '2024-11-25',
    '2024-11-25T02:00:00',
    '2024-11-25T25:00:00Z',
    '-271820-04-20T00:00:00Z',
    '+275760-09-13T00:00:00Z',
    1732500000000,
  ])('%j is none', (text) => {
    expect(() => Instant.parseValue(text)).toThrow('An instant is written as');
  });
});

describe('money', () => {
  test.each([
    ['7500000', '7500000'],
    ['007', '7'],
    [0, '0'],
    ['9223372036854775807', '9223372036854775807'],
  ])('%j is whole rupiah', (given, rupiah) => {
    expect(Money.parseValue(given)).toBe(rupiah);
  });

  test.each(['7.500.000', '7500000.00', '-1', '', 'Rp 1', 1.5, -1, '9223372036854775808', null])(
    '%j is not',
    (given) => {
      expect(() => Money.parseValue(given)).toThrow('Money is whole rupiah');
    },
  );
});

import { describe, expect, test } from '@jest/globals';
import { ancestorsOf, bareName, kindOf, parentOf, searchable } from './region.rules.js';

describe('region codes', () => {
  test.each([
    ['32', 'PROVINCE'],
    ['32.09', 'KABUPATEN'],
    ['32.79', 'KOTA'],
    ['32.79.04', 'KECAMATAN'],
    ['32.79.01.1006', 'KELURAHAN'],
    ['32.79.02.2003', 'DESA'],
    ['91.03.01.3001', 'DESA_ADAT'],
  ])('%s is a %s', (code, kind) => {
    expect(kindOf(code)).toBe(kind);
  });

  test('know what holds them', () => {
    expect(parentOf('32.79.04.2006')).toBe('32.79.04');
    expect(parentOf('32')).toBeNull();
    expect(ancestorsOf('32.79.04.2006')).toEqual(['32', '32.79', '32.79.04']);
  });
});

describe('names', () => {
  test('are found without kind, case, accents and apostrophes', () => {
    expect(bareName('Kabupaten Cirebon')).toBe('cirebon');
    expect(searchable(' Ma’u   ÉPÉ ')).toBe('mau epe');
  });
});

import { describe, expect, test } from '@jest/globals';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import { attach, confirm, evidenceKinds, mostBytesOf } from './evidence.rules.js';

const caller = {
  ...anonymous('r'),
  id: 'ratna',
  role: 'DINSOS_REGENCY_STAFF' as const,
  region: '32.79',
};
const clauses = [{ roles: ['DINSOS_REGENCY_STAFF'] as const, within: 'region_code' }];
const record = { row: { regionCode: '32.79.04' }, clauses };
const letter = { kind: 'LETTER' as const, contentType: 'application/pdf', size: 1_000 };

describe('attach', () => {
  test('takes a fitting file from whoever may change the record', () => {
    expect(attach(letter, record, caller)).toEqual({ refused: null });
  });

  test('refuses whoever may not change it, before it looks at the file', () => {
    const elsewhere = { row: { regionCode: '33.16' }, clauses };
    expect(attach({ ...letter, size: 0 }, elsewhere, caller)).toMatchObject({
      refused: 'not-allowed',
    });
  });

  test.each(['text/html', 'image/svg+xml', 'application/zip', 'text/csv'])(
    'refuses a letter of the type %s',
    (contentType) => {
      expect(attach({ ...letter, contentType }, record, caller)).toMatchObject({
        field: 'contentType',
      });
    },
  );

  test.each(evidenceKinds)('keeps %s within its size', (kind) => {
    const most = mostBytesOf(kind);
    const contentType = kind === 'SPREADSHEET' ? 'text/csv' : 'image/png';
    expect(attach({ kind, contentType, size: most }, record, caller).refused).toBeNull();
    expect(attach({ kind, contentType, size: most + 1 }, record, caller)).toMatchObject({
      field: 'size',
    });
    expect(attach({ kind, contentType, size: 0 }, record, caller)).toMatchObject({ field: 'size' });
  });
});

describe('confirm', () => {
  const sha256 = 'a'.repeat(64);
  const evidence = { ...letter, sha256, status: 'PENDING' as const, uploadedBy: 'ratna' };
  const found = { contentType: 'application/pdf', size: 1_000, sha256 };

  test('takes bytes that are what was announced', () => {
    expect(confirm(evidence, found, caller)).toEqual({ refused: null, status: 'STORED' });
  });

  test.each([
    [null, 'not-uploaded'],
    [{ ...found, sha256: 'b'.repeat(64) }, 'other-bytes'],
    [{ ...found, size: 999 }, 'other-bytes'],
    [{ ...found, contentType: 'text/html' }, 'other-bytes'],
    [{ ...found, contentType: null }, 'other-bytes'],
  ])('of %j is %s', (bytes, refused) => {
    expect(confirm(evidence, bytes, caller)).toEqual({ refused });
  });

  test('is for who announced it, and once', () => {
    expect(confirm(evidence, found, { ...caller, id: 'yuni' })).toMatchObject({
      refused: 'not-allowed',
    });
    expect(confirm({ ...evidence, status: 'STORED' }, found, caller)).toEqual({
      refused: 'already-stored',
    });
  });
});

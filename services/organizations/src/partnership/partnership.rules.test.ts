import { describe, expect, test } from '@jest/globals';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import type { PartnershipRow, ProposeFacts } from './partnership.rules.js';
import { partnershipCommandsFor, propose, sign, statusOn, terminate } from './partnership.rules.js';

const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '33.16' });
const head = aCaller({ role: 'VILLAGE_HEAD', region: '33.16.05.2001' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const officer = aCaller({ role: 'KT_OFFICER', region: '33.16.05.2001', organizationId: 'o' });
const other = aCaller({ role: 'KT_OFFICER', region: '33.16.05.2001', organizationId: 'p' });
const field = (decision: object) => (decision as { field?: string }).field;

const csr: ProposeFacts = {
  kind: 'CSR_TJSL',
  regionCode: '33.16.05.2001',
  regionKind: 'DESA',
  organizationId: 'o',
  organizationActive: true,
  officeId: null,
  officeExists: false,
  companyName: 'PT Contoh',
  companyKind: 'PRIVATE',
  regulationId: null,
  regulationExists: false,
  amount: null,
  startsOn: '2025-01-01',
  endsOn: '2026-01-01',
  villageFund: null,
};
const fund: ProposeFacts = {
  ...csr,
  kind: 'DANA_DESA',
  companyName: null,
  companyKind: null,
  amount: '25000000',
  villageFund: { fiscalYear: 2025, budgetLine: '3.2.01', villageRegulation: '4/2024' },
};

describe('propose', () => {
  test('is for the organization, the village head and the office in charge', () => {
    for (const caller of [staff, head, officer]) {
      expect(propose(csr, caller)).toEqual({ refused: null });
      expect(propose(fund, caller)).toEqual({ refused: null });
    }
    for (const caller of [elsewhere, other]) {
      expect(propose(csr, caller).refused).toBe('not-allowed');
    }
  });

  test.each([
    [{ regionKind: null }, 'regionCode'],
    [{ endsOn: '2025-01-01' }, 'endsOn'],
    [{ organizationActive: false }, 'organizationId'],
    [{ officeId: 'x' }, 'officeId'],
    [{ companyKind: null }, 'companyKind'],
    [{ companyName: null, companyKind: null }, 'companyName'],
    [{ regulationId: 'x' }, 'regulationId'],
    [{ villageFund: fund.villageFund }, 'villageFund'],
  ])('refuses %j for a company’s partnership', (change, named) => {
    expect(field(propose({ ...csr, ...change }, staff))).toBe(named);
  });

  test.each([
    [{ regionKind: 'KELURAHAN' as const }, 'regionCode'],
    [{ regionKind: 'KECAMATAN' as const }, 'regionCode'],
    [{ villageFund: null }, 'villageFund'],
    [{ amount: null }, 'amount'],
    [{ organizationId: null }, 'organizationId'],
  ])('refuses %j for village funds', (change, named) => {
    expect(field(propose({ ...fund, ...change }, staff))).toBe(named);
  });
});

const proposed: PartnershipRow = {
  regionCode: '33.16.05.2001',
  organizationId: 'o',
  status: 'PROPOSED',
  proposedOn: '2024-12-01',
  signedOn: null,
  startsOn: '2025-01-01',
  endsOn: '2026-01-01',
  endedOn: null,
};
const signed: PartnershipRow = { ...proposed, status: 'SIGNED', signedOn: '2024-12-15' };
const ended: PartnershipRow = { ...signed, status: 'TERMINATED', endedOn: '2025-06-01' };

describe('sign and terminate', () => {
  const today = '2025-07-01';

  test('are for the office and the village head, not for the party alone', () => {
    expect(partnershipCommandsFor(proposed, staff)).toEqual(['SIGN']);
    expect(partnershipCommandsFor(signed, head)).toEqual(['TERMINATE']);
    expect(partnershipCommandsFor(ended, head)).toEqual([]);
    for (const caller of [officer, elsewhere]) {
      expect(partnershipCommandsFor(proposed, caller)).toEqual([]);
      expect(sign(proposed, { signedOn: today, today }, caller).refused).toBe('not-allowed');
    }
  });

  test('follow one another', () => {
    expect(sign(proposed, { signedOn: '2024-12-15', today }, staff)).toMatchObject({
      status: 'SIGNED',
    });
    expect(sign(signed, { signedOn: today, today }, staff).refused).toBe('wrong-state');
    expect(terminate(signed, { endedOn: '2025-06-01', today }, staff)).toMatchObject({
      status: 'TERMINATED',
    });
    expect(terminate(proposed, { endedOn: today, today }, staff).refused).toBe('wrong-state');
  });

  test.each(['2024-11-30', '2025-07-02'])(
    'are not on %s, before the proposal or to come',
    (day) => {
      expect(field(sign(proposed, { signedOn: day, today }, staff))).toBe('signedOn');
      expect(field(terminate(signed, { endedOn: day, today }, staff))).toBe('endedOn');
    },
  );

  test('are not after the term', () => {
    const late = { today: '2026-02-01' };
    expect(field(sign(proposed, { ...late, signedOn: '2026-01-01' }, staff))).toBe('signedOn');
    expect(field(terminate(signed, { ...late, endedOn: '2026-01-01' }, staff))).toBe('endedOn');
  });
});

describe('statusOn', () => {
  test.each([
    ['2024-11-30', null],
    ['2024-12-14', 'PROPOSED'],
    ['2024-12-15', 'SIGNED'],
    ['2025-01-01', 'ACTIVE'],
    ['2025-12-31', 'ACTIVE'],
    ['2026-01-01', 'EXPIRED'],
  ])('on %s is %s', (day, status) => {
    expect(statusOn(signed, day)).toBe(status);
  });

  test('of one that ended early is what it was until then', () => {
    expect(statusOn(ended, '2025-05-31')).toBe('ACTIVE');
    expect(statusOn(ended, '2025-06-01')).toBe('TERMINATED');
    expect(statusOn(ended, '2027-01-01')).toBe('TERMINATED');
    expect(statusOn(proposed, '2027-01-01')).toBe('PROPOSED');
  });
});

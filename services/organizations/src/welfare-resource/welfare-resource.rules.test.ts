import { describe, expect, test } from '@jest/globals';
import { welfareResourceKinds } from '@jejaring/schema/vocabulary';
import type { Particulars, WelfareResourceKind } from './welfare-resource.rules.js';
import { misfit, missingParticulars, natureOf, noParticulars } from './welfare-resource.rules.js';

const told = (facts: Partial<Particulars>): Particulars => ({ ...noParticulars, ...facts });
const deed = { deedNumber: '12', approvalNumber: 'AHU-1' };

describe('natureOf', () => {
  test('knows five organizations, six persons and one family among the 12', () => {
    const natures = welfareResourceKinds.map(natureOf);

    expect(natures).toHaveLength(12);
    const count = (nature: string) => natures.filter((each) => each === nature).length;
    expect(['ORGANIZATION', 'INDIVIDUAL', 'FAMILY'].map(count)).toEqual([5, 6, 1]);
  });
});

describe('misfit', () => {
  test.each<[WelfareResourceKind, Partial<Particulars>, string | null]>([
    ['TKSK', { dutyRegionCode: '32.79.04', membershipNumber: '7' }, null],
    ['PSM', { dutyRegionCode: '32.79.04.2006' }, null],
    ['LKS', { legalForm: 'YAYASAN', ...deed, owner: 'COMMUNITY', phone: '0265740000' }, null],
    ['LKS', { legalForm: 'NONE' }, null],
    ['KARANG_TARUNA', {}, null],
    ['TKSK', { dutyRegionCode: '32.79.04.2006' }, 'dutyRegionCode'],
    ['TKSK', { dutyRegionCode: '32.09.01' }, 'dutyRegionCode'],
    ['LKS', { dutyRegionCode: '32.79.04' }, 'dutyRegionCode'],
    ['LKS', { legalForm: 'NONE', deedNumber: '12' }, 'legalPersonality'],
    ['LKS', { deedOn: '2020-01-01' }, 'legalPersonality'],
    ['LKS', { legalForm: 'YAYASAN', ...deed, deedOn: '2026-01-02' }, 'deedOn'],
    ['KARANG_TARUNA', { legalForm: 'YAYASAN' }, 'legalPersonality'],
    ['TAGANA', { legalForm: 'NONE' }, 'legalPersonality'],
    ['WKSBM', { owner: 'REGENCY' }, 'owner'],
    ['LKS', { membershipNumber: '7' }, 'membershipNumber'],
    ['PSM', { phone: '0812' }, 'contact'],
    ['KELUARGA_PIONER', { email: 'a@b.id' }, 'contact'],
  ])('of %s with %j is %s', (kind, facts, field) => {
    const found = misfit(kind, '32.79.04.2006', told(facts), '2026-01-01');

    expect(found?.field ?? null).toBe(field);
  });
});

describe('missingParticulars', () => {
  const papers = ['BOARD_LIST', 'PROGRAMME'];

  test.each<[WelfareResourceKind, Partial<Particulars>, string[], string[]]>([
    ['LKS', { legalForm: 'NONE' }, [...papers, 'FOUNDING_NOTE'], []],
    ['LKS', { legalForm: 'NONE' }, [...papers, 'FOUNDING_DEED'], ['FOUNDING_NOTE']],
    ['LKS', { legalForm: 'YAYASAN', ...deed }, [...papers, 'FOUNDING_DEED'], []],
    ['LKS', { legalForm: 'YAYASAN' }, papers, ['FOUNDING_DEED', 'deedNumber', 'approvalNumber']],
    ['LKS', {}, [], ['FOUNDING_DEED', 'BOARD_LIST', 'PROGRAMME']],
    ['TKSK', {}, [], ['dutyRegionCode']],
    ['TKSK', { dutyRegionCode: '32.79.04' }, [], []],
    ['KARANG_TARUNA', {}, [], []],
  ])('of %s with %j and %j is %j', (kind, facts, documents, missing) => {
    expect(missingParticulars(kind, told(facts), documents)).toEqual(missing);
  });
});

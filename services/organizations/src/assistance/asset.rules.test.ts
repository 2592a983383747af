import { describe, expect, test } from '@jest/globals';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import { assetCommandsFor, reportCondition } from './asset.rules.js';

const asset = {
  organizationId: 'o',
  regionCode: '32.09.05',
  condition: 'IN_USE' as const,
  since: '2024-11-25',
};
const dinsos = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.09' });
const holder = aCaller({ role: 'KT_OFFICER', region: '32.09.05', organizationId: 'o' });
const other = aCaller({ role: 'KT_OFFICER', region: '32.09.05', organizationId: 'p' });
const asked = { condition: 'DAMAGED' as const, since: '2025-01-01', today: '2025-01-02' };

describe('reportCondition', () => {
  test('is for the holder and the office', () => {
    expect(reportCondition(asset, asked, holder)).toMatchObject({ condition: 'DAMAGED' });
    expect(reportCondition(asset, asked, dinsos)).toMatchObject({ condition: 'DAMAGED' });
    expect(reportCondition(asset, asked, other).refused).toBe('not-allowed');
    expect(assetCommandsFor(asset, other)).toEqual([]);
  });

  test('leaves taking back and writing off to the office', () => {
    for (const condition of ['RETURNED', 'WRITTEN_OFF'] as const) {
      expect(reportCondition(asset, { ...asked, condition }, holder).refused).toBe('not-allowed');
      expect(reportCondition(asset, { ...asked, condition }, dinsos).refused).toBeNull();
    }
  });

  test('says nothing new of what was given back, nor the same again', () => {
    const returned = { ...asset, condition: 'RETURNED' as const };
    expect(assetCommandsFor(returned, dinsos)).toEqual([]);
    expect(reportCondition(returned, asked, dinsos).refused).toBe('wrong-condition');
    expect(reportCondition({ ...asset, condition: 'DAMAGED' }, asked, holder).refused).toBe(
      'wrong-condition',
    );
  });

  test('is not before the handover, nor in the future', () => {
    for (const since of ['2024-11-24', '2025-01-03']) {
      expect(reportCondition(asset, { ...asked, since }, holder)).toMatchObject({ field: 'since' });
    }
  });
});

import { describe, expect, test } from '@jest/globals';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { roles } from '@jejaring/schema/roles';
import { welfareCategories } from '@jejaring/schema/vocabulary';
import { sealedNumber } from './case-report.rules.js';
import { seal, sealedWhenReported, unseal } from './case-seal.rules.js';
import { commandsFor } from './case-commands.rules.js';
import type { CaseState } from './case.rules.js';
import { caseStatuses } from './case.rules.js';

const now = new Date('2026-11-20T02:00:00Z');
const as = (fields: Partial<Caller>): Caller => ({ ...anonymous('r'), ...fields });
const head = as({ id: 'head', role: 'DINSOS_REGENCY_HEAD', region: '32.79' });
const aState = (fields: Partial<CaseState> = {}) => ({
  status: 'IN_SERVICE' as const,
  urgency: 'NORMAL' as const,
  pausedFrom: null,
  regionCode: '32.79.04.2006',
  assignedOrganizationId: 'o1',
  reportedByOrganizationId: 'o1',
  reportedBy: 'reporter',
  sealed: false,
  terminationProposedBy: null,
  closedAt: null,
  ...fields,
});

describe('a case is sealed from its report on', () => {
  const sealed = (birthYear: number | null) =>
    welfareCategories.filter((category) => sealedWhenReported(category, birthYear, now) !== null);

  test('in the categories that mark a person, and of a child who is a victim', () => {
    const always = ['ANAK_KORBAN_KEKERASAN', 'TUNA_SUSILA', 'KELOMPOK_MINORITAS', 'ODHA'];
    expect(sealed(1970)).toEqual(always);
    expect(sealed(null)).toEqual(always);
    expect(sealed(2015)).toEqual([...always, 'KORBAN_TRAFFICKING', 'KORBAN_KEKERASAN']);
  });

  test('while the person may still be a child, of whom the year of birth alone is known', () => {
    expect(sealedWhenReported('KORBAN_KEKERASAN', 2008, now)).toBe('CHILD_VICTIM');
    expect(sealedWhenReported('KORBAN_KEKERASAN', 2007, now)).toBeNull();
  });

  test('with a number that is outside the series', () => {
    expect(sealedNumber('32.79', 2026, '01932e1a-7f3b-7000-8000-00004f07a1c2')).toBe(
      'KS/32.79/2026/T4F07A1C2',
    );
  });
});

describe('sealing and unsealing', () => {
  test('is for the head and the data protection officer, in their region, at any stage', () => {
    const may = (region: string) =>
      roles.filter(
        (role) => seal(aState(), as({ role, region, organizationId: 'o1' })).refused === null,
      );

    expect(may('32.79')).toEqual(['DINSOS_REGENCY_HEAD', 'DATA_PROTECTION_OFFICER']);
    expect(may('33.16')).toEqual([]);
    for (const status of caseStatuses) expect(seal(aState({ status }), head).refused).toBeNull();
  });

  test('is not done twice, and never by the hand that reported', () => {
    expect(seal(aState({ sealed: true }), head)).toEqual({ refused: 'already-sealed' });
    expect(unseal(aState(), head)).toEqual({ refused: 'not-sealed' });
    expect(unseal(aState({ sealed: true }), head)).toEqual({ refused: null });
    const own = aState({ reportedBy: 'head' });
    expect(seal(own, head)).toEqual({ refused: 'reporters-hand' });
    expect(unseal({ ...own, sealed: true }, head)).toEqual({ refused: 'reporters-hand' });
  });

  test('leaves the staff no command on a sealed case, and the head all of them', () => {
    const staff = as({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });

    expect(commandsFor(aState({ sealed: true }), staff, now)).toEqual([]);
    expect(commandsFor(aState({ sealed: true }), head, now)).toContain('PROPOSE_TERMINATION');
    expect(commandsFor(aState(), staff, now)).toContain('PROPOSE_TERMINATION');
  });

  test('the data protection officer handles no case', () => {
    const officer = as({ role: 'DATA_PROTECTION_OFFICER', region: '32.79' });
    const may = new Set(
      caseStatuses.flatMap((status) => [
        ...commandsFor({ ...aState({ status }), closedAt: now }, officer, now),
        ...commandsFor({ ...aState({ status, sealed: true }), closedAt: now }, officer, now),
      ]),
    );
    expect([...may].sort()).toEqual(['LIFT_RESTRICTION', 'RESTRICT', 'SEAL', 'UNSEAL']);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { Role } from '@jejaring/schema/roles';
import { roles } from '@jejaring/schema/roles';
import { rolesOf } from '@jejaring/trust/rights/policy.rules';
import { caseViewers } from './case/case.rules.js';
import { rights } from './rights.js';

/** Tables of persons and their cases; files and the audit follow the record that they belong to. */
const ofCases = rights.filter(
  ({ table, access }) =>
    access === 'restricted' &&
    !['evidence', 'audit_entry', 'audit_subject', 'handled_case_count'].includes(table),
);

describe('rights to cases', () => {
  test('are never those of the ministry, which appoints everywhere, nor of who watches or judges', () => {
    const never: Role[] = [
      'PUBLIC',
      'KEMENSOS_STAFF',
      'AUDITOR',
      'JUROR',
      'KT_MEMBER',
      'VILLAGE_HEAD',
    ];
    const opened = ofCases.flatMap(({ table, read, write, commands }) =>
      [read, write, ...Object.values(commands)]
        .flatMap((clauses) => rolesOf(clauses))
        .filter((role) => never.includes(role))
        .map((role) => `${table}: ${role}`),
    );

    expect(ofCases.length).toBeGreaterThan(5);
    expect(opened).toEqual([]);
  });

  test('come from a role, a place, an organization or the case itself: appointing somebody gives none', () => {
    const read = JSON.stringify(ofCases.map((policy) => [policy.read, policy.write]));

    expect(read).not.toMatch(/appointment|standing/);
  });

  test('to anything of a case are with roles that may look at cases at all', () => {
    const viewers: readonly Role[] = caseViewers;
    const others = roles.filter((role) => !viewers.includes(role));
    const opened = ofCases.filter(({ read }) =>
      rolesOf(read).some((role) => others.includes(role)),
    );

    expect(opened.map(({ table }) => table)).toEqual([]);
  });
});

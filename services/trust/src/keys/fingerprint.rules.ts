import type { Role } from '@jejaring/schema/roles';
import type { TablePolicy } from '../rights/policy.rules.js';
import { definePolicy } from '../rights/policy.rules.js';

/** Fingerprints are seen with the person that they belong to, by those who register persons. */
export function fingerprintPolicy(table: string, roles: readonly Role[]): TablePolicy {
  const withPerson = [{ roles, records: [table] }];
  return definePolicy({
    table: 'identity_fingerprint',
    access: 'restricted',
    read: withPerson,
    write: withPerson,
    commands: {},
  });
}

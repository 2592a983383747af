import type { Role } from '@jejaring/schema/roles';
import type { TablePolicy } from '../rights/policy.rules.js';
import { definePolicy } from '../rights/policy.rules.js';

/**
 * Fingerprints are looked up by those who register persons, wherever the person lies: one tells
 * nothing without the key of the index, and who has that number elsewhere is seen by the person's own
 * policy. Asking that policy here too would cost a plan over all that it asks in turn.
 */
export function fingerprintPolicy(roles: readonly Role[]): TablePolicy {
  const registering = [{ roles, everywhere: true as const }];
  return definePolicy({
    table: 'identity_fingerprint',
    access: 'restricted',
    read: registering,
    write: registering,
    commands: {},
  });
}

import { definePolicy, everyone } from '../rights/policy.rules.js';

/** They look after what is done with records, and see no record for it. */
export const watchers = ['AUDITOR', 'DATA_PROTECTION_OFFICER'] as const;

/** Which entries are about whom; the sealer writes it. */
export const auditSubjectPolicy = definePolicy({
  table: 'audit_subject',
  access: 'restricted',
  read: [{ roles: watchers, within: 'region_code' }],
  write: [],
  commands: {},
});

/** Whoever does something leaves an entry; it opens through a subject that the reader may see. */
export const auditEntryPolicy = definePolicy({
  table: 'audit_entry',
  access: 'restricted',
  read: [
    { roles: watchers, shownBy: { column: 'id', relation: 'audit_subject', key: 'entry_id' } },
  ],
  add: everyone,
  write: [],
  commands: {},
});

/** What a service lists among its rights. */
export const auditPolicies = [auditEntryPolicy, auditSubjectPolicy] as const;

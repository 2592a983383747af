import { leafHash } from './merkle.rules.js';

/** One row of the audit, as the database tells it in JSON: every column but the sealer's own. */
export type AuditRow = Readonly<Record<string, unknown>> & { id: number };

/**
 * The bytes that are sealed. Columns stand by name in order and what is empty is left out, so that
 * a column that comes later, empty in old rows, changes nothing that was sealed before it.
 */
export function canonicalEntry(service: string, row: AuditRow): Buffer {
  const told = Object.entries(row)
    .filter(([, value]) => value !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return Buffer.from(JSON.stringify(['jejaring.audit-entry.v1', service, told]));
}

/** The leaf of one entry in the tree of its batch. */
export const entryHash = (service: string, row: AuditRow): Buffer =>
  leafHash(canonicalEntry(service, row));

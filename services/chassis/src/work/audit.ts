import type { Work } from './unit-of-work.js';

/** Raised when a policy changes, so that a decision can be judged by the policy of its day. */
export const policyVersion = '2026-11';

/** How closely a field is guarded (UU PDP 27/2022, article 4). */
export type FieldClass = 'public' | 'internal' | 'personal' | 'specific';

export interface AuditEntry {
  kind: 'WRITE' | 'READ';
  operation: string;
  subjects: string[];
  fieldClasses?: FieldClass[];
  decision: 'ALLOWED' | 'REFUSED';
  reason?: string | null;
  purpose?: string | null;
}

const insertAuditSql = `
  insert into audit_entry (kind, occurred_at, actor, role, region, organization, office, purpose,
    operation, subjects, field_classes, decision, reason, policy_version, request_id)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;

/** Writes who did what to whom, in the transaction of what was done; never a value. */
export async function recordAudit(work: Work, entry: AuditEntry): Promise<void> {
  const { caller } = work;
  await work.sql(insertAuditSql, [
    entry.kind,
    work.now,
    caller.id,
    caller.role,
    caller.region,
    caller.organizationId,
    caller.officeId,
    entry.purpose ?? null,
    entry.operation,
    entry.subjects,
    entry.fieldClasses ?? [],
    entry.decision,
    entry.reason ?? null,
    policyVersion,
    caller.requestId,
  ]);
}

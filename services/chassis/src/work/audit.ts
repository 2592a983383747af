import type { DataSource } from 'typeorm';
import { keepPlan } from './scope.js';
import type { Caller } from './scope.rules.js';
import type { Work } from './unit-of-work.js';

/** How closely a field is guarded (UU PDP 27/2022, article 4), the least first. */
export const fieldClasses = ['public', 'internal', 'personal', 'specific'] as const;
export type FieldClass = (typeof fieldClasses)[number];

/** Whom or what something was done to: an id of the graph, and the region that it lies in. */
export interface Subject {
  id: string;
  region: string | null;
}

export interface AuditEntry {
  kind: 'WRITE' | 'READ';
  operation: string;
  subjects: readonly Subject[];
  fieldClasses?: readonly FieldClass[];
  decision: 'ALLOWED' | 'REFUSED';
  reason?: string | null;
  purpose?: string | null;
}

const columns = `kind, occurred_at, actor, role, region, organization, office, purpose, operation,
  subjects, subject_regions, field_classes, decision, reason, request_id`;

/** Rows as one JSON array, so that one statement writes any number of them. */
export const insertAuditSql = keepPlan(
  'audit',
  `
  insert into audit_entry (${columns})
  select ${columns} from jsonb_populate_recordset(null::audit_entry, $1::jsonb)`,
);

export const auditRow = (caller: Caller, at: Date, entry: AuditEntry) => ({
  kind: entry.kind,
  occurred_at: at,
  actor: caller.id,
  role: caller.role,
  region: caller.region,
  organization: caller.organizationId,
  office: caller.officeId,
  purpose: entry.purpose ?? caller.purpose ?? null,
  operation: entry.operation,
  subjects: entry.subjects.map(({ id }) => id),
  subject_regions: entry.subjects.map(({ region }) => region),
  field_classes: entry.fieldClasses ?? [],
  decision: entry.decision,
  reason: entry.reason ?? null,
  request_id: caller.requestId,
});

/** Writes who did what to whom, in the transaction of what was done; never a value. */
export async function recordAudit(work: Work, entry: AuditEntry): Promise<void> {
  await work.sql(insertAuditSql, [JSON.stringify([auditRow(work.caller, work.now, entry)])]);
}

const mostWaiting = 2_000;

interface Waiting {
  row: ReturnType<typeof auditRow>;
  written(): void;
  failed(error: unknown): void;
}

/**
 * Writes what was read, before its answer leaves. While one statement is on its way the next rows
 * gather, so that many readers at once wait for few commits; too many are refused, not kept waiting.
 */
export class ReadAudit {
  private waiting: Waiting[] = [];
  private busy = false;

  constructor(private readonly source: DataSource) {}

  write(row: Waiting['row']): Promise<void> {
    if (this.waiting.length >= mostWaiting)
      return Promise.reject(new Error('The audit of reads is behind.'));
    return new Promise((written, failed) => {
      this.waiting.push({ row, written, failed });
      if (!this.busy) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.busy = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      await this.insert(batch);
    }
    this.busy = false;
  }

  private async insert(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.source.query(insertAuditSql, [JSON.stringify(batch.map(({ row }) => row))]);
      for (const { written } of batch) written();
    } catch (error) {
      for (const { failed } of batch) failed(error);
    }
  }
}

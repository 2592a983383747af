import type { FoundFile } from '@jejaring/chassis/process/file-store';
import type { Chore } from '@jejaring/chassis/process/housekeeping';
import type { RowClause } from '@jejaring/trust/rights/policy.rules';
import { proceed } from '@jejaring/chassis/work/refusal';
import type { Versioned, Work } from '@jejaring/chassis/work/unit-of-work';
import type { EntityTarget } from 'typeorm';
import { Evidence } from './evidence.entity.js';
import type { Announced } from './evidence.rules.js';
import { attach, confirm } from './evidence.rules.js';

/** A kind of record that evidence may belong to. */
export interface ProvenRecord {
  table: string;
  entity: EntityTarget<Versioned>;
  /** Who may attach evidence to it: whoever may change it. */
  clauses: readonly RowClause[];
}

export interface AttachEvidence extends Announced {
  recordId: string;
  sha256: string;
  takenOn: string | null;
}

const dayMs = 24 * 60 * 60_000;

/** The name of the bytes in the store: opaque, one per service and row. */
export const keyOf = (service: string, { id }: { id: string }): string => `${service}/${id}`;

/** Announces a file; its bytes may then be sent to the store. */
export async function attachEvidence(
  work: Work,
  record: ProvenRecord,
  { recordId, ...announced }: AttachEvidence,
): Promise<Evidence> {
  const row = await work.get(record.entity, recordId);
  proceed(attach(announced, { row, clauses: record.clauses }, work.caller));
  return work.insert(Evidence, {
    ...announced,
    id: work.newId(),
    version: 1,
    subjectTable: record.table,
    subjectId: row.id,
    status: 'PENDING',
    uploadedBy: work.caller.id,
    attachedAt: work.now,
  });
}

/** Takes the file for proof once its bytes are what was announced. */
export async function confirmEvidence(
  work: Work,
  seen: { id: string; expectedVersion: number },
  found: FoundFile | null,
): Promise<Evidence> {
  const row = await work.getAt(Evidence, seen.id, seen.expectedVersion);
  return work.update(Evidence, row, proceed(confirm(row, found, work.caller)));
}

/** Forgets what was announced a day ago and never arrived; two replicas at once do no harm. */
export const forgetAbandoned: Chore = {
  name: 'forget-abandoned-files',
  everyMs: 15 * 60_000,
  async act(work) {
    const abandoned = await work.sql<{ id: string }>(
      `delete from evidence where status = 'PENDING' and attached_at < $1 returning id`,
      [new Date(work.now.getTime() - dayMs)],
    );
    for (const row of abandoned) await work.files.remove(keyOf(work.service, row));
  },
};

/** Removes the files of records that speak of somebody who is erased; says how many there were. */
export async function forgetFiles(work: Work, recordIds: readonly string[]): Promise<number> {
  const files = await work.sql<{ id: string }>(
    'delete from evidence where subject_id = any ($1) returning id',
    [recordIds],
  );
  for (const row of files) await work.files.remove(keyOf(work.service, row));
  return files.length;
}

import { keepHistory, protect } from '@jejaring/trust/rights/protect';
import type { QueryRunner } from 'typeorm';
import { evidencePolicy } from './evidence.rules.js';

/** Makes the table of evidence for the records of these tables, which exist already. */
export async function createEvidence(
  runner: QueryRunner,
  tables: readonly string[],
): Promise<void> {
  await runner.query(`
    create table evidence (
      id uuid primary key,
      subject_table text not null check (subject_table in (${tables.map((table) => `'${table}'`).join(', ')})),
      subject_id uuid not null,
      kind text not null check (kind in ('LETTER', 'DECREE', 'MINUTES', 'PHOTO', 'CONSENT_FORM', 'SPREADSHEET')),
      content_type text not null,
      size integer not null check (size > 0),
      sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
      taken_on date,
      status text not null check (status in ('PENDING', 'STORED')),
      uploaded_by text not null,
      attached_at timestamptz not null,
      version integer not null default 1,
      recorded_at timestamptz not null default transaction_timestamp()
    );
    create index evidence_subject on evidence (subject_id, id);
    create index evidence_pending on evidence (attached_at) where status = 'PENDING';
    comment on column evidence.sha256 is 'Of the bytes, which lie in the store of files and not here.';`);
  const policy = evidencePolicy(tables);
  await protect(runner, policy, ['select', 'insert', 'update', 'delete']);
  await keepHistory(runner, policy);
}

/** Undoes it. */
export async function dropEvidence(runner: QueryRunner): Promise<void> {
  await runner.query('drop table evidence, evidence_history; drop function evidence_keep_version');
}

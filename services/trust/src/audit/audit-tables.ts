import { grant } from '@jejaring/chassis/work/migration';
import type { QueryRunner } from 'typeorm';
import { protect } from '../rights/protect.js';
import { auditEntryPolicy, auditSubjectPolicy } from './audit-policies.rules.js';

const tables = `
  alter table audit_entry add column written_in xid8 not null default pg_current_xact_id();
  create index audit_entry_written_in on audit_entry (written_in, id);
  create index audit_entry_occurred_at on audit_entry using brin (occurred_at);
  comment on column audit_entry.written_in is 'The transaction: where the sealer goes on. Not sealed itself, so that a restore into another cluster may set it to 0.';
  create table audit_leaf (
    seq bigint primary key,
    entry_id bigint not null unique references audit_entry,
    hash bytea not null
  );
  create table audit_seal (
    number bigint primary key,
    epoch integer not null,
    first_seq bigint not null unique,
    last_seq bigint not null,
    entries integer not null check (entries = last_seq - first_seq + 1 and entries > 0),
    root bytea not null,
    previous_root bytea not null,
    signature bytea not null,
    key_id text not null,
    sealed_at timestamptz not null,
    horizon xid8 not null
  );
  comment on column audit_seal.epoch is 'The producer epoch: a restore raises it, and seals of before are told from those after.';
  comment on column audit_seal.horizon is 'Every transaction before it was finished and is under this seal or one before.';
  comment on table audit_leaf is 'access: internal; the place of each entry in the chain';
  comment on table audit_seal is 'access: internal; the signed roots of the chain';
  create table audit_subject (
    entry_id bigint not null references audit_entry,
    place integer not null,
    subject text collate "C" not null,
    region_code text collate "C" not null,
    access boolean not null,
    primary key (entry_id, place)
  );
  create index audit_subject_trail on audit_subject (subject, entry_id);
  comment on column audit_subject.region_code is 'Where the subject lies; empty where no region is known, which the nation alone covers.';
  comment on column audit_subject.access is 'Whether something of a person was told or touched.';`;

/**
 * Makes the chain over the audit: each entry has a leaf, each batch of leaves a seal, and each
 * subject the way to its entries. The service may add to all of it and change nothing.
 */
export async function createAuditSeal(runner: QueryRunner): Promise<void> {
  await runner.query(tables);
  await grant(runner, 'audit_leaf', ['select', 'insert']);
  await grant(runner, 'audit_seal', ['select', 'insert']);
  await protect(runner, auditEntryPolicy, ['select', 'insert']);
  await protect(runner, auditSubjectPolicy, ['select', 'insert']);
}

/** Undoes it. */
export async function dropAuditSeal(runner: QueryRunner): Promise<void> {
  await runner.query(`
    drop policy if exists audit_entry_read on audit_entry;
    drop policy if exists audit_entry_insert on audit_entry;
    drop policy if exists audit_entry_update on audit_entry;
    drop policy if exists audit_entry_delete on audit_entry;
    alter table audit_entry disable row level security;
    drop table audit_subject; drop table audit_seal; drop table audit_leaf;
    drop index audit_entry_occurred_at;
    alter table audit_entry drop column written_in;`);
}

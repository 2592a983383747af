import type { QueryRunner } from 'typeorm';
import type { TablePolicy } from '../rights/policy.rules.js';
import { protect } from '../rights/protect.js';

/** Makes the table of fingerprints of a service. */
export async function createFingerprints(runner: QueryRunner, policy: TablePolicy): Promise<void> {
  await runner.query(`
    create table identity_fingerprint (
      key_name text not null,
      fingerprint bytea not null,
      subject_table text not null,
      subject_id uuid not null,
      primary key (key_name, fingerprint),
      unique (key_name, subject_table, subject_id)
    );
    comment on column identity_fingerprint.key_name is 'The key of the vault under which it was made.';
    comment on column identity_fingerprint.fingerprint is 'HMAC-SHA-256 of an identity number.';`);
  await protect(runner, policy, ['select', 'insert', 'update', 'delete']);
}

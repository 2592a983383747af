import { createHash } from 'node:crypto';
import type { Work } from './unit-of-work.js';

/** What was answered to a key before. */
export interface StoredAnswer {
  id: string;
  version: number;
}

export type KeyClaim =
  { state: 'new' } | { state: 'answered'; answer: StoredAnswer } | { state: 'reused' };

/** The same for the same input, whatever the order of its fields. */
export function fingerprint(input: unknown): string {
  return createHash('sha256').update(canonical(input)).digest('base64url');
}

function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`).join(',')}}`;
}

/**
 * Takes the key for this transaction. A second request with the same key waits here until the
 * first has ended, then finds its answer; when the first was undone, the key is free again.
 */
export async function claimKey(
  work: Work,
  operation: string,
  key: string,
  input: unknown,
): Promise<KeyClaim> {
  const identity = [work.caller.id, operation, key];
  const hash = fingerprint(input);
  const claimed = await work.sql(
    `insert into idempotency_key (actor, operation, key, input_hash) values ($1, $2, $3, $4)
     on conflict do nothing returning key`,
    [...identity, hash],
  );
  if (claimed.length > 0) return { state: 'new' };
  const [stored] = await work.sql<{
    input_hash: string;
    answer_id: string;
    answer_version: number;
  }>(
    'select input_hash, answer_id, answer_version from idempotency_key where actor = $1 and operation = $2 and key = $3',
    identity,
  );
  if (stored?.input_hash !== hash) return { state: 'reused' };
  return { state: 'answered', answer: { id: stored.answer_id, version: stored.answer_version } };
}

/** Keeps the answer with its key; ids only, the rest is read again from the version answered. */
export async function keepAnswer(
  work: Work,
  operation: string,
  key: string,
  answer: StoredAnswer,
): Promise<void> {
  await work.sql(
    `update idempotency_key set answer_id = $4, answer_version = $5
     where actor = $1 and operation = $2 and key = $3`,
    [work.caller.id, operation, key, answer.id, answer.version],
  );
}

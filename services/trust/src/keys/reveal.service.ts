import { encodeId } from '@jejaring/chassis/graph/ids';
import { recordAudit } from '@jejaring/chassis/work/audit';
import { isRefusal } from '@jejaring/chassis/work/change';
import { claimKey, keepAnswer } from '@jejaring/chassis/work/idempotency';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import {
  invalidInput,
  keyReused,
  notAllowed,
  notFound,
  refuse,
  Refused,
} from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { IdPrefix } from '@jejaring/schema/ids';
import type { AccessPurpose } from '@jejaring/schema/vocabulary';
import type { EntityTarget } from 'typeorm';
import type { RowClause } from '../rights/policy.rules.js';
import { may } from '../rights/policy.rules.js';
import { reveals, spend } from './budget.js';
import type { Place } from './cipher.js';
import { open } from './cipher.js';
import type { PersonField } from './reveal.types.js';

interface PersonRow {
  id: string;
  regionCode: string;
  version?: number;
}

/** Where a closed field of a person lies. */
export interface ClosedField<Row> {
  placeOf(id: string): Place;
  stored(row: Row): string | null;
}

/** A kind of person whose closed fields can be shown. */
export interface RevealedPerson<Row extends PersonRow = PersonRow> {
  prefix: IdPrefix;
  entity: EntityTarget<Row>;
  /** Who may ask for it, of those who see the row. */
  clauses: readonly RowClause[];
  fields: Partial<Record<PersonField, ClosedField<Row>>>;
}

export interface RevealAsked {
  operation: string;
  id: string;
  field: PersonField;
  purpose: AccessPurpose;
  reference: string | null;
  idempotencyKey: string;
  input: object;
}

interface Found<Row> {
  row: Row;
  field: ClosedField<Row>;
}

const fieldIsNotKept = invalidInput('field', {
  en: 'This is not kept closed of such a person.',
  id: 'Data ini tidak disimpan tertutup untuk orang tersebut.',
});

/** What the caller may see of it, counted; a key that was used for the same counts once more. */
async function permit<Row extends PersonRow>(
  work: Work,
  person: RevealedPerson<Row>,
  asked: RevealAsked,
): Promise<Found<Row>> {
  const { operation, idempotencyKey, input, id } = asked;
  const claim = await claimKey(work, operation, idempotencyKey, input);
  if (claim.state === 'reused') return refuse(keyReused);
  const row = await work.find(person.entity, { id } as never);
  if (row === null) return refuse(notFound(encodeId(person.prefix, id)));
  if (!may(person.clauses, work.caller, row)) return refuse(notAllowed(operation));
  const field = person.fields[asked.field] ?? refuse(fieldIsNotKept);
  await spend(work, reveals());
  if (claim.state === 'new')
    await keepAnswer(work, operation, idempotencyKey, { id, version: row.version ?? 1 });
  return { row, field };
}

async function attempt<Row extends PersonRow>(
  work: Work,
  person: RevealedPerson<Row>,
  asked: RevealAsked,
): Promise<Found<Row> | Refusal> {
  await work.sql('savepoint reveal');
  try {
    return await permit(work, person, asked);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await work.sql('rollback to savepoint reveal');
    return error.refusal;
  }
}

/**
 * Opens one closed field for the caller. That it was asked for, and what for, is on record before
 * the value leaves, refused or not; every repetition is another look.
 */
export async function reveal<Row extends PersonRow>(
  work: Work,
  person: RevealedPerson<Row>,
  asked: RevealAsked,
): Promise<{ value: string | null } | Refusal> {
  const found = await attempt(work, person, asked);
  const subject = encodeId(person.prefix, asked.id);
  const refused = isRefusal(found);
  await recordAudit(work, {
    kind: 'READ',
    operation: asked.operation,
    subjects: [{ id: subject, region: refused ? work.caller.region : found.row.regionCode }],
    fieldClasses: ['personal'],
    decision: refused ? 'REFUSED' : 'ALLOWED',
    reason: refused ? found.refused : asked.reference,
    purpose: asked.purpose,
  });
  if (refused) return found;
  const stored = found.field.stored(found.row);
  if (stored === null) return { value: null };
  const keys = await work.vault.forReading([subject]);
  return { value: open(keys.get(subject), found.field.placeOf(asked.id), stored) };
}

import type { EntityTarget } from 'typeorm';
import { publicId } from '../graph/ids.js';
import { recordAudit } from './audit.js';
import type { FieldClass, Subject } from './audit.js';
import { findVersion } from './history.js';
import { claimKey, keepAnswer } from './idempotency.js';
import type { Refusal } from './refusal.js';
import { keyReused, notAllowed, notFound, Refused } from './refusal.js';
import type { WorkOptions } from './scope.js';
import type { Database, Versioned, Work } from './unit-of-work.js';

/** One command: what is asked, under which key, and what it may touch. */
export interface Command<Row extends Versioned> {
  operation: string;
  idempotencyKey: string;
  input: unknown;
  /** The row that the command answers with. */
  entity: EntityTarget<Row>;
  fieldClasses?: FieldClass[];
  act(work: Work): Promise<Row>;
}

/** Row-level security refused: the row would leave the caller's scope. A missing grant is a fault. */
const isOutOfScope = (error: unknown) =>
  (error as { code?: string }).code === '42501' && /row-level security/.test(String(error));

async function attempt<Row extends Versioned>(
  work: Work,
  command: Command<Row>,
): Promise<Row | Refusal> {
  try {
    return await command.act(work);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    if (!isOutOfScope(error)) throw error;
    return notAllowed(command.operation);
  }
}

export const isRefusal = (outcome: object): outcome is Refusal => 'refused' in outcome;

async function replay<Row extends Versioned>(
  work: Work,
  command: Command<Row>,
  answer: { id: string; version: number },
): Promise<Row | Refusal> {
  return (
    (await findVersion(work, command.entity, answer)) ??
    notFound(publicId(command.entity, answer.id))
  );
}

async function decide<Row extends Versioned>(
  work: Work,
  command: Command<Row>,
): Promise<Row | Refusal> {
  const { operation, idempotencyKey, input, fieldClasses } = command;
  await work.sql('savepoint command');
  const claim = await claimKey(work, operation, idempotencyKey, input);
  if (claim.state === 'answered') return replay(work, command, claim.answer);
  const outcome: Row | Refusal =
    claim.state === 'reused' ? keyReused : await attempt(work, command);
  const audit = { kind: 'WRITE', operation, fieldClasses: fieldClasses ?? [] } as const;
  if (isRefusal(outcome)) {
    // The refusal frees the key and undoes every effect; that it was asked stays on record.
    await work.sql('rollback to savepoint command');
    work.published = 0;
    await recordAudit(work, {
      ...audit,
      subjects: subjectsOf(input, work.caller.region),
      decision: 'REFUSED',
      reason: outcome.refused,
    });
    return outcome;
  }
  await keepAnswer(work, operation, idempotencyKey, outcome);
  await recordAudit(work, {
    ...audit,
    subjects: [subjectOf(publicId(command.entity, outcome.id), outcome)],
    decision: 'ALLOWED',
  });
  return outcome;
}

const subjectOf = (id: string, row: object): Subject => {
  const { regionCode } = row as { regionCode?: unknown };
  return { id, region: typeof regionCode === 'string' ? regionCode : null };
};

/** Of a refused command only what it asked for is known; it lies where the caller is, or nowhere. */
const subjectsOf = (input: unknown, region: string | null): Subject[] => {
  const { id } = (input ?? {}) as { id?: unknown };
  return typeof id === 'string' ? [{ id, region }] : [];
};

/** A command in one transaction: key, decision, rows, events, audit, or none of them. */
export function change<Row extends Versioned>(
  database: Database,
  options: Omit<WorkOptions, 'readOnly'>,
  command: Command<Row>,
  count?: () => void,
): Promise<Row | Refusal> {
  return database.inWork({ ...options, readOnly: false }, (work) => decide(work, command), count);
}

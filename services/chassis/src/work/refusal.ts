/** A command that the rules, the caller's rights or a concurrent change do not allow; never a fault. */
export interface Refusal {
  refused: string;
}

export interface NotFound extends Refusal {
  refused: 'not-found';
  id: string;
}

export interface NotAllowed extends Refusal {
  refused: 'not-allowed';
  /** The command that was refused. */
  command: string;
}

export interface Conflict extends Refusal {
  refused: 'conflict';
  currentVersion: number;
}

export interface KeyReused extends Refusal {
  refused: 'idempotency-key-reused';
}

export interface InvalidInput extends Refusal {
  refused: 'invalid-input';
  field: string;
  /** What is wrong, in both languages of the graph. */
  reason: { en: string; id: string };
}

export type CommonRefusal = NotFound | NotAllowed | Conflict | KeyReused | InvalidInput;

/** What a rule answers: the changes to make, or why not. */
export type Decision<Changes extends object, Refused extends Refusal = Refusal> =
  ({ refused: null } & Changes) | Refused;

export const notFound = (id: string): NotFound => ({ refused: 'not-found', id });
export const notAllowed = (command: string): NotAllowed => ({ refused: 'not-allowed', command });
export const conflict = (currentVersion: number): Conflict => ({
  refused: 'conflict',
  currentVersion,
});
export const keyReused: KeyReused = { refused: 'idempotency-key-reused' };
export const invalidInput = (field: string, reason: InvalidInput['reason']): InvalidInput => ({
  refused: 'invalid-input',
  field,
  reason,
});

/** Carries a refusal out of a service function to the unit of work, which undoes and answers it. */
export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.refused);
  }
}

export function refuse(refusal: Refusal): never {
  throw new Refused(refusal);
}

/** Goes on with what a rule allowed, or ends the unit of work with its refusal. */
export function proceed<Changes extends { refused: string | null }>(
  decision: Changes,
): Omit<Extract<Changes, { refused: null }>, 'refused'> {
  if (decision.refused !== null) return refuse(decision as Refusal);
  const { refused: _none, ...changes } = decision;
  return changes as Omit<Extract<Changes, { refused: null }>, 'refused'>;
}

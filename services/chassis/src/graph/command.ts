import type { EntityTarget } from 'typeorm';
import type { FieldClass } from '../work/audit.js';
import type { Refusal } from '../work/refusal.js';
import type { Versioned, Work } from '../work/unit-of-work.js';
import type { GraphContext } from './context.js';
import type { Problem } from './problems.js';
import { toResult } from './problems.js';

/** What the commands of one entity share: how its row and its refusals are shown. */
export interface CommandShape<Row extends Versioned, Type> {
  entity: EntityTarget<Row>;
  toType(row: Row): Type;
  toProblem?(refusal: Refusal): Problem | null;
  /** How closely guarded what it writes is, for the audit. */
  fieldClasses?: FieldClass[];
}

/** Makes the commands of one entity: one transaction, and its outcome as a member of the union. */
export function commandsOf<Row extends Versioned, Type>(shape: CommandShape<Row, Type>) {
  const { entity, fieldClasses = [], toType, toProblem } = shape;
  return async (
    context: GraphContext,
    operation: string,
    input: { idempotencyKey: string },
    act: (work: Work) => Promise<Row>,
  ): Promise<Type | Problem> => {
    const { idempotencyKey } = input;
    const asked = { operation, idempotencyKey, input, entity, fieldClasses, act };
    return toResult(await context.change(asked), toType, toProblem);
  };
}

import { Access } from '@jejaring/chassis/graph/access';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { resultUnion, toResult } from '@jejaring/chassis/graph/problems';
import type { ClassType } from 'type-graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { BudgetSpentProblem, toBudgetProblem } from './budget.js';
import type { RevealedPerson } from './reveal.service.js';
import { reveal } from './reveal.service.js';
import { RevealedField, RevealFieldInput } from './reveal.types.js';

/**
 * What a service adds to its graph so that closed fields of a kind of person can be shown to who may
 * see them: the mutation `reveal<Kind>Field`.
 */
export function revealResolver<Row extends { id: string; regionCode: string }>(
  kind: string,
  person: RevealedPerson<Row>,
): ClassType {
  const operation = `reveal${kind}Field`;
  const roles = [...new Set(person.clauses.flatMap((clause) => clause.roles))];
  const Result = resultUnion(`Reveal${kind}FieldResult`, () => RevealedField, BudgetSpentProblem);

  @Resolver()
  class RevealResolver {
    @Access(...roles)
    @Mutation(() => Result, {
      name: operation,
      description:
        'Shows one closed field of a person for a purpose. Each look is in the audit before the answer leaves, and only so many a day are granted.',
    })
    async reveal(@Arg('input') input: RevealFieldInput, @Ctx() context: GraphContext) {
      const { field, purpose, reference = null, idempotencyKey } = input;
      const id = readId(person.prefix, 'id', input.id);
      const asked = { operation, id, field, purpose, reference, idempotencyKey, input };
      const { caller, deadline, database } = context;
      const outcome = await database.inWork({ caller, deadline, readOnly: false }, (work) =>
        reveal(work, person, asked),
      );
      return toResult(
        outcome,
        ({ value }) =>
          Object.assign(new RevealedField(), {
            personId: input.id,
            closedField: field,
            value,
          }),
        toBudgetProblem,
      );
    }
  }
  return RevealResolver;
}

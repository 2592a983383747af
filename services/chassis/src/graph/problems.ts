import { createUnionType, Directive, Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { ClassType } from 'type-graphql';
import { isRefusal } from '../work/change.js';
import type { CommonRefusal, Refusal } from '../work/refusal.js';

@Directive('@shareable')
@ObjectType({ description: 'A sentence for people in the languages of the graph.' })
export class LocalizedText {
  @Field({ description: 'English.' })
  en!: string;

  @Field({ description: 'Bahasa Indonesia.' })
  id!: string;
}

@InterfaceType({
  description:
    'Why a command was not done. Nothing was changed, and its idempotency key may be used again.',
})
export abstract class Problem {
  @Field(() => LocalizedText, { description: 'What to tell the person, ready to show.' })
  message!: LocalizedText;
}

@Directive('@shareable')
@ObjectType({
  implements: Problem,
  description: 'There is no such thing, or the caller may not see it.',
})
export class NotFoundProblem extends Problem {
  @Field({ description: 'The id or code that was asked for.' })
  subject!: string;
}

@Directive('@shareable')
@ObjectType({
  implements: Problem,
  description: 'The caller may see it but not give this command.',
})
export class NotAllowedProblem extends Problem {
  @Field({ description: 'The mutation that was refused.' })
  command!: string;
}

@Directive('@shareable')
@ObjectType({
  implements: Problem,
  description: 'Somebody changed it since the caller read it. Read again, then decide again.',
})
export class ConflictProblem extends Problem {
  @Field(() => Int, { description: 'The version that is stored now.' })
  currentVersion!: number;
}

@Directive('@shareable')
@ObjectType({ implements: Problem, description: 'The idempotency key was used with other input.' })
export class IdempotencyKeyReusedProblem extends Problem {}

@Directive('@shareable')
@ObjectType({
  implements: Problem,
  description: 'The input is well formed but cannot be accepted.',
})
export class InvalidInputProblem extends Problem {
  @Field({ description: 'The input field at fault.' })
  field!: string;
}

const sharedProblems = [
  NotFoundProblem,
  NotAllowedProblem,
  ConflictProblem,
  IdempotencyKeyReusedProblem,
  InvalidInputProblem,
] as const;

/** Makes a problem with its words. */
export function problem<T extends Problem>(
  type: ClassType<T>,
  message: { en: string; id: string },
  fields: Omit<T, 'message'>,
): T {
  const words = Object.assign(new LocalizedText(), message);
  return Object.assign(new type(), fields, { message: words });
}

/** The words for the refusals that every command can meet; null for a slice's own. */
export function toCommonProblem(refusal: Refusal): Problem | null {
  const common = refusal as CommonRefusal;
  switch (common.refused) {
    case 'not-found':
      return problem(
        NotFoundProblem,
        { en: 'It was not found.', id: 'Data tidak ditemukan.' },
        { subject: common.id },
      );
    case 'not-allowed':
      return problem(
        NotAllowedProblem,
        { en: 'You may not do this.', id: 'Anda tidak berwenang melakukan ini.' },
        { command: common.command },
      );
    case 'conflict':
      return problem(
        ConflictProblem,
        { en: 'It was changed meanwhile.', id: 'Data telah diubah oleh pihak lain.' },
        { currentVersion: common.currentVersion },
      );
    case 'idempotency-key-reused':
      return problem(
        IdempotencyKeyReusedProblem,
        {
          en: 'This key was used for another change.',
          id: 'Kunci ini sudah dipakai untuk perubahan lain.',
        },
        {},
      );
    case 'invalid-input':
      return problem(InvalidInputProblem, common.reason, { field: common.field });
    default:
      return null;
  }
}

/** The result of a command: what it changed, a slice's own problem, or a shared one. */
export function resultUnion<T extends object>(
  name: string,
  subject: () => ClassType<T>,
  ...own: ClassType<Problem>[]
) {
  return createUnionType({
    name,
    description: 'What the command changed, or the problem that kept it from being done.',
    types: () => [subject(), ...own, ...sharedProblems] as const,
    // An object type's own constructor says what it is; rows were made into types before.
    resolveType: (value: object) => value.constructor as never,
  });
}

/** Turns the outcome of a command into the member of its union. */
export function toResult<Row extends object, T>(
  outcome: Row | Refusal,
  toType: (row: Row) => T,
  toOwnProblem: (refusal: Refusal) => Problem | null = () => null,
): T | Problem {
  if (!isRefusal(outcome)) return toType(outcome);
  const answer = toCommonProblem(outcome) ?? toOwnProblem(outcome);
  if (answer !== null) return answer;
  throw new Error(`No problem type for the refusal ${outcome.refused}.`);
}

import type { GraphContext } from '@jejaring/chassis/graph/context';
import { Problem, problem } from '@jejaring/chassis/graph/problems';
import type { Variable } from '@jejaring/chassis/process/config';
import { readConfig } from '@jejaring/chassis/process/config';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isRefusal } from '@jejaring/chassis/work/change';
import { Refused } from '@jejaring/chassis/work/refusal';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

/** How often one person may do something in a minute or a day of Jakarta. */
export interface Budget {
  name: string;
  window: 'minute' | 'day';
  most: number;
}

export interface BudgetSpent extends Refusal {
  refused: 'budget-spent';
  budget: Budget;
  renewsAt: Date;
}

const times = (name: string, fallback: number): Variable<number> => ({
  name,
  parse(raw) {
    const value = Number(raw ?? fallback);
    if (Number.isInteger(value) && value > 0) return value;
    throw new Error(`Configuration: ${name} is not a whole number above zero.`);
  },
});

/** Closed fields that one person may have opened in a day. */
export const reveals = (): Budget => ({
  name: 'REVEAL',
  window: 'day',
  most: readConfig({ most: times('REVEALS_A_DAY', 50) }).most,
});

/** Identity numbers that one person may give: each answer tells whether it is known. */
export const numbersGiven = (): Budget[] => {
  const { minute, day } = readConfig({
    minute: times('NUMBERS_A_MINUTE', 30),
    day: times('NUMBERS_A_DAY', 500),
  });
  return [
    { name: 'IDENTITY_NUMBER', window: 'minute', most: minute },
    { name: 'IDENTITY_NUMBER', window: 'day', most: day },
  ];
};

const spendSql = `
  insert into budget_use as u (actor, budget, window_kind, since, used)
  values ($1, $2, $3, date_trunc($3, $4::timestamptz, 'Asia/Jakarta'), 1)
  on conflict (actor, budget, window_kind, since) do update set used = u.used + 1 where u.used < $5
  returning used`;

/** Uses one of what the caller has left, or refuses; what others have is not touched. */
export async function spend(work: Work, budget: Budget): Promise<void> {
  const { name, window, most } = budget;
  const identity = [work.caller.id, name, window, work.now];
  const used = await work.sql(spendSql, [...identity, most]);
  if (used.length > 0) return;
  const [next] = await work.sql<{ at: Date }>(
    `select date_trunc($1, $2::timestamptz, 'Asia/Jakarta') + ('1 ' || $1)::interval as at`,
    [window, work.now],
  );
  const spent: BudgetSpent = { refused: 'budget-spent', budget, renewsAt: next!.at };
  refuse(spent);
}

@Directive('@shareable')
@ObjectType({
  implements: Problem,
  description:
    'The caller has done this as often as one person may in that time, so that no register is copied by hand.',
})
export class BudgetSpentProblem extends Problem {
  @Field({ description: 'What is counted: `REVEAL` or `IDENTITY_NUMBER`.' })
  budget!: string;

  @Field(() => Int, { description: 'How often it may be done.' })
  most!: number;

  @Field({ description: 'When it may be done again.' })
  renewsAt!: Date;
}

const words: Record<Budget['window'], { en: string; id: string }> = {
  minute: {
    en: 'Too many in this minute: wait a little.',
    id: 'Terlalu banyak dalam satu menit: tunggu sebentar.',
  },
  day: {
    en: 'What one person may look up in a day is used up.',
    id: 'Jatah pencarian untuk hari ini sudah habis.',
  },
};

export function toBudgetProblem(refusal: Refusal): BudgetSpentProblem | null {
  if (refusal.refused !== 'budget-spent') return null;
  const { budget, renewsAt } = refusal as BudgetSpent;
  const { name, most, window } = budget;
  return problem(BudgetSpentProblem, words[window], { budget: name, most, renewsAt });
}

/**
 * Counts that the caller gives an identity number, in a transaction of its own: the answer that a
 * number is known undoes the command, and must not undo the counting. Null when it may go on.
 */
export async function countNumber(
  { database, caller, deadline }: GraphContext,
  nik: string | null | undefined,
): Promise<BudgetSpentProblem | null> {
  if (!nik) return null;
  try {
    await database.inWork({ caller, deadline, readOnly: false }, async (work) => {
      for (const budget of numbersGiven()) await spend(work, budget);
    });
    return null;
  } catch (error) {
    if (error instanceof Refused && isRefusal(error.refusal)) return toBudgetProblem(error.refusal);
    throw error;
  }
}

import type { Decision, InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';
import type { EligibilityRule } from './eligibility.rules.js';

type Parameter = Exclude<keyof EligibilityRule, 'rule'>;

const parameters: Record<
  EligibilityRule['rule'],
  { needs: readonly Parameter[]; takes: readonly Parameter[] }
> = {
  ACTIVE_REGISTRATION: { needs: [], takes: [] },
  TRAINING_COMPLETED: { needs: ['min'], takes: ['min', 'withinMonths'] },
  CASES_HANDLED: { needs: ['min'], takes: ['min', 'sinceMonth'] },
  NO_SUSPENSION: { needs: [], takes: [] },
  NOT_WINNER_WITHIN: { needs: ['years'], takes: ['years'] },
  CONFIRMED_BOARD_ON: { needs: [], takes: ['on'] },
  CLASS_AT_LEAST: { needs: ['class'], takes: ['class'] },
  CHAMPION_OF_LOWER_TIER: { needs: [], takes: [] },
};

const wrong = (en: string, id: string) => invalidInput('eligibility', { en, id });

function misfit(given: EligibilityRule): InvalidInput | null {
  const { needs, takes } = parameters[given.rule];
  const all: readonly Parameter[] = ['min', 'withinMonths', 'sinceMonth', 'years', 'on', 'class'];
  const missing = needs.find((name) => given[name] === null);
  if (missing)
    return wrong(`${given.rule} needs ${missing}.`, `${given.rule} memerlukan ${missing}.`);
  const foreign = all.find((name) => given[name] !== null && !takes.includes(name));
  if (foreign)
    return wrong(
      `${given.rule} does not take ${foreign}.`,
      `${given.rule} tidak memakai ${foreign}.`,
    );
  return null;
}

/** Each rule once, with the parameters that belong to it and no others. */
export function checkRules(
  rules: readonly EligibilityRule[],
): Decision<{ rules: EligibilityRule[] }, InvalidInput> {
  if (new Set(rules.map(({ rule }) => rule)).size < rules.length)
    return wrong('A rule stands twice.', 'Satu aturan ditulis dua kali.');
  const problem = rules.map(misfit).find((found) => found !== null);
  return problem ?? { refused: null, rules: [...rules] };
}

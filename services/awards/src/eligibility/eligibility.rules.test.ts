import { describe, expect, test } from '@jest/globals';
import { organizationClasses } from '@jejaring/schema/vocabulary';
import fc from 'fast-check';
import type { EligibilityRule, Measure, NomineeFacts, RuleOutcome } from './eligibility.rules.js';
import { dayOf, eligibilityRules, evaluate, monthsBefore, verdict } from './eligibility.rules.js';
import { checkRules } from './rule-parameters.rules.js';

const plain = {
  min: null,
  withinMonths: null,
  sinceMonth: null,
  years: null,
  on: null,
  class: null,
};
const aRule = (rule: EligibilityRule['rule'], fields: Partial<EligibilityRule> = {}) => ({
  rule,
  ...plain,
  ...fields,
});
const aMeasure = (...rules: EligibilityRule[]): Measure => ({
  category: 'KARANG_TARUNA',
  regionCode: '32.79',
  seat: '32.79.04.2006',
  day: '2026-11-20',
  rules,
});
const known = { kind: 'KARANG_TARUNA', regionCode: '32.79.04.2006', status: 'ACTIVE' };
const facts = (fields: Partial<NomineeFacts> = {}): NomineeFacts => ({
  organization: known,
  certificates: [],
  handledCases: [],
  awards: [],
  boards: [],
  classes: [],
  champion: null,
  ...fields,
});
const answer = (rule: EligibilityRule, given: NomineeFacts) =>
  evaluate(aMeasure(rule), given).at(-1)!;

const day = fc
  .date({ min: new Date('2010-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map(dayOf);
const month = day.map((text) => text.slice(0, 7));
const someFacts: fc.Arbitrary<NomineeFacts> = fc.record({
  organization: fc.option(
    fc.record({
      kind: fc.constantFrom('KARANG_TARUNA', 'LKS'),
      regionCode: fc.constantFrom('32.79.04.2006', '33.16.01.2001'),
      status: fc.constantFrom('ACTIVE', 'DORMANT', 'SUSPENDED', 'DISSOLVED'),
    }),
  ),
  certificates: fc.array(day, { maxLength: 5 }),
  handledCases: fc.array(fc.record({ month, cases: fc.integer({ min: 1, max: 5 }) }), {
    maxLength: 5,
  }),
  awards: fc.array(day, { maxLength: 3 }),
  boards: fc.array(fc.record({ termStart: day, termEnd: day }), { maxLength: 3 }),
  classes: fc.array(
    fc.record({
      year: fc.integer({ min: 2015, max: 2030 }),
      class: fc.constantFrom(...organizationClasses),
    }),
    { maxLength: 3 },
  ),
  champion: fc.option(fc.boolean()),
});
const someRule: fc.Arbitrary<EligibilityRule> = fc.constantFrom(...eligibilityRules).chain((rule) =>
  fc.record({
    rule: fc.constant(rule),
    min:
      rule === 'TRAINING_COMPLETED' || rule === 'CASES_HANDLED'
        ? fc.integer({ min: 1, max: 6 })
        : fc.constant(null),
    withinMonths:
      rule === 'TRAINING_COMPLETED'
        ? fc.option(fc.integer({ min: 1, max: 240 }))
        : fc.constant(null),
    sinceMonth: rule === 'CASES_HANDLED' ? fc.option(month) : fc.constant(null),
    years: rule === 'NOT_WINNER_WITHIN' ? fc.integer({ min: 1, max: 20 }) : fc.constant(null),
    on: rule === 'CONFIRMED_BOARD_ON' ? fc.option(day) : fc.constant(null),
    class: rule === 'CLASS_AT_LEAST' ? fc.constantFrom(...organizationClasses) : fc.constant(null),
  }),
);

/** FAIL < UNKNOWN < PASS. */
const worth = (outcome: RuleOutcome) => ['FAIL', 'UNKNOWN', 'PASS'].indexOf(outcome);

describe('monotony', () => {
  test('one more certificate or handled case makes no answer worse', () => {
    fc.assert(
      fc.property(someRule, someFacts, day, (rule, given, issuedOn) => {
        const more = {
          ...given,
          certificates: [...given.certificates, issuedOn],
          handledCases: [...given.handledCases, { month: issuedOn.slice(0, 7), cases: 1 }],
        };
        expect(worth(answer(rule, more).outcome)).toBeGreaterThanOrEqual(
          worth(answer(rule, given).outcome),
        );
      }),
    );
  });

  test('one more award makes no answer better', () => {
    fc.assert(
      fc.property(someRule, someFacts, day, (rule, given, grantedOn) => {
        const more = { ...given, awards: [...given.awards, grantedOn] };
        expect(worth(answer(rule, more).outcome)).toBeLessThanOrEqual(
          worth(answer(rule, given).outcome),
        );
      }),
    );
  });

  test('one more rule, or a higher minimum, makes nobody eligible', () => {
    fc.assert(
      fc.property(fc.array(someRule), someRule, someFacts, (rules, another, given) => {
        const before = verdict(evaluate(aMeasure(...rules), given));
        const after = verdict(evaluate(aMeasure(...rules, another), given));
        const harder = rules.map((rule) =>
          rule.min === null ? rule : { ...rule, min: rule.min + 1 },
        );
        if (before !== 'ELIGIBLE') expect(after).not.toBe('ELIGIBLE');
        if (before !== 'ELIGIBLE')
          expect(verdict(evaluate(aMeasure(...harder), given))).not.toBe('ELIGIBLE');
      }),
    );
  });

  test('the order of facts is of no matter', () => {
    fc.assert(
      fc.property(someRule, someFacts, (rule, given) => {
        const turned = {
          ...given,
          certificates: given.certificates.toReversed(),
          handledCases: given.handledCases.toReversed(),
          awards: given.awards.toReversed(),
        };
        expect(answer(rule, turned)).toEqual(answer(rule, given));
      }),
    );
  });
});

describe('an organization that nobody has told of', () => {
  test('is never found ineligible for what is not known, and never eligible', () => {
    fc.assert(
      fc.property(fc.array(someRule), someFacts, (rules, given) => {
        const results = evaluate(aMeasure(...rules), { ...given, organization: null });
        const failed = results.filter(({ outcome }) => outcome === 'FAIL');
        expect(failed.every(({ rule }) => rule === 'NOT_WINNER_WITHIN')).toBe(true);
        expect(verdict(results)).not.toBe('ELIGIBLE');
      }),
    );
  });
});

describe('TRAINING_COMPLETED', () => {
  const trained = facts({ certificates: ['2014-06-27', '2026-10-01'] });

  test('counts certificates of any age without a window', () => {
    expect(answer(aRule('TRAINING_COMPLETED', { min: 2 }), trained)).toMatchObject({
      outcome: 'PASS',
      facts: [
        { name: 'certificates', number: 2 },
        { name: 'required', number: 2 },
        { name: 'latest', date: '2026-10-01' },
      ],
    });
  });

  test('counts those within the window only, its first day included', () => {
    const rule = (withinMonths: number) => aRule('TRAINING_COMPLETED', { min: 1, withinMonths });
    const old = facts({ certificates: ['2026-10-20'] });

    expect(answer(rule(1), old).outcome).toBe('PASS');
    expect(answer(rule(1), facts({ certificates: ['2026-10-19'] })).outcome).toBe('FAIL');
  });
});

describe('CONFIRMED_BOARD_ON', () => {
  const board = { termStart: '2021-11-20', termEnd: '2026-11-20' };
  const rule = (on: string | null = null) => aRule('CONFIRMED_BOARD_ON', { on });

  test('fails, with the dates of the term, when the board expired the day before', () => {
    expect(answer(rule(), facts({ boards: [board] }))).toMatchObject({
      outcome: 'FAIL',
      facts: [
        { name: 'on', date: '2026-11-20' },
        { name: 'termStart', date: '2021-11-20' },
        { name: 'termEnd', date: '2026-11-20' },
      ],
    });
  });

  test('asks about the day of the nomination, or the one that is named', () => {
    const next = { termStart: '2026-11-20', termEnd: '2031-11-20' };

    expect(answer(rule(), facts({ boards: [board, next] })).outcome).toBe('PASS');
    expect(answer(rule('2026-11-19'), facts({ boards: [board] })).outcome).toBe('PASS');
    expect(answer(rule('2021-11-19'), facts({ boards: [board] })).outcome).toBe('FAIL');
  });

  test('is not answered where no board is known', () => {
    expect(answer(rule(), facts()).outcome).toBe('UNKNOWN');
  });
});

describe('CLASS_AT_LEAST', () => {
  const rule = aRule('CLASS_AT_LEAST', { class: 'MAJU' });
  const classes = (...given: [number, 'BERKEMBANG' | 'MAJU' | 'PERCONTOHAN'][]) =>
    facts({ classes: given.map(([year, name]) => ({ year, class: name })) });

  test('goes by the latest class of the year or before', () => {
    expect(answer(rule, classes([2024, 'BERKEMBANG'], [2026, 'PERCONTOHAN'])).outcome).toBe('PASS');
    expect(answer(rule, classes([2024, 'MAJU'], [2026, 'BERKEMBANG'])).outcome).toBe('FAIL');
    expect(answer(rule, classes([2024, 'BERKEMBANG'], [2027, 'MAJU'])).outcome).toBe('FAIL');
    expect(answer(rule, classes([2027, 'MAJU'])).outcome).toBe('UNKNOWN');
  });
});

describe('CHAMPION_OF_LOWER_TIER', () => {
  test.each([
    [true, 'PASS'],
    [false, 'FAIL'],
    [null, 'UNKNOWN'],
  ])('of %j is %s', (champion, outcome) => {
    expect(answer(aRule('CHAMPION_OF_LOWER_TIER'), facts({ champion })).outcome).toBe(outcome);
  });
});

describe('ADMISSIBLE', () => {
  test.each([
    [{ kind: 'LKS' }, 'FAIL'],
    [{ regionCode: '32.79.01.1006' }, 'FAIL'],
    [{}, 'PASS'],
  ])('of %j is %s', (fields, outcome) => {
    const [result] = evaluate(aMeasure(), facts({ organization: { ...known, ...fields } }));

    expect(result).toMatchObject({ rule: 'ADMISSIBLE', outcome });
  });
});

describe('monthsBefore', () => {
  test('stays within the month that is shorter', () => {
    expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28');
    expect(monthsBefore('2024-03-31', 1)).toBe('2024-02-29');
    expect(monthsBefore('2026-01-15', 13)).toBe('2024-12-15');
  });

  test('never goes forward', () => {
    fc.assert(
      fc.property(day, fc.nat({ max: 400 }), (from, months) => monthsBefore(from, months) <= from),
    );
  });
});

describe('rules of a competition', () => {
  test.each([
    [[aRule('TRAINING_COMPLETED')]],
    [[aRule('NO_SUSPENSION', { min: 1 })]],
    [[aRule('CLASS_AT_LEAST')]],
    [[aRule('NO_SUSPENSION', { on: '2026-01-01' })]],
    [[aRule('NOT_WINNER_WITHIN', { years: 2, withinMonths: 3 })]],
    [[aRule('NO_SUSPENSION'), aRule('NO_SUSPENSION')]],
  ])('refuse %j', (rules) => {
    expect(checkRules(rules)).toMatchObject({ refused: 'invalid-input', field: 'eligibility' });
  });

  test('take what fits', () => {
    fc.assert(fc.property(someRule, (rule) => checkRules([rule]).refused === null));
  });
});

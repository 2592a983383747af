import { welfareCategories } from '@jejaring/schema/vocabulary';
import type { Equation } from './linear-program.fixture.js';
import { largest, solve } from './linear-program.fixture.js';
import { ageBands, countedStatuses, sexes } from './statistics.rules.js';
import { reportChannels } from '../case/case-report.rules.js';
import { groupOfCategory } from './welfare-group.rules.js';

/** A number that somebody was told: where, when, of what. */
export interface Told {
  month: string;
  measure: 'REPORTED' | 'OPEN';
  region: string;
  by: string;
  value: string;
  cases: number;
}

const dimensions: Record<Told['measure'], Record<string, readonly string[]>> = {
  REPORTED: {
    CATEGORY: welfareCategories,
    SEX: sexes,
    AGE_BAND: ageBands,
    STATUS: countedStatuses,
    CHANNEL: reportChannels,
  },
  OPEN: { CATEGORY: welfareCategories },
};

export const nameOf = ({ month, measure, region, by, value }: Omit<Told, 'cases'>) =>
  [month, measure, region, by, value].join('|');

// No count comes near it: what a slack is measured from.
const most = 10_000;

/**
 * Somebody who collects every answer and every event of every month, knows how the numbers add up and
 * that an open case was reported once and stays open until it ends, and can solve equations.
 */
export class Collector {
  private readonly places = new Map<string, number>();
  private readonly solved: ReturnType<typeof solve>;

  constructor(
    private readonly regencies: readonly string[],
    private readonly months: readonly string[],
    private readonly told: ReadonlyMap<string, Told>,
  ) {
    const equations = [...this.sums(), ...this.equalTotals(), ...this.flows()];
    this.solved = solve(this.places.size, equations);
  }

  /** The place of an unknown, made when it is first spoken of. */
  private at(name: string): number {
    if (!this.places.has(name)) this.places.set(name, this.places.size);
    return this.places.get(name)!;
  }

  /** The unknown numbers of regencies that make up a number. */
  private partsOf({ month, measure, region, by, value }: Omit<Told, 'cases'>): number[] {
    const dimension = by === 'GROUP' || by === 'TOTAL' ? 'CATEGORY' : by;
    const values = dimensions[measure][dimension]!.filter((each) => {
      if (by === 'TOTAL') return true;
      return by === 'GROUP' ? groupOfCategory[each as never] === value : each === value;
    });
    return this.regencies
      .filter((code) => code.startsWith(region))
      .flatMap((code) =>
        values.map((each) =>
          this.at(nameOf({ month, measure, region: code, by: dimension, value: each })),
        ),
      );
  }

  private sums(): Equation[] {
    return [...this.told.values()].map((number) => ({
      places: this.partsOf(number),
      sum: number.cases,
    }));
  }

  /** A total that is not told is the same in every dimension all the same. */
  private equalTotals(): Equation[] {
    return this.months.flatMap((month) =>
      this.regencies.flatMap((region) =>
        Object.entries(dimensions.REPORTED).map(([by, values]) => ({
          places: [
            ...values.flatMap((value) =>
              this.partsOf({ month, measure: 'REPORTED', region, by, value }),
            ),
            this.at(`missing ${month} ${region}`),
          ],
          sum: most,
        })),
      ),
    );
  }

  /** Open before and reported since are open now or have ended: nobody was reopened or rejected. */
  private flows(): Equation[] {
    const [first, second] = this.months as [string, string];
    return this.regencies.flatMap((region) =>
      welfareCategories.flatMap((value) => {
        const place = (month: string, measure: Told['measure']) =>
          this.partsOf({ month, measure, region, by: 'CATEGORY', value })[0]!;
        const name = `${region} ${value}`;
        const others = this.at(`not open ${name}`);
        return [
          { places: [place(second, 'OPEN'), others], sum: most },
          {
            places: [
              place(first, 'OPEN'),
              place(second, 'REPORTED'),
              others,
              this.at(`not ended ${name}`),
            ],
            sum: 2 * most,
          },
        ];
      }),
    );
  }

  get consistent(): boolean {
    return this.solved.feasible;
  }

  /** The whole numbers between which a number must lie. */
  bounds(number: Omit<Told, 'cases'>): [number, number] {
    const weigh = (weight: number) => new Map(this.partsOf(number).map((place) => [place, weight]));
    const low = -largest(this.solved, weigh(-1));
    const high = largest(this.solved, weigh(1));
    return [Math.ceil(low - 1e-5), Math.floor(high + 1e-5)];
  }
}

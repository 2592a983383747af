import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { Competition } from '../competition/competition.entity.js';
import type { CompetitionTerms } from '../competition/terms.rules.js';
import type { DraftInput, SeenCompetition } from '../competition/competition.service.js';
import { draftCompetition, leadOn } from '../competition/competition.service.js';
import { Nomination } from '../nomination/nomination.entity.js';
import type { Nominee } from '../nomination/nomination.service.js';
import { nominateOrganizations } from '../nomination/nomination.service.js';

/** Nine in the morning of western Indonesia. */
export const morning = (day: string) => new Date(`${day}T02:00:00Z`);

/** Terms of which nothing is stated. */
export const plainTerms = {
  days: 1,
  quotaPerSubRegion: null,
  winnersPlanned: 1,
  promoteCount: 0,
  objectionDays: 3,
  statedEntrants: null,
  eligibility: [],
  judging: null,
  calendar: null,
  prizes: [],
} satisfies Omit<CompetitionTerms, 'title'>;

const atOnce = 50;

/** A competition of the demo on its way, each step at its own date and at the version before. */
export class PlayedCompetition {
  private constructor(
    private readonly demo: DemoLoader,
    private readonly name: string,
    private readonly organizer: Caller,
    public row: Competition,
  ) {}

  static async draft(
    demo: DemoLoader,
    { name, day, organizer }: { name: string; day: string; organizer: Caller },
    input: DraftInput,
  ): Promise<PlayedCompetition> {
    const row = await demo.command({
      name,
      at: morning(day),
      caller: organizer,
      entity: Competition,
      act: (work) => draftCompetition(work, input),
    });
    return new PlayedCompetition(demo, name, organizer, row);
  }

  async step(
    what: string,
    day: string,
    act: (work: Work, seen: SeenCompetition) => Promise<Competition>,
  ): Promise<void> {
    const { id, version: expectedVersion } = this.row;
    this.row = await this.demo.command({
      name: `${this.name}/${what}`,
      at: morning(day),
      caller: this.organizer,
      entity: Competition,
      act: (work) => act(work, { id, expectedVersion }),
    });
  }

  /** Published and opened, one day after the other. */
  async open(published: string, opened: string): Promise<void> {
    await this.step('published', published, (work, seen) => leadOn(work, 'PUBLISH', seen));
    await this.step('opened', opened, (work, seen) => leadOn(work, 'OPEN_NOMINATIONS', seen));
  }

  close = (day: string): Promise<void> =>
    this.step('closed', day, (work, seen) => leadOn(work, 'CLOSE_NOMINATIONS', seen));

  /** Nominations of one office, some at a time. */
  async nominate(
    caller: Caller,
    day: string,
    nominees: readonly Omit<Nominee, 'competitionId'>[],
  ): Promise<void> {
    const competitionId = this.row.id;
    for (let from = 0; from < nominees.length; from += atOnce) {
      const some = nominees.slice(from, from + atOnce);
      await this.demo.command({
        name: `${this.name}/nominees/${caller.id}/${from}`,
        at: morning(day),
        caller,
        entity: Nomination,
        act: (work) =>
          nominateOrganizations(
            work,
            some.map((nominee) => ({ ...nominee, competitionId })),
          ),
      });
    }
  }
}

import { randomUUID } from 'node:crypto';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { Competition } from '../competition/competition.entity.js';
import { aCompetition } from '../competition/competition.fixture.js';
import { aScheme } from '../criteria/criteria.fixture.js';
import { aNomination, dinsos } from '../nomination/nomination.fixture.js';
import type { Nomination } from '../nomination/nomination.entity.js';

export interface Answer {
  __typename: string;
  id: string;
  version: number;
  status?: string;
  ground?: string;
  field?: string;
  command?: string;
  currentStatus?: string;
  missingSheets?: number;
  currentVersion?: number;
  seals?: { stage: number; sheets: number; chainHead: string }[];
  [field: string]: unknown;
}

const shown = `{
  __typename
  ... on Competition { id version status seals { stage sheets chainHead } }
  ... on Juror { id version status role recusals { nominationId kind detected } }
  ... on ScoreSheet { id version status scores { criterion hundredths } }
  ... on Award { id version status }
  ... on CompetitionRefusedProblem { ground currentStatus missingSheets message { en id } }
  ... on JuryRefusedProblem { ground message { en id } }
  ... on ScoreSheetRefusedProblem { ground currentStatus message { en id } }
  ... on AwardRefusedProblem { ground }
  ... on NotAllowedProblem { command }
  ... on ConflictProblem { currentVersion }
  ... on InvalidInputProblem { field message { en id } }
}`;

export const juror = (name: string) => aCaller({ role: 'JUROR', id: name });
export const office = dinsos('32.79');

/** A competition with criteria, its nominees and three jurors, commanded through the graph. */
export class JudgedWorld {
  competition!: Competition;
  version = 1;
  nominations: Nomination[] = [];
  jurors = new Map<string, { id: string; version: number }>();

  constructor(private readonly service: TestService) {}

  async command(name: string, type: string, input: object, caller: Caller = office) {
    // Members of the union that an answer cannot be are left out: their fragments would not fit.
    const members = await this.membersOf(`${name[0]!.toUpperCase()}${name.slice(1)}Result`);
    const fragments = shown
      .split('\n')
      .filter((line) => !line.includes('... on') || members.has(/on (\w+)/.exec(line)![1]!));
    const { data, errors } = await this.service.ask<Record<string, Answer>>(
      `mutation ($input: ${type}!) { ${name}(input: $input) ${fragments.join('\n')} }`,
      { input: { idempotencyKey: randomUUID(), ...input } },
      caller,
    );
    if (errors.length > 0) throw errors[0]!;
    return data[name]!;
  }

  private async membersOf(name: string): Promise<Set<string>> {
    const { data } = await this.service.ask<{ __type: { possibleTypes: { name: string }[] } }>(
      'query ($name: String!) { __type(name: $name) { possibleTypes { name } } }',
      { name },
    );
    return new Set(data.__type.possibleTypes.map((type) => type.name));
  }

  async open(fields: Partial<Competition> = {}, nominees = 3): Promise<this> {
    const judging = aScheme();
    this.competition = await aCompetition(this.service, {
      judging,
      status: 'NOMINATION_CLOSED',
      ...fields,
    });
    for (let count = 0; count < nominees; count += 1)
      this.nominations.push(await aNomination(this.service, this.competition));
    return this;
  }

  async appoint(name: string, fields: object = {}, caller: Caller = office): Promise<Answer> {
    const answer = await this.command(
      'appointJuror',
      'AppointJurorInput',
      {
        competitionId: encodeId('cmp', this.competition.id),
        account: name,
        institution: 'Universitas Contoh',
        role: 'MEMBER',
        ...fields,
      },
      caller,
    );
    if (answer.__typename === 'Juror') this.jurors.set(name, answer);
    return answer;
  }

  /** A step of the competition, at the version that was last answered. */
  async step(name: string, fields: object = {}, caller: Caller = office): Promise<Answer> {
    const { id } = this.competition;
    const input = { id: encodeId('cmp', id), expectedVersion: this.version, ...fields };
    const types: Record<string, string> = {
      sealStage: 'SealStageInput',
      decideWinners: 'DecideWinnersInput',
      presentAwards: 'PresentAwardsInput',
    };
    const answer = await this.command(name, types[name] ?? 'CompetitionStepInput', input, caller);
    if (answer.__typename === 'Competition') this.version = answer.version;
    return answer;
  }

  async begin(...names: string[]): Promise<this> {
    for (const [index, name] of names.entries())
      await this.appoint(name, index === 0 ? { role: 'CHAIR' } : {});
    await this.step('startJudging');
    return this;
  }

  /** The sheets that somebody sees, as the graph shows them. */
  async sheetsFor(caller: Caller) {
    const { data } = await this.service.ask<{
      competition: { scoreSheets: { totalCount: number; nodes: Sheet[] } };
    }>(
      `query ($id: ID!) { competition(id: $id) { scoreSheets(first: 100) { totalCount nodes {
        id version stage status jurorId nominationId scores { criterion hundredths } sealHash nominee { id }
      } } } }`,
      { id: encodeId('cmp', this.competition.id) },
      caller,
    );
    return data.competition.scoreSheets;
  }

  submit(sheet: Sheet, score: number, caller: Caller) {
    const scores = ['PROGRAM', 'KEMITRAAN'].map((criterion) => ({ criterion, hundredths: score }));
    const input = { id: sheet.id, expectedVersion: sheet.version, scores };
    return this.command('submitScoreSheet', 'SubmitScoreSheetInput', input, caller);
  }

  /** Everybody fills in what waits for them; `score` by the place of the nominee. */
  async fillIn(score: (nominee: number) => number): Promise<void> {
    for (const name of this.jurors.keys()) {
      for (const sheet of (await this.sheetsFor(juror(name))).nodes) {
        if (sheet.status !== 'OPEN') continue;
        const nominee = this.nominations.findIndex(
          ({ id }) => encodeId('nom', id) === sheet.nominationId,
        );
        await this.submit(sheet, score(nominee), juror(name));
      }
    }
  }

  /** Sealed at both stages and ranked. */
  async rank(): Promise<Answer> {
    await this.step('sealStage', { stage: 1 });
    await this.step('sealStage', { stage: 2 });
    return this.step('computeRanking');
  }
}

export interface Sheet {
  id: string;
  version: number;
  stage: number;
  status: string;
  jurorId: string;
  nominationId: string;
  scores: { criterion: string; hundredths: number }[];
  sealHash: string | null;
}

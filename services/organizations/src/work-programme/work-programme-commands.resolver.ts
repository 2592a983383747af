import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { readSources } from '@jejaring/register/facts/fact-source.types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import {
  AdoptWorkProgrammeInput,
  DraftWorkProgrammeInput,
  EvaluateWorkProgrammeInput,
  seenProgramme,
  WorkProgrammeStepInput,
} from './programme-inputs.types.js';
import { programmeResult, toProgrammeProblem } from './programme-problems.types.js';
import { WorkProgramme } from './work-programme.entity.js';
import { programmeEvaluators, programmeKeepers } from './work-programme.rules.js';
import * as programmes from './work-programme.service.js';
import { toWorkProgrammeType } from './work-programme.types.js';

const DraftWorkProgrammeResult = programmeResult('DraftWorkProgrammeResult');
const AdoptWorkProgrammeResult = programmeResult('AdoptWorkProgrammeResult');
const StartWorkProgrammeResult = programmeResult('StartWorkProgrammeResult');
const ReportWorkProgrammeResult = programmeResult('ReportWorkProgrammeResult');
const EvaluateWorkProgrammeResult = programmeResult('EvaluateWorkProgrammeResult');

const command = commandsOf({
  entity: WorkProgramme,
  toType: toWorkProgrammeType,
  toProblem: toProgrammeProblem,
});

@Resolver()
export class WorkProgrammeCommandsResolver {
  @Access(...programmeKeepers)
  @Mutation(() => DraftWorkProgrammeResult, { description: 'Begins the programme of a year.' })
  draftWorkProgramme(@Arg('input') input: DraftWorkProgrammeInput, @Ctx() context: GraphContext) {
    const { year, budgets, sources } = input;
    const organizationId = readId('org', 'organizationId', input.organizationId);
    const facts = {
      organizationId,
      year,
      sources: readSources(sources),
      budgets: budgets.map(({ fundingSource, amount }) => ({ fundingSource, amount })),
    };
    return command(context, 'draftWorkProgramme', input, (work) =>
      programmes.draftWorkProgramme(work, facts),
    );
  }

  @Access(...programmeKeepers)
  @Mutation(() => AdoptWorkProgrammeResult, { description: 'Says that a meeting adopted it.' })
  adoptWorkProgramme(@Arg('input') input: AdoptWorkProgrammeInput, @Ctx() context: GraphContext) {
    const { forum, adoptedOn } = input;
    return command(context, 'adoptWorkProgramme', input, (work) =>
      programmes.adoptWorkProgramme(work, { ...seenProgramme(input), forum, adoptedOn }),
    );
  }

  @Access(...programmeKeepers)
  @Mutation(() => StartWorkProgrammeResult, { description: 'Says that its activities begin.' })
  startWorkProgramme(@Arg('input') input: WorkProgrammeStepInput, @Ctx() context: GraphContext) {
    return command(context, 'startWorkProgramme', input, (work) =>
      programmes.startWorkProgramme(work, seenProgramme(input)),
    );
  }

  @Access(...programmeKeepers)
  @Mutation(() => ReportWorkProgrammeResult, { description: 'Puts it before the office, done.' })
  reportWorkProgramme(@Arg('input') input: WorkProgrammeStepInput, @Ctx() context: GraphContext) {
    return command(context, 'reportWorkProgramme', input, (work) =>
      programmes.reportWorkProgramme(work, seenProgramme(input)),
    );
  }

  @Access(...programmeEvaluators)
  @Mutation(() => EvaluateWorkProgrammeResult, {
    description: 'Says what the office concludes, and which activities are to be kept.',
  })
  evaluateWorkProgramme(
    @Arg('input') input: EvaluateWorkProgrammeInput,
    @Ctx() context: GraphContext,
  ) {
    const sustain = input.sustain.map((id) => readId('act', 'sustain', id));
    const facts = { ...seenProgramme(input), outcome: input.outcome, sustain };
    return command(context, 'evaluateWorkProgramme', input, (work) =>
      programmes.evaluateWorkProgramme(work, facts),
    );
  }
}

import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { readSources } from '@jejaring/register/facts/fact-source.types';
import { readStated } from '@jejaring/register/facts/stated-count.types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import * as activities from './activity.service.js';
import {
  ActivityStepInput,
  PlanActivityInput,
  RealiseActivityInput,
  seenActivity,
} from './programme-inputs.types.js';
import { activityResult, toProgrammeProblem } from './programme-problems.types.js';
import { Activity } from './work-programme.entity.js';
import { programmeKeepers } from './work-programme.rules.js';
import { toActivityType } from './work-programme.types.js';

const PlanActivityResult = activityResult('PlanActivityResult');
const RealiseActivityResult = activityResult('RealiseActivityResult');
const CancelActivityResult = activityResult('CancelActivityResult');

const command = commandsOf({
  entity: Activity,
  toType: toActivityType,
  toProblem: toProgrammeProblem,
});

@Resolver()
export class ActivityCommandsResolver {
  @Access(...programmeKeepers)
  @Mutation(() => PlanActivityResult, { description: 'Adds an activity to a draft programme.' })
  planActivity(@Arg('input') input: PlanActivityInput, @Ctx() context: GraphContext) {
    const { title, kind, functions, pillar, plannedOn } = input;
    const facts = {
      title,
      kind,
      functions,
      pillar,
      plannedOn,
      workProgrammeId: readId('wpg', 'workProgrammeId', input.workProgrammeId),
      budget: input.budget ?? null,
      fundingSource: input.fundingSource ?? null,
      target: readStated(input.target),
      predecessorId: input.predecessor ? readId('act', 'predecessor', input.predecessor) : null,
    };
    return command(context, 'planActivity', input, (work) => activities.planActivity(work, facts));
  }

  @Access(...programmeKeepers)
  @Mutation(() => RealiseActivityResult, { description: 'Says that an activity took place.' })
  realiseActivity(@Arg('input') input: RealiseActivityInput, @Ctx() context: GraphContext) {
    const facts = {
      ...seenActivity(input),
      realisedOn: input.realisedOn,
      spent: input.spent ?? null,
      beneficiaries: readStated(input.beneficiaries),
      sources: readSources(input.sources),
    };
    return command(context, 'realiseActivity', input, (work) =>
      activities.realiseActivity(work, facts),
    );
  }

  @Access(...programmeKeepers)
  @Mutation(() => CancelActivityResult, { description: 'Gives an activity up.' })
  cancelActivity(@Arg('input') input: ActivityStepInput, @Ctx() context: GraphContext) {
    return command(context, 'cancelActivity', input, (work) =>
      activities.cancelActivity(work, seenActivity(input)),
    );
  }
}

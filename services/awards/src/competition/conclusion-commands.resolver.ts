import { Access } from '@jejaring/chassis/graph/access';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { command, seen } from './competition-command.js';
import { CompetitionStepInput } from './competition-inputs.types.js';
import { organizers } from './competition.rules.js';
import { competitionResult } from './competition.types.js';
import * as conclusion from './conclusion.service.js';

const FinalizeCompetitionResult = competitionResult('FinalizeCompetitionResult');
const PromoteWinnersResult = competitionResult('PromoteWinnersResult');

@Resolver()
export class ConclusionCommandsResolver {
  @Access(...organizers)
  @Mutation(() => FinalizeCompetitionResult, {
    description: 'Makes a result final, when the days for objections (masa sanggah) are over.',
  })
  finalizeCompetition(@Arg('input') input: CompetitionStepInput, @Ctx() context: GraphContext) {
    return command(context, 'finalizeCompetition', input, (work) =>
      conclusion.finalizeCompetition(work, seen(input)),
    );
  }

  @Access(...organizers)
  @Mutation(() => PromoteWinnersResult, {
    description: 'Nominates the best, `promoteCount` of them, for the competition above.',
  })
  promoteWinners(@Arg('input') input: CompetitionStepInput, @Ctx() context: GraphContext) {
    return command(context, 'promoteWinners', input, (work) =>
      conclusion.promoteWinners(work, seen(input)),
    );
  }
}

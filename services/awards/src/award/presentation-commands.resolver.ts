import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { command as ofCompetition, seen } from '../competition/competition-command.js';
import { organizers } from '../competition/competition.rules.js';
import { competitionResult } from '../competition/competition.types.js';
import { Award } from './award.entity.js';
import { toAwardType } from './award.types.js';
import { presentAwards, revokeAward } from './presentation.service.js';
import {
  PresentAwardsInput,
  readPresentation,
  RevokeAwardInput,
  RevokeAwardResult,
  toAwardProblem,
} from './presentation.types.js';

const PresentAwardsResult = competitionResult('PresentAwardsResult');

const ofAward = commandsOf({ entity: Award, toType: toAwardType, toProblem: toAwardProblem });

@Resolver()
export class PresentationCommandsResolver {
  @Access(...organizers)
  @Mutation(() => PresentAwardsResult, {
    description: 'Records that the awards of a competition were handed over, and by which decree.',
  })
  presentAwards(@Arg('input') input: PresentAwardsInput, @Ctx() context: GraphContext) {
    const presentation = readPresentation(input);
    return ofCompetition(context, 'presentAwards', input, (work) =>
      presentAwards(work, { ...seen(input), ...presentation }),
    );
  }

  @Access(...organizers)
  @Mutation(() => RevokeAwardResult, {
    description: 'Takes an award back; its place stays empty.',
  })
  revokeAward(@Arg('input') input: RevokeAwardInput, @Ctx() context: GraphContext) {
    const { expectedVersion, ground } = input;
    const id = readId('awd', 'id', input.id);
    return ofAward(context, 'revokeAward', input, (work) =>
      revokeAward(work, { id, expectedVersion, ground }),
    );
  }
}

import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { command as ofCompetition, seen } from '../competition/competition-command.js';
import { CompetitionStepInput } from '../competition/competition-inputs.types.js';
import { organizers } from '../competition/competition.rules.js';
import { competitionResult } from '../competition/competition.types.js';
import { Juror } from './juror.entity.js';
import * as jury from './jury.service.js';
import {
  AppointJurorInput,
  DeclareConflictInput,
  juryResult,
  RecuseJurorInput,
  toJurorType,
  toJuryProblem,
} from './jury.types.js';

const AppointJurorResult = juryResult('AppointJurorResult');
const DeclareConflictResult = juryResult('DeclareConflictResult');
const RecuseJurorResult = juryResult('RecuseJurorResult');
const StartJudgingResult = competitionResult('StartJudgingResult');

const command = commandsOf({ entity: Juror, toType: toJurorType, toProblem: toJuryProblem });

const seenJuror = ({ id, expectedVersion }: { id: string; expectedVersion: number }) => ({
  id: readId('jur', 'id', id),
  expectedVersion,
});

@Resolver()
export class JuryCommandsResolver {
  @Access(...organizers)
  @Mutation(() => AppointJurorResult, {
    description: 'Takes somebody into the jury (dewan juri) of a competition, before the judging.',
  })
  appointJuror(@Arg('input') input: AppointJurorInput, @Ctx() context: GraphContext) {
    const { account: actor, institution, role, officerId, region } = input;
    const facts = {
      competitionId: readId('cmp', 'competitionId', input.competitionId),
      officerId: officerId ? readId('ofr', 'officerId', officerId) : null,
      regionCode: region ?? null,
    };
    return command(context, 'appointJuror', input, (work) =>
      jury.appointJuror(work, { ...facts, actor, institution, role }),
    );
  }

  @Access(...organizers)
  @Mutation(() => StartJudgingResult, {
    description:
      'Begins the judging: every juror gets a sheet for each nominee, but for those the register ties them to.',
  })
  startJudging(@Arg('input') input: CompetitionStepInput, @Ctx() context: GraphContext) {
    return ofCompetition(context, 'startJudging', input, (work) =>
      jury.startJudging(work, seen(input)),
    );
  }

  @Access('JUROR')
  @Mutation(() => DeclareConflictResult, {
    description: 'Steps aside for a nominee (pernyataan benturan kepentingan).',
  })
  declareConflict(@Arg('input') input: DeclareConflictInput, @Ctx() context: GraphContext) {
    const { kind } = input;
    const nominationId = readId('nom', 'nominationId', input.nominationId);
    return command(context, 'declareConflict', input, (work) =>
      jury.declareConflict(work, { ...seenJuror(input), nominationId, kind }),
    );
  }

  @Access(...organizers)
  @Mutation(() => RecuseJurorResult, {
    description: 'Takes a juror out, for one nominee or altogether.',
  })
  recuseJuror(@Arg('input') input: RecuseJurorInput, @Ctx() context: GraphContext) {
    const { kind } = input;
    const nominationId = input.nominationId
      ? readId('nom', 'nominationId', input.nominationId)
      : null;
    return command(context, 'recuseJuror', input, (work) =>
      jury.recuseJuror(work, { ...seenJuror(input), nominationId, kind }),
    );
  }
}

import { Access } from '@jejaring/chassis/graph/access';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import {
  AmendCompetitionInput,
  CompetitionStepInput,
  DecideWinnersInput,
  DraftCompetitionInput,
  toDraft,
  toTerms,
} from './competition-inputs.types.js';
import { command, seen } from './competition-command.js';
import { organizers } from './competition.rules.js';
import * as competitions from './competition.service.js';
import { competitionResult } from './competition.types.js';

const DraftCompetitionResult = competitionResult('DraftCompetitionResult');
const AmendCompetitionResult = competitionResult('AmendCompetitionResult');
const PublishCompetitionResult = competitionResult('PublishCompetitionResult');
const OpenNominationsResult = competitionResult('OpenNominationsResult');
const CloseNominationsResult = competitionResult('CloseNominationsResult');
const DecideWinnersResult = competitionResult('DecideWinnersResult');
const AnnounceWinnersResult = competitionResult('AnnounceWinnersResult');
const CancelCompetitionResult = competitionResult('CancelCompetitionResult');

@Resolver()
export class CompetitionCommandsResolver {
  @Access(...organizers)
  @Mutation(() => DraftCompetitionResult, {
    description: 'Prepares a competition; only its organizer sees it until it is published.',
  })
  draftCompetition(@Arg('input') input: DraftCompetitionInput, @Ctx() context: GraphContext) {
    const facts = toDraft(input, context.caller.officeId);
    return command(context, 'draftCompetition', input, (work) =>
      competitions.draftCompetition(work, facts),
    );
  }

  @Access(...organizers)
  @Mutation(() => AmendCompetitionResult, {
    description: 'Replaces the terms of a draft, its rules of eligibility included.',
  })
  amendCompetition(@Arg('input') input: AmendCompetitionInput, @Ctx() context: GraphContext) {
    const facts = { ...seen(input), terms: toTerms(input.terms) };
    return command(context, 'amendCompetition', input, (work) =>
      competitions.amendCompetition(work, facts),
    );
  }

  @Access(...organizers)
  @Mutation(() => PublishCompetitionResult, {
    description: 'Makes a competition known; its terms are fixed from now on.',
  })
  publishCompetition(@Arg('input') input: CompetitionStepInput, @Ctx() context: GraphContext) {
    return command(context, 'publishCompetition', input, (work) =>
      competitions.leadOn(work, 'PUBLISH', seen(input)),
    );
  }

  @Access(...organizers)
  @Mutation(() => OpenNominationsResult, { description: 'Lets nominations (usulan) come in.' })
  openNominations(@Arg('input') input: CompetitionStepInput, @Ctx() context: GraphContext) {
    return command(context, 'openNominations', input, (work) =>
      competitions.leadOn(work, 'OPEN_NOMINATIONS', seen(input)),
    );
  }

  @Access(...organizers)
  @Mutation(() => CloseNominationsResult, {
    description: 'Takes no more nominations; eligibility stands as it is now.',
  })
  closeNominations(@Arg('input') input: CompetitionStepInput, @Ctx() context: GraphContext) {
    return command(context, 'closeNominations', input, (work) =>
      competitions.leadOn(work, 'CLOSE_NOMINATIONS', seen(input)),
    );
  }

  @Access(...organizers)
  @Mutation(() => DecideWinnersResult, {
    description: 'Records the places; nobody but the organizer sees them yet.',
  })
  decideWinners(@Arg('input') input: DecideWinnersInput, @Ctx() context: GraphContext) {
    const winners = input.winners.map(({ nominationId, rank }) => ({
      nominationId: readId('nom', 'nominationId', nominationId),
      rank,
    }));
    const minutes = input.minutes ? { number: input.minutes.number, on: input.minutes.on } : null;
    return command(context, 'decideWinners', input, (work) =>
      competitions.decideWinners(work, { ...seen(input), winners, minutes }),
    );
  }

  @Access(...organizers)
  @Mutation(() => AnnounceWinnersResult, {
    description: 'Makes the places known and grants the awards.',
  })
  announceWinners(@Arg('input') input: CompetitionStepInput, @Ctx() context: GraphContext) {
    return command(context, 'announceWinners', input, (work) =>
      competitions.announceWinners(work, seen(input)),
    );
  }

  @Access(...organizers)
  @Mutation(() => CancelCompetitionResult, {
    description: 'Calls a competition off, before its winners are announced.',
  })
  cancelCompetition(@Arg('input') input: CompetitionStepInput, @Ctx() context: GraphContext) {
    return command(context, 'cancelCompetition', input, (work) =>
      competitions.leadOn(work, 'CANCEL', seen(input)),
    );
  }
}

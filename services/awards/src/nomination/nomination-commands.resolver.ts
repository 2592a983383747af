import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { organizers } from '../competition/competition.rules.js';
import { Nomination } from './nomination.entity.js';
import { nominators } from './nomination.rules.js';
import * as nominations from './nomination.service.js';
import {
  NameRepresentativesInput,
  NominateOrganizationInput,
  nominationResult,
  ReviewNominationInput,
  toNominationProblem,
  toNominationType,
  WithdrawNominationInput,
} from './nomination.types.js';
import { readRepresentatives } from './representatives.types.js';

const NominateOrganizationResult = nominationResult('NominateOrganizationResult');
const WithdrawNominationResult = nominationResult('WithdrawNominationResult');
const ReviewNominationResult = nominationResult('ReviewNominationResult');
const NameRepresentativesResult = nominationResult('NameRepresentativesResult');

const command = commandsOf({
  entity: Nomination,
  toType: toNominationType,
  toProblem: toNominationProblem,
});

const seen = ({ id, expectedVersion }: WithdrawNominationInput) => ({
  id: readId('nom', 'id', id),
  expectedVersion,
});

@Resolver()
export class NominationCommandsResolver {
  @Access(...nominators)
  @Mutation(() => NominateOrganizationResult, {
    description: 'Nominates an organization; its eligibility is judged at once from what is known.',
  })
  nominateOrganization(
    @Arg('input') input: NominateOrganizationInput,
    @Ctx() context: GraphContext,
  ) {
    const facts = {
      competitionId: readId('cmp', 'competitionId', input.competitionId),
      organizationId: readId('org', 'organizationId', input.organizationId),
      regionCode: input.regionCode ?? null,
      representatives: readRepresentatives(input.representatives),
    };
    return command(context, 'nominateOrganization', input, (work) =>
      nominations.nominateOrganization(work, facts),
    );
  }

  @Access(...nominators)
  @Mutation(() => WithdrawNominationResult, {
    description: 'Takes a nomination back while nothing is decided.',
  })
  withdrawNomination(@Arg('input') input: WithdrawNominationInput, @Ctx() context: GraphContext) {
    return command(context, 'withdrawNomination', input, (work) =>
      nominations.withdrawNomination(work, seen(input)),
    );
  }

  @Access(...organizers)
  @Mutation(() => ReviewNominationResult, {
    description: 'Answers what the facts left open; not by the hand that nominated.',
  })
  reviewNomination(@Arg('input') input: ReviewNominationInput, @Ctx() context: GraphContext) {
    const { eligible } = input;
    return command(context, 'reviewNomination', input, (work) =>
      nominations.reviewNomination(work, { ...seen(input), eligible }),
    );
  }

  @Access(...nominators)
  @Mutation(() => NameRepresentativesResult, {
    description: 'Says who takes part for a nominee (perwakilan), until the judging begins.',
  })
  nameRepresentatives(@Arg('input') input: NameRepresentativesInput, @Ctx() context: GraphContext) {
    const representatives = readRepresentatives(input.representatives);
    return command(context, 'nameRepresentatives', input, (work) =>
      nominations.nameRepresentatives(work, { ...seen(input), representatives }),
    );
  }
}

import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { badInput } from '@jejaring/chassis/graph/faults';
import { readId } from '@jejaring/chassis/graph/ids';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { organizerRoles } from '../training-event/training-event.rules.js';
import { delegationResult, toDelegationProblem } from './delegation-problems.types.js';
import { Delegation } from './delegation.entity.js';
import { delegatingRoles } from './delegation.rules.js';
import type { DraftDelegation } from './delegation.service.js';
import {
  decideDelegation,
  draftDelegation,
  submitDelegation,
  withdrawDelegation,
} from './delegation.service.js';
import {
  DecideDelegationInput,
  DelegationStepInput,
  DraftDelegationInput,
  seenDelegation,
  toDelegationType,
} from './delegation.types.js';

const DraftDelegationResult = delegationResult('DraftDelegationResult');
const SubmitDelegationResult = delegationResult('SubmitDelegationResult');
const DecideDelegationResult = delegationResult('DecideDelegationResult');
const WithdrawDelegationResult = delegationResult('WithdrawDelegationResult');

const command = commandsOf({
  entity: Delegation,
  toType: toDelegationType,
  toProblem: toDelegationProblem,
  fieldClasses: ['personal'],
});

function senderFrom(input: DraftDelegationInput): DraftDelegation['sender'] {
  const { senderRegion, senderOrganization } = input;
  if (senderRegion && !senderOrganization) return { regionCode: senderRegion };
  if (senderRegion || !senderOrganization)
    throw badInput('senderRegion', 'Name the region of an office or village head, or a board.');
  return { organizationId: readId('org', 'senderOrganization', senderOrganization) };
}

@Resolver()
export class DelegationCommandsResolver {
  @Access(...delegatingRoles)
  @Mutation(() => DraftDelegationResult, {
    description: 'Drafts a letter of delegation (surat tugas) and whom it names.',
  })
  draftDelegation(@Arg('input') input: DraftDelegationInput, @Ctx() context: GraphContext) {
    const { letterNumber, letterOn } = input;
    const facts = {
      trainingEventId: readId('trn', 'trainingEventId', input.trainingEventId),
      sender: senderFrom(input),
      letterNumber,
      letterOn,
      delegates: input.delegates.map((delegate) => ({
        officerId: readId('ofr', 'delegates', delegate.officerId),
        organizationId: readId('org', 'delegates', delegate.organizationId),
        name: delegate.displayName,
      })),
    };
    return command(context, 'draftDelegation', input, (work) => draftDelegation(work, facts));
  }

  @Access(...delegatingRoles)
  @Mutation(() => SubmitDelegationResult, {
    description: 'Sends a letter of delegation to the organizer while registration is open.',
  })
  submitDelegation(@Arg('input') input: DelegationStepInput, @Ctx() context: GraphContext) {
    return command(context, 'submitDelegation', input, (work) =>
      submitDelegation(work, seenDelegation(input)),
    );
  }

  @Access(...organizerRoles)
  @Mutation(() => DecideDelegationResult, {
    description: 'Accepts all, some or none of a delegation; who is accepted gets a seat or waits.',
  })
  decideDelegation(@Arg('input') input: DecideDelegationInput, @Ctx() context: GraphContext) {
    const accepted = input.accepted.map((id) => readId('reg', 'accepted', id));
    const rejectionReason = input.rejectionReason ?? null;
    const facts = { ...seenDelegation(input), accepted, rejectionReason };
    return command(context, 'decideDelegation', input, (work) => decideDelegation(work, facts));
  }

  @Access(...delegatingRoles)
  @Mutation(() => WithdrawDelegationResult, {
    description: 'Takes a letter of delegation back before the organizer decided.',
  })
  withdrawDelegation(@Arg('input') input: DelegationStepInput, @Ctx() context: GraphContext) {
    return command(context, 'withdrawDelegation', input, (work) =>
      withdrawDelegation(work, seenDelegation(input)),
    );
  }
}

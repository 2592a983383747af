import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Organization } from './organization.entity.js';
import { registrants, registryActors } from './organization.rules.js';
import * as organizations from './organization.service.js';
import {
  AmendRegistrationInput,
  DraftRegistrationInput,
  draftedFacts,
  amendedFacts,
  OrganizationDecreeInput,
  organizationResult,
  OrganizationStepInput,
  RejectRegistrationInput,
  ReturnRegistrationInput,
  seenOrganization,
  toOrganizationProblem,
  toOrganizationType,
} from './organization.types.js';

const DraftRegistrationResult = organizationResult('DraftRegistrationResult');
const AmendRegistrationResult = organizationResult('AmendRegistrationResult');
const SubmitRegistrationResult = organizationResult('SubmitRegistrationResult');
const ReturnRegistrationResult = organizationResult('ReturnRegistrationResult');
const VerifyRegistrationResult = organizationResult('VerifyRegistrationResult');
const RejectRegistrationResult = organizationResult('RejectRegistrationResult');
const MarkOrganizationDormantResult = organizationResult('MarkOrganizationDormantResult');
const ReactivateOrganizationResult = organizationResult('ReactivateOrganizationResult');
const SuspendOrganizationResult = organizationResult('SuspendOrganizationResult');
const LiftSuspensionResult = organizationResult('LiftSuspensionResult');
const DissolveOrganizationResult = organizationResult('DissolveOrganizationResult');

const command = commandsOf({
  entity: Organization,
  toType: toOrganizationType,
  toProblem: toOrganizationProblem,
});

@Resolver()
export class OrganizationCommandsResolver {
  @Access(...registrants)
  @Mutation(() => DraftRegistrationResult, { description: 'Begins a registration.' })
  draftRegistration(@Arg('input') input: DraftRegistrationInput, @Ctx() context: GraphContext) {
    return command(context, 'draftRegistration', input, (work) =>
      organizations.draftRegistration(work, draftedFacts(input)),
    );
  }

  @Access(...registrants)
  @Mutation(() => AmendRegistrationResult, {
    description: 'Completes a registration that is a draft or was sent back.',
  })
  amendRegistration(@Arg('input') input: AmendRegistrationInput, @Ctx() context: GraphContext) {
    return command(context, 'amendRegistration', input, (work) =>
      organizations.amendRegistration(work, amendedFacts(input)),
    );
  }

  @Access(...registrants)
  @Mutation(() => SubmitRegistrationResult, {
    description: 'Puts a registration before the office.',
  })
  submitRegistration(@Arg('input') input: OrganizationStepInput, @Ctx() context: GraphContext) {
    return command(context, 'submitRegistration', input, (work) =>
      organizations.submitRegistration(work, seenOrganization(input)),
    );
  }

  @Access(...registryActors)
  @Mutation(() => ReturnRegistrationResult, {
    description: 'Sends a registration back for completion.',
  })
  returnRegistration(@Arg('input') input: ReturnRegistrationInput, @Ctx() context: GraphContext) {
    const facts = { ...seenOrganization(input), returnReason: input.reason };
    return command(context, 'returnRegistration', input, (work) =>
      organizations.leadOn(work, 'RETURN', facts),
    );
  }

  @Access(...registryActors)
  @Mutation(() => VerifyRegistrationResult, {
    description: 'Enters it into the register; not by the hand that applied.',
  })
  verifyRegistration(@Arg('input') input: OrganizationStepInput, @Ctx() context: GraphContext) {
    return command(context, 'verifyRegistration', input, (work) =>
      organizations.verifyRegistration(work, seenOrganization(input)),
    );
  }

  @Access(...registryActors)
  @Mutation(() => RejectRegistrationResult, { description: 'Refuses a registration for good.' })
  rejectRegistration(@Arg('input') input: RejectRegistrationInput, @Ctx() context: GraphContext) {
    const facts = { ...seenOrganization(input), ground: input.ground };
    return command(context, 'rejectRegistration', input, (work) =>
      organizations.rejectRegistration(work, facts),
    );
  }

  @Access(...registryActors)
  @Mutation(() => MarkOrganizationDormantResult, { description: 'Says that it shows no activity.' })
  markOrganizationDormant(
    @Arg('input') input: OrganizationStepInput,
    @Ctx() context: GraphContext,
  ) {
    return command(context, 'markOrganizationDormant', input, (work) =>
      organizations.leadOn(work, 'MARK_DORMANT', seenOrganization(input)),
    );
  }

  @Access(...registryActors)
  @Mutation(() => ReactivateOrganizationResult, { description: 'Says that it works again.' })
  reactivateOrganization(@Arg('input') input: OrganizationStepInput, @Ctx() context: GraphContext) {
    return command(context, 'reactivateOrganization', input, (work) =>
      organizations.leadOn(work, 'REACTIVATE', seenOrganization(input)),
    );
  }

  @Access(...registryActors)
  @Mutation(() => SuspendOrganizationResult, { description: 'Takes it out of service by decree.' })
  suspendOrganization(@Arg('input') input: OrganizationDecreeInput, @Ctx() context: GraphContext) {
    const facts = { ...seenOrganization(input), decreeNumber: input.decreeNumber };
    return command(context, 'suspendOrganization', input, (work) =>
      organizations.leadOn(work, 'SUSPEND', facts),
    );
  }

  @Access(...registryActors)
  @Mutation(() => LiftSuspensionResult, { description: 'Lifts a suspension.' })
  liftSuspension(@Arg('input') input: OrganizationStepInput, @Ctx() context: GraphContext) {
    return command(context, 'liftSuspension', input, (work) =>
      organizations.leadOn(work, 'LIFT_SUSPENSION', seenOrganization(input)),
    );
  }

  @Access(...registryActors)
  @Mutation(() => DissolveOrganizationResult, { description: 'Ends an organization by decree.' })
  dissolveOrganization(@Arg('input') input: OrganizationDecreeInput, @Ctx() context: GraphContext) {
    const facts = { ...seenOrganization(input), decreeNumber: input.decreeNumber };
    return command(context, 'dissolveOrganization', input, (work) =>
      organizations.leadOn(work, 'DISSOLVE', facts),
    );
  }
}

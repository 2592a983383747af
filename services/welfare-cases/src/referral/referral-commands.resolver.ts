import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { caseReaders } from '../case/case.rules.js';
import { Referral } from './referral.entity.js';
import * as referrals from './referral.service.js';
import {
  CompleteReferralInput,
  DeclineReferralInput,
  DraftReferralInput,
  ReferralStepInput,
  referralResult,
  SendReferralInput,
  toReferralProblem,
  toReferralType,
} from './referral.types.js';

const DraftReferralResult = referralResult('DraftReferralResult');
const SendReferralResult = referralResult('SendReferralResult');
const AcknowledgeReferralResult = referralResult('AcknowledgeReferralResult');
const AcceptReferralResult = referralResult('AcceptReferralResult');
const DeclineReferralResult = referralResult('DeclineReferralResult');
const StartReferralResult = referralResult('StartReferralResult');
const CompleteReferralResult = referralResult('CompleteReferralResult');
const CancelReferralResult = referralResult('CancelReferralResult');

const command = commandsOf({
  entity: Referral,
  toType: toReferralType,
  toProblem: toReferralProblem,
});

const seen = ({ id, expectedVersion }: ReferralStepInput) => ({
  id: readId('ref', 'id', id),
  expectedVersion,
});

@Resolver()
export class ReferralCommandsResolver {
  @Access(...caseReaders)
  @Mutation(() => DraftReferralResult, {
    description: 'Prepares a referral of a case to an organization.',
  })
  draftReferral(@Arg('input') input: DraftReferralInput, @Ctx() context: GraphContext) {
    const facts = {
      caseId: readId('case', 'caseId', input.caseId),
      toOrganizationId: readId('org', 'to', input.to),
      kind: input.kind,
      consentId: input.consentId ? readId('con', 'consentId', input.consentId) : null,
      sections: input.shareSections,
    };
    return command(context, 'draftReferral', input, (work) => referrals.draftReferral(work, facts));
  }

  @Access(...caseReaders)
  @Mutation(() => SendReferralResult, {
    description: 'Sends a draft: its receiver sees a summary of the case from now on.',
  })
  sendReferral(@Arg('input') input: SendReferralInput, @Ctx() context: GraphContext) {
    const facts = { ...seen(input), overCapacity: input.overCapacity };
    return command(context, 'sendReferral', input, (work) => referrals.sendReferral(work, facts));
  }

  @Access(...caseReaders)
  @Mutation(() => AcknowledgeReferralResult, { description: 'Says that the receiver has seen it.' })
  acknowledgeReferral(@Arg('input') input: ReferralStepInput, @Ctx() context: GraphContext) {
    return command(context, 'acknowledgeReferral', input, (work) =>
      referrals.leadOn(work, 'ACKNOWLEDGE', seen(input)),
    );
  }

  @Access(...caseReaders)
  @Mutation(() => AcceptReferralResult, {
    description:
      'Takes it on: the receiver sees what was shared of the case, until the referral ends; with a TRANSFER the case becomes the receiver’s.',
  })
  acceptReferral(@Arg('input') input: ReferralStepInput, @Ctx() context: GraphContext) {
    return command(context, 'acceptReferral', input, (work) =>
      referrals.acceptReferral(work, seen(input)),
    );
  }

  @Access(...caseReaders)
  @Mutation(() => DeclineReferralResult, { description: 'Says that the receiver cannot help.' })
  declineReferral(@Arg('input') input: DeclineReferralInput, @Ctx() context: GraphContext) {
    const facts = { ...seen(input), declineReason: input.reason };
    return command(context, 'declineReferral', input, (work) =>
      referrals.leadOn(work, 'DECLINE', facts),
    );
  }

  @Access(...caseReaders)
  @Mutation(() => StartReferralResult, { description: 'Says that the work began.' })
  startReferral(@Arg('input') input: ReferralStepInput, @Ctx() context: GraphContext) {
    return command(context, 'startReferral', input, (work) =>
      referrals.leadOn(work, 'START', seen(input)),
    );
  }

  @Access(...caseReaders)
  @Mutation(() => CompleteReferralResult, {
    description: 'Ends it and reports back (rujukan balik).',
  })
  completeReferral(@Arg('input') input: CompleteReferralInput, @Ctx() context: GraphContext) {
    const facts = { ...seen(input), feedback: input.feedback };
    return command(context, 'completeReferral', input, (work) =>
      referrals.leadOn(work, 'COMPLETE', facts),
    );
  }

  @Access(...caseReaders)
  @Mutation(() => CancelReferralResult, {
    description: 'Takes it back; its receiver no longer sees the case.',
  })
  cancelReferral(@Arg('input') input: ReferralStepInput, @Ctx() context: GraphContext) {
    return command(context, 'cancelReferral', input, (work) =>
      referrals.leadOn(work, 'CANCEL', seen(input)),
    );
  }
}

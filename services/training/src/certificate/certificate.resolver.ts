import { Access } from '@jejaring/chassis/graph/access';
import { loadBy } from '@jejaring/chassis/graph/batch';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { toResult } from '@jejaring/chassis/graph/problems';
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { toTrainingEventType } from '../training-event/training-event-view.types.js';
import { TrainingEvent } from '../training-event/training-event.entity.js';
import { TrainingEventType } from '../training-event/training-event.types.js';
import { Certificate, CertificateLookup } from './certificate.entity.js';
import { signatoryRoles } from './certificate.rules.js';
import { issueCertificate, issueCertificates, revokeCertificate } from './certificate.service.js';
import {
  CertificateCheck,
  certificateResult,
  IssueCertificateInput,
  IssueCertificatesInput,
  IssueCertificatesResult,
  RevokeCertificateInput,
  toCertificateProblem,
  toCertificateType,
  toCheck,
} from './certificate.types.js';
import { readCode } from './verification-code.rules.js';

const IssueCertificateResult = certificateResult('IssueCertificateResult');
const RevokeCertificateResult = certificateResult('RevokeCertificateResult');

const command = commandsOf({
  entity: Certificate,
  toType: toCertificateType,
  toProblem: toCertificateProblem,
  fieldClasses: ['personal'],
});

@Resolver(() => CertificateCheck)
export class CertificateResolver {
  @Query(() => CertificateCheck, {
    nullable: true,
    description: 'What a verification code stands for; anybody may ask.',
  })
  async certificateCheck(
    @Arg('code', () => String, {
      description: 'As printed, `7QK2-M9XD-4TRC`; small letters and missing dashes do not matter.',
    })
    typed: string,
    @Ctx() context: GraphContext,
  ): Promise<CertificateCheck> {
    const code = readCode(typed);
    if (code === null) return toCheck(null);
    return toCheck(await loadBy(context, CertificateLookup, 'verificationCode', code));
  }

  @FieldResolver(() => TrainingEventType, { nullable: true, description: 'What was completed.' })
  async trainingEvent(@Root() check: CertificateCheck, @Ctx() context: GraphContext) {
    const { trainingEventId } = check;
    if (trainingEventId === null) return null;
    const event = await loadBy(context, TrainingEvent, 'id', trainingEventId);
    return event && toTrainingEventType(event);
  }

  @Access(...signatoryRoles)
  @Mutation(() => IssueCertificateResult, {
    description: 'Certifies a participant who completed the event.',
  })
  issueCertificate(@Arg('input') input: IssueCertificateInput, @Ctx() context: GraphContext) {
    const { expectedVersion } = input;
    const facts = { id: readId('reg', 'registrationId', input.registrationId), expectedVersion };
    return command(context, 'issueCertificate', input, (work) => issueCertificate(work, facts));
  }

  @Access(...signatoryRoles)
  @Mutation(() => IssueCertificatesResult, {
    description:
      'Certifies those who completed the event and have no certificate yet, 100 at a time in the order of arrival; ask again until nobody is left.',
  })
  async issueCertificates(
    @Arg('input') input: IssueCertificatesInput,
    @Ctx() context: GraphContext,
  ) {
    const { trainingEventId, expectedVersion, idempotencyKey } = input;
    const facts = { id: readId('trn', 'trainingEventId', trainingEventId), expectedVersion };
    const outcome = await context.change({
      operation: 'issueCertificates',
      idempotencyKey,
      input,
      entity: TrainingEvent,
      fieldClasses: ['personal'],
      act: (work) => issueCertificates(work, facts),
    });
    return toResult(outcome, toTrainingEventType, toCertificateProblem);
  }

  @Access(...signatoryRoles)
  @Mutation(() => RevokeCertificateResult, {
    description: 'Revokes a certificate; its code says so to everybody from now on.',
  })
  revokeCertificate(@Arg('input') input: RevokeCertificateInput, @Ctx() context: GraphContext) {
    const { expectedVersion, reason } = input;
    const facts = { id: readId('crt', 'id', input.id), expectedVersion, reason };
    return command(context, 'revokeCertificate', input, (work) => revokeCertificate(work, facts));
  }
}

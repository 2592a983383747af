import { Access } from '@jejaring/chassis/graph/access';
import { loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId, readId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { rolesOf } from '@jejaring/trust/rights/policy.rules';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { CertificateType, toCertificateType } from '../certificate/certificate.types.js';
import { Certificate } from '../certificate/certificate.entity.js';
import { toTrainingEventType } from '../training-event/training-event-view.types.js';
import { TrainingEvent } from '../training-event/training-event.entity.js';
import { TrainingEventType } from '../training-event/training-event.types.js';
import { Registration } from './registration.entity.js';
import type { RegistrationCommand } from './registration.rules.js';
import { registrationPolicy } from './registration.rules.js';
import { commandsFor } from './registration-steps.rules.js';
import {
  RegistrationCommandType,
  RegistrationConnection,
  RegistrationStatusType,
  RegistrationType,
  toRegistrationType,
} from './registration.types.js';

const eventOf = (context: GraphContext, { trainingEventId }: Registration) =>
  loadBy(context, TrainingEvent, 'id', trainingEventId);

@Resolver(() => RegistrationType)
export class RegistrationResolver {
  @Access(...rolesOf(registrationPolicy.read))
  @Query(() => RegistrationType, {
    nullable: true,
    description: 'A registration; null when the caller may not see it.',
  })
  async registration(
    @Arg('id', () => ID, { description: '`reg_…`' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<RegistrationType | null> {
    const uuid = decodeId('reg', id);
    const row = uuid && (await loadBy(context, Registration, 'id', uuid));
    return row ? toRegistrationType(row) : null;
  }

  @Access(...rolesOf(registrationPolicy.read))
  @Query(() => RegistrationConnection, {
    nullable: true,
    description: 'Registrations for a training that the caller may see, in order of arrival.',
  })
  async registrations(
    @Arg('trainingEventId', () => ID, { description: 'The training event.' })
    trainingEventId: string,
    @Arg('status', () => RegistrationStatusType, {
      nullable: true,
      description: 'Only those that stand here.',
    })
    status: keyof typeof RegistrationStatusType | null | undefined,
    @Args() page: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    const id = readId('trn', 'trainingEventId', trainingEventId);
    const work = await context.read();
    const query = work.select(Registration, 'r').where('r.trainingEventId = :id', { id });
    if (status) query.andWhere('r.status = :status', { status });
    return listPage({ query, order: ['position', 'id'], toNode: toRegistrationType }, page);
  }

  @FieldResolver(() => TrainingEventType, { nullable: true, description: 'The training event.' })
  async trainingEvent(@Root() { row }: RegistrationType, @Ctx() context: GraphContext) {
    const event = await eventOf(context, row);
    return event && toTrainingEventType(event);
  }

  @FieldResolver(() => CertificateType, {
    nullable: true,
    description: 'The certificate; null while there is none.',
  })
  async certificate(@Root() { row }: RegistrationType, @Ctx() context: GraphContext) {
    const certificate = await loadBy(context, Certificate, 'registrationId', row.id);
    return certificate && toCertificateType(certificate);
  }

  @FieldResolver(() => [RegistrationCommandType], {
    description: 'What the caller may do with it now.',
  })
  async viewerCan(
    @Root() { row }: RegistrationType,
    @Ctx() context: GraphContext,
  ): Promise<RegistrationCommand[]> {
    const event = await eventOf(context, row);
    if (!event) return [];
    const { now } = await context.read();
    return commandsFor(row, { eventStatus: event.status, now }, context.caller);
  }
}

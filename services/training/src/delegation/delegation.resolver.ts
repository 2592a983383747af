import { Access } from '@jejaring/chassis/graph/access';
import { grouped, loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId, readId } from '@jejaring/chassis/graph/ids';
import { rolesOf } from '@jejaring/trust/rights/policy.rules';
import { selectSeen } from '@jejaring/trust/rights/select-seen';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { In } from 'typeorm';
import { Registration } from '../registration/registration.entity.js';
import { RegistrationType, toRegistrationType } from '../registration/registration.types.js';
import { toTrainingEventType } from '../training-event/training-event-view.types.js';
import { TrainingEvent } from '../training-event/training-event.entity.js';
import { TrainingEventType } from '../training-event/training-event.types.js';
import { Delegation } from './delegation.entity.js';
import type { DelegationCommand } from './delegation.rules.js';
import { commandsFor, delegationPolicy } from './delegation.rules.js';
import {
  DelegationCommandType,
  DelegationConnection,
  DelegationStatusType,
  DelegationType,
  toDelegationType,
} from './delegation.types.js';

@ArgsType()
export class DelegationsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'To this training event only.' })
  trainingEventId?: string | null;

  @Field(() => DelegationStatusType, { nullable: true, description: 'Only those that stand here.' })
  status?: keyof typeof DelegationStatusType | null;
}

/** Those whom several letters name, in one statement; who was replaced or withdrew is not sent. */
function delegatesOf(context: GraphContext, delegationId: string): Promise<Registration[]> {
  const loader = context.loader<string, Registration[]>('delegates', async (work, ids) => {
    const where = { delegationId: In([...ids]) };
    const rows = await work.list(Registration, where, { regionCode: 'ASC', id: 'ASC' });
    const sent = rows.filter(({ status }) => status !== 'REPLACED' && status !== 'WITHDRAWN');
    return grouped(sent, ids, (row) => row.delegationId!);
  });
  return loader.load(delegationId);
}

@Resolver(() => DelegationType)
export class DelegationResolver {
  @Access(...rolesOf(delegationPolicy.read))
  @Query(() => DelegationType, {
    nullable: true,
    description: 'A letter of delegation; null when the caller may not see it.',
  })
  async trainingDelegation(
    @Arg('id', () => ID, { description: '`dlg_…`' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<DelegationType | null> {
    const uuid = decodeId('dlg', id);
    const row = uuid && (await loadBy(context, Delegation, 'id', uuid));
    return row ? toDelegationType(row) : null;
  }

  @Access(...rolesOf(delegationPolicy.read))
  @Query(() => DelegationConnection, {
    nullable: true,
    description: 'Letters of delegation that the caller sent or receives, the oldest first.',
  })
  async trainingDelegations(@Args() args: DelegationsArgs, @Ctx() context: GraphContext) {
    const query = selectSeen(await context.read(), delegationPolicy, Delegation, 'd');
    if (args.trainingEventId) {
      const event = readId('trn', 'trainingEventId', args.trainingEventId);
      query.andWhere('d.trainingEventId = :event', { event });
    }
    if (args.status) query.andWhere('d.status = :status', { status: args.status });
    return listPage({ query, order: ['id'], toNode: toDelegationType }, args);
  }

  @FieldResolver(() => TrainingEventType, { nullable: true, description: 'Where they are sent.' })
  async trainingEvent(@Root() { row }: DelegationType, @Ctx() context: GraphContext) {
    const event = await loadBy(context, TrainingEvent, 'id', row.trainingEventId);
    return event && toTrainingEventType(event);
  }

  @FieldResolver(() => [RegistrationType], {
    description:
      'Whom it names, in the order of their regions; not who withdrew or was replaced since.',
  })
  async delegates(@Root() { row }: DelegationType, @Ctx() context: GraphContext) {
    return (await delegatesOf(context, row.id)).map(toRegistrationType);
  }

  @FieldResolver(() => [DelegationCommandType], {
    description: 'What the caller may do with it now.',
  })
  async viewerCan(
    @Root() { row }: DelegationType,
    @Ctx() context: GraphContext,
  ): Promise<DelegationCommand[]> {
    const event = await loadBy(context, TrainingEvent, 'id', row.trainingEventId);
    return event ? commandsFor(row, event.status, context.caller) : [];
  }
}

@Resolver(() => TrainingEventType)
export class EventDelegationsResolver {
  @FieldResolver(() => [DelegationType], {
    description: 'Whom offices, village heads and boards sent; only letters the caller may see.',
  })
  async delegations(
    @Root() { row }: TrainingEventType,
    @Ctx() context: GraphContext,
  ): Promise<DelegationType[]> {
    const loader = context.loader<string, Delegation[]>('delegations', async (work, ids) => {
      const rows = await work.list(Delegation, { trainingEventId: In([...ids]) }, { id: 'ASC' });
      return grouped(rows, ids, ({ trainingEventId }) => trainingEventId);
    });
    return (await loader.load(row.id)).map(toDelegationType);
  }
}

import { Access } from '@jejaring/chassis/graph/access';
import { grouped, loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { subscribers } from '../feed/feed.rules.js';
import { SubscriptionCommandType, SubscriptionStatusType } from './subscription-words.js';
import { EventSubscription, SubscriptionKey } from './subscription.entity.js';
import type { SubscriptionCommand } from './subscription.rules.js';
import { subscriptionCommandsFor } from './subscription.rules.js';
import {
  EventSubscriptionConnection,
  EventSubscriptionKey,
  EventSubscriptionType,
  toSubscriptionKey,
  toSubscriptionType,
} from './subscription.types.js';

async function keysOf(work: Work, ids: readonly string[]): Promise<SubscriptionKey[][]> {
  const rows = await work
    .select(SubscriptionKey, 'k')
    .where('k.subscriptionId = any(:ids)', { ids: [...ids] })
    .andWhere('(k.expiresAt is null or k.expiresAt > :now)', { now: work.now })
    .orderBy('k.madeAt')
    .getMany();
  return grouped(rows, ids, ({ subscriptionId }) => subscriptionId);
}

@Resolver(() => EventSubscriptionType)
export class SubscriptionResolver {
  @Access(...subscribers)
  @Query(() => EventSubscriptionType, {
    nullable: true,
    description: 'A subscription; null when there is none that you may see.',
  })
  async eventSubscription(
    @Arg('id', () => ID, { description: '`sub_…`' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<EventSubscriptionType | null> {
    const uuid = decodeId('sub', id);
    const row = uuid && (await loadBy(context, EventSubscription, 'id', uuid));
    return row ? toSubscriptionType(row) : null;
  }

  @Access(...subscribers)
  @Query(() => EventSubscriptionConnection, {
    nullable: true,
    description:
      'Subscriptions, the oldest first: an office sees those of its region, a system its own.',
  })
  async eventSubscriptions(
    @Arg('status', () => SubscriptionStatusType, {
      nullable: true,
      description: 'Only those that stand so.',
    })
    status: keyof typeof SubscriptionStatusType | null | undefined,
    @Args() page: PageArgs,
    @Ctx() context: GraphContext,
  ) {
    const query = (await context.read()).select(EventSubscription, 's');
    if (status) query.andWhere('s.status = :status', { status });
    return listPage({ query, order: ['id'] as const, toNode: toSubscriptionType }, page);
  }

  @FieldResolver(() => [EventSubscriptionKey], {
    description: 'The keys that sign deliveries now: two of a kind while one takes over.',
  })
  async keys(
    @Root() { row }: EventSubscriptionType,
    @Ctx() context: GraphContext,
  ): Promise<EventSubscriptionKey[]> {
    const loader = context.loader('subscription.keys', keysOf);
    return (await loader.load(row.id)).map(toSubscriptionKey);
  }

  @FieldResolver(() => [SubscriptionCommandType], {
    description: 'What the caller may do with it now.',
  })
  viewerCan(
    @Root() { row }: EventSubscriptionType,
    @Ctx() { caller }: GraphContext,
  ): SubscriptionCommand[] {
    return subscriptionCommandsFor(row, caller);
  }
}

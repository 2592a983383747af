import { Access } from '@jejaring/chassis/graph/access';
import { inOrder } from '@jejaring/chassis/graph/batch';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { encodeId, readId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { resultUnion } from '@jejaring/chassis/graph/problems';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { subscribers } from '../feed/feed.rules.js';
import { readSeen, SeenEventSubscriptionInput } from '../subscription/subscription-inputs.types.js';
import { EventSubscription } from '../subscription/subscription.entity.js';
import {
  EventSubscriptionRefusedProblem,
  EventSubscriptionType,
  subscriptionResult,
  toSubscriptionProblem,
  toSubscriptionType,
} from '../subscription/subscription.types.js';
import { stateOf } from '../webhook/circuit.rules.js';
import { readReplay, ReplayEventsInput } from './delivery-inputs.types.js';
import { DeliveryStateType } from './delivery-words.js';
import { EventDelivery } from './delivery.entity.js';
import {
  EventDeliveryConnection,
  EventReplayType,
  EventSubscriptionLag,
  toDeliveryType,
} from './delivery.types.js';
import type { Lag } from './lag.js';
import { readLags } from './lag.js';
import { EventReplay } from './replay.entity.js';
import { replayEvents, sendTest } from './replay.service.js';

const TestResult = subscriptionResult('TestEventSubscriptionResult');
const ReplayResult = resultUnion(
  'ReplayEventsResult',
  () => EventReplayType,
  EventSubscriptionRefusedProblem,
);

const test = commandsOf({
  entity: EventSubscription,
  toType: toSubscriptionType,
  toProblem: toSubscriptionProblem,
});
const replay = commandsOf({
  entity: EventReplay,
  toType: toReplayType,
  toProblem: toSubscriptionProblem,
});

function toReplayType({ subscriptionId, matched, dryRun, madeAt }: EventReplay): EventReplayType {
  const id = encodeId('sub', subscriptionId);
  return Object.assign(new EventReplayType(), { subscriptionId: id, matched, dryRun, madeAt });
}

@ArgsType()
class DeliveryFilter extends PageArgs {
  @Field(() => ID, { description: 'Of which subscription, `sub_…`.' })
  subscription!: string;

  @Field(() => DeliveryStateType, { nullable: true, description: 'Only those that are there.' })
  state?: keyof typeof DeliveryStateType | null;
}

const lagsOf = async (work: Work, ids: readonly string[]) =>
  inOrder(await readLags(work, ids), ids, ({ id }) => id);

@Resolver(() => EventSubscriptionType)
export class DeliveryResolver {
  @Access(...subscribers)
  @Query(() => EventDeliveryConnection, {
    nullable: true,
    description: 'What was sent to an endpoint in the last 30 days, the newest first.',
  })
  async eventDeliveries(
    @Args() { subscription, state, ...page }: DeliveryFilter,
    @Ctx() context: GraphContext,
  ) {
    const of = readId('sub', 'subscription', subscription);
    const query = (await context.read())
      .select(EventDelivery, 'd')
      .where('d.subscriptionId = :of', { of });
    if (state) query.andWhere('d.state = :state', { state });
    const order = ['id'] as const;
    return listPage({ query, order, descending: true, toNode: toDeliveryType }, page as PageArgs);
  }

  @FieldResolver(() => EventSubscriptionLag, {
    nullable: true,
    description: 'How far its endpoint is behind; null before it agreed for the first time.',
  })
  async lag(
    @Root() { row }: EventSubscriptionType,
    @Ctx() context: GraphContext,
  ): Promise<EventSubscriptionLag | null> {
    const loader = context.loader<string, Lag | null>('subscription.lag', lagsOf);
    const lag = await loader.load(row.id);
    const circuit = lag && stateOf(lag, context.database.clock.now());
    return lag && Object.assign(new EventSubscriptionLag(), lag, { circuit });
  }

  @Access(...subscribers)
  @Mutation(() => TestResult, {
    description:
      'Sends an event of the kind `event-hub.subscription.tested.v1` to an endpoint; what came of it is in `eventDeliveries`.',
  })
  testEventSubscription(
    @Arg('input') input: SeenEventSubscriptionInput,
    @Ctx() context: GraphContext,
  ) {
    return test(context, 'testEventSubscription', input, (work) => sendTest(work, readSeen(input)));
  }

  @Access(...subscribers)
  @Mutation(() => ReplayResult, {
    description:
      'Sends events of the feed again to an endpoint, with the ids that they had; with `dryRun` it only counts them.',
  })
  replayEvents(@Arg('input') input: ReplayEventsInput, @Ctx() context: GraphContext) {
    return replay(context, 'replayEvents', input, (work) => replayEvents(work, readReplay(input)));
  }
}

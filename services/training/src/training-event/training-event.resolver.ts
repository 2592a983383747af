import { grouped, loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { Max, Min } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { In } from 'typeorm';
import { FactSourceType, sourcesOf } from '@jejaring/register/facts/fact-source.types';
import { Cached } from '@jejaring/trust/rights/cached';
import { regionRef } from '../region/region.types.js';
import { SeatBucket } from '../seat/seat.entity.js';
import { toTrainingEventType } from './training-event-view.types.js';
import { TrainingEvent } from './training-event.entity.js';
import type { TrainingEventCommand } from './training-event.rules.js';
import { commandsFor } from './training-event.rules.js';
import {
  ofTrainingEvent,
  TrainingEventConnection,
  TrainingEventType,
  TrainingQuota,
  TrainingSeats,
} from './training-event.types.js';
import { TrainingEventCommandType, TrainingEventStatusType } from './training-words.types.js';

@ArgsType()
export class TrainingEventsArgs extends PageArgs {
  @Field(() => RegionCode, { nullable: true, description: 'Held for this region or one in it.' })
  region?: string | null;

  @Field(() => RegionCode, {
    nullable: true,
    description: 'Held by an organizer of exactly this region.',
  })
  organizerRegion?: string | null;

  @Min(1900)
  @Max(2200)
  @Field(() => Int, { nullable: true, description: 'Begins in this year.' })
  year?: number | null;

  @Field(() => TrainingEventStatusType, { nullable: true, description: 'Stands here.' })
  status?: keyof typeof TrainingEventStatusType | null;
}

function selectEvents(work: Work, { region, organizerRegion, year, status }: TrainingEventsArgs) {
  const query = work.select(TrainingEvent, 'e');
  if (region) query.andWhere('e.regionCode >= :low and e.regionCode < :high', regionRange(region));
  if (organizerRegion)
    query.andWhere('e.organizerRegionCode = :organizerRegion', { organizerRegion });
  if (year) {
    query.andWhere('e.startsOn between :first and :last', {
      first: `${year}-01-01`,
      last: `${year}-12-31`,
    });
  }
  if (status) query.andWhere('e.status = :status', { status });
  return query;
}

const toQuota = ({ regionCode, seats, taken, waiting, lastPosition }: SeatBucket): TrainingQuota =>
  Object.assign(new TrainingQuota(), {
    region: regionCode === null ? null : regionRef(regionCode),
    total: seats,
    taken,
    waiting,
    sentSomebody: lastPosition > 0,
  });

/** The seats of an event, all its buckets together; null where nobody registers. */
async function seatsOf(
  context: GraphContext,
  { id, perUnitMax }: Pick<TrainingEvent, 'id' | 'perUnitMax'>,
): Promise<TrainingSeats | null> {
  const loader = context.loader<string, SeatBucket[]>('seats', async (work, ids) => {
    const where = { trainingEventId: In([...ids]) };
    // PostgreSQL puts null behind all codes, and with it the reserve.
    const rows = await work.list(SeatBucket, where, { regionCode: 'ASC' });
    return grouped(rows, ids, ({ trainingEventId }) => trainingEventId);
  });
  const buckets = await loader.load(id);
  if (buckets.length === 0) return null;
  const sum = (of: (bucket: SeatBucket) => number) =>
    buckets.reduce((total, bucket) => total + of(bucket), 0);
  return Object.assign(new TrainingSeats(), {
    total: sum(({ seats }) => seats),
    taken: sum(({ taken }) => taken),
    waiting: sum(({ waiting }) => waiting),
    perUnitMax,
    quotas: buckets.map(toQuota),
  });
}

@Resolver(() => TrainingEventType)
export class TrainingEventResolver {
  @Cached(ofTrainingEvent)
  @Query(() => TrainingEventType, {
    nullable: true,
    description: 'A training event; null when there is none, or it is a draft of somebody else.',
  })
  async trainingEvent(
    @Arg('id', () => ID, { description: '`trn_…`' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<TrainingEventType | null> {
    const uuid = decodeId('trn', id);
    const row = uuid && (await loadBy(context, TrainingEvent, 'id', uuid));
    return row ? toTrainingEventType(row) : null;
  }

  @Cached({ until: ofTrainingEvent.untilOwn })
  @Query(() => TrainingEventConnection, {
    nullable: true,
    description: 'Training events, the latest first; drafts only for their organizer.',
  })
  async trainingEvents(@Args() args: TrainingEventsArgs, @Ctx() context: GraphContext) {
    const query = selectEvents(await context.read(), args);
    const order = ['startsOn', 'id'] as const;
    return listPage({ query, order, descending: true, toNode: toTrainingEventType }, args);
  }

  @Cached({ ...ofTrainingEvent, until: ['training.participant'] })
  @FieldResolver(() => TrainingSeats, {
    nullable: true,
    description: 'How full it is; null for an event by invitation.',
  })
  seats(@Root() { row }: TrainingEventType, @Ctx() context: GraphContext) {
    return seatsOf(context, row);
  }

  @FieldResolver(() => [FactSourceType], {
    description: 'Where its facts come from; sources may differ.',
  })
  sources(@Root() { row }: TrainingEventType, @Ctx() context: GraphContext) {
    return sourcesOf(context, row.id);
  }

  @Cached()
  @FieldResolver(() => [TrainingEventCommandType], {
    description: 'What the caller may do with it now.',
  })
  async viewerCan(
    @Root() { row }: TrainingEventType,
    @Ctx() context: GraphContext,
  ): Promise<TrainingEventCommand[]> {
    const seats = await seatsOf(context, row);
    const { now } = await context.read();
    return commandsFor(row, context.caller, { seats: seats?.total ?? null, now });
  }
}

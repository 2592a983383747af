import type { GraphContext } from '@jejaring/chassis/graph/context';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { TrainingTopic } from '../training-event/training-event.rules.js';
import { TrainingTopicType } from '../training-event/training-words.types.js';
import type { Reach } from './region.rules.js';
import { RegionTraining, RegionType, toRegionTraining } from './region.types.js';

// A unit is a village board that is still there; reached and total count the same ones. Asked for by
// its region each time: a list of all the nation's units would be made for a single district.
const reachSql = `
  with asked as (
    select * from unnest($1::text[], $2::text[], $3::integer[], $4::text[]) with ordinality
      as r (low, high, year, topic, position)
  ), unit as not materialized (
    select id, region_code from organization_copy
    where kind = 'KARANG_TARUNA' and level = 'VILLAGE' and status <> 'DISSOLVED'
  )
  select
    (select count(*)::integer from unit u
      where u.region_code >= a.low collate "C" and u.region_code < a.high collate "C") as "unitsTotal",
    (select count(distinct u.id)::integer from training_record t join unit u on u.id = t.organization_id
      where t.training_events > 0 and (a.year is null or t.year = a.year)
        and (a.topic is null or t.topic = a.topic)
        and t.region_code >= a.low collate "C" and t.region_code < a.high collate "C"
        and u.region_code >= a.low collate "C" and u.region_code < a.high collate "C") as "unitsReached",
    (select coalesce(sum(t.certificates), 0)::integer from training_record t
      where (a.year is null or t.year = a.year) and (a.topic is null or t.topic = a.topic)
        and t.region_code >= a.low collate "C" and t.region_code < a.high collate "C") as "certificatesIssued",
    stated.least as "participantsStated", stated.most as "statedAtMost"
  from asked a cross join lateral (
    select coalesce(sum(e.stated_value), 0)::integer as least,
      case when coalesce(bool_or(e.stated_qualifier = 'AT_LEAST'), false) then null
        else coalesce(sum(coalesce(e.stated_up_to, e.stated_value)), 0)::integer end as most
    from training_event e
    where e.region_code >= a.low collate "C" and e.region_code < a.high collate "C"
      and (a.year is null or e.starts_on >= make_date(a.year, 1, 1) and e.starts_on < make_date(a.year + 1, 1, 1))
      and (a.topic is null or e.topic = a.topic) and e.status in ('COMPLETED', 'REPORTED')
  ) stated order by a.position`;

interface Asked {
  code: string;
  year: number | null;
  topic: TrainingTopic | null;
}

/** The reach in several regions, years and topics, in one statement. */
function reachOf(context: GraphContext, asked: Asked): Promise<RegionTraining> {
  const loader = context.loader<string, RegionTraining>('regionTraining', async (work, keys) => {
    const all = keys.map((key) => JSON.parse(key) as Asked);
    const ranges = all.map(({ code }) => regionRange(code));
    const rows = await work.sql<Reach>(reachSql, [
      ranges.map(({ low }) => low),
      ranges.map(({ high }) => high),
      all.map(({ year }) => year),
      all.map(({ topic }) => topic),
    ]);
    return rows.map((row) => toRegionTraining(row, work.now));
  });
  return loader.load(JSON.stringify(asked));
}

@Resolver(() => RegionType)
export class RegionResolver {
  @FieldResolver(() => RegionTraining, {
    nullable: true,
    description: 'How far training reached in the region.',
  })
  training(
    @Root() { code }: RegionType,
    @Arg('year', () => Int, {
      nullable: true,
      description: 'Only trainings that began, and certificates issued, in this year.',
    })
    year: number | null | undefined,
    @Arg('topic', () => TrainingTopicType, {
      nullable: true,
      description: 'Only trainings on this topic.',
    })
    topic: TrainingTopic | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<RegionTraining> {
    return reachOf(context, { code, year: year ?? null, topic: topic ?? null });
  }
}

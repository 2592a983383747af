import { Access } from '@jejaring/chassis/graph/access';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { fault } from '@jejaring/chassis/graph/faults';
import type { PageArgs } from '@jejaring/chassis/graph/page';
import { foreignCursor, readCursor, toConnection } from '@jejaring/chassis/graph/page';
import type { SubgraphDefinition } from '@jejaring/chassis/graph/subgraph';
import { fieldOf } from '@jejaring/chassis/graph/subgraph';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { ClassType } from 'type-graphql';
import { Ctx, Directive, Field, FieldResolver, ID, ObjectType, Resolver } from 'type-graphql';
import { ParkedKey, ParkedKeyConnection, ServiceTraffic } from './traffic.types.js';

/** Who looks after the traffic of events: of the ministry, for the whole nation. */
export const trafficWatchers = ['KEMENSOS_STAFF', 'AUDITOR'] as const;

const waitingSql = `
  select count(*)::integer as waiting, extract(epoch from now() - min(recorded_time::timestamptz))::float8 as oldest
  from outbox`;

const pageSql = `
  select topic, key, count(*)::integer as events, array_agg(distinct reason order by reason) as reasons,
    min(parked_at) as since, min(id)::text as place
  from parked_event group by topic, key having min(id) > $1 order by min(id) limit $2`;

const countSql = 'select count(distinct (topic, key))::integer as count from parked_event';

interface ParkedRow extends ParkedKey {
  place: string;
}

function placeBehind(after: string | null | undefined): string {
  if (!after) return '0';
  const [place] = readCursor(after, 1);
  if (typeof place === 'string' && /^\d{1,18}$/.test(place)) return place;
  throw foreignCursor();
}

async function listParkedKeys(work: Work, page: PageArgs): Promise<ParkedKeyConnection> {
  const rows = await work.sql<ParkedRow>(pageSql, [placeBehind(page.after), page.first + 1]);
  const connection = toConnection(rows, page, {
    place: ({ place }) => [place],
    toNode: ({ place: _of, ...row }) => Object.assign(new ParkedKey(), row),
    counted: async () => (await work.sql<{ count: number }>(countSql))[0]!.count,
  });
  return Object.assign(new ParkedKeyConnection(), connection);
}

/** Reading tells how the caller stands; what one region may see of it is nothing. */
async function readAsWatcher(context: GraphContext): Promise<Work> {
  const work = await context.read();
  const { role, region } = context.caller;
  if ((trafficWatchers as readonly string[]).includes(role) && region === '') return work;
  throw fault('FORBIDDEN', 'The traffic of events is looked after for the whole nation.');
}

/** What a service adds to its graph so that the traffic of its events is seen there. */
export function trafficGraph(
  service: string,
): Required<Omit<SubgraphDefinition, 'resolvers'>> & { resolvers: ClassType[] } {
  @Directive('@key(fields: "id")')
  @ObjectType('EventTraffic', {
    description: 'The traffic of events (lalu lintas peristiwa), by service.',
  })
  class EventTraffic {
    @Field(() => ID, { description: 'Always `events`: there is one.' })
    id!: string;
  }

  @Resolver(() => EventTraffic)
  class TrafficField {
    @Access(...trafficWatchers)
    @FieldResolver(() => ServiceTraffic, {
      name: fieldOf(service),
      nullable: true,
      description: `What waits to leave ${service}, and which events of others are parked there.`,
    })
    async traffic(@Ctx() context: GraphContext): Promise<ServiceTraffic> {
      const work = await readAsWatcher(context);
      const [row] = await work.sql<{ waiting: number; oldest: number | null }>(waitingSql);
      const { waiting, oldest: oldestWaitingSeconds } = row!;
      return Object.assign(new ServiceTraffic(), {
        waiting,
        oldestWaitingSeconds,
        behind: context.database.behind,
        listParked: (page: PageArgs) => listParkedKeys(work, page),
      });
    }
  }

  return {
    resolvers: [TrafficField],
    types: [EventTraffic],
    references: { EventTraffic: ({ id }) => Object.assign(new EventTraffic(), { id: String(id) }) },
  };
}

import { loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { TrainingEvent } from '../training-event/training-event.entity.js';
import { toTrainingEventType } from '../training-event/training-event-view.types.js';
import { TrainingEventType } from '../training-event/training-event.types.js';
import { AttendedTraining, OrganizationTraining } from './organization.types.js';

const mostShown = 100;

interface Row {
  organizationId: string;
  trainingEventId: string;
  participants: number;
  completed: number;
  certificates: number;
}

// Row-level security leaves the registrations that the caller may see.
const attendedSql = `
  select r.organization_id as "organizationId", r.training_event_id as "trainingEventId",
    count(*)::integer as participants,
    count(*) filter (where r.status in ('COMPLETED', 'CERTIFIED'))::integer as completed,
    count(c.id)::integer as certificates
  from registration r
  join training_event e on e.id = r.training_event_id
  left join certificate c on c.registration_id = r.id and c.status = 'VALID'
  where r.organization_id = any ($1::uuid[])
    and r.status in ('ATTENDED', 'COMPLETED', 'NOT_COMPLETED', 'CERTIFIED')
  group by 1, 2, e.starts_on order by e.starts_on desc, 2`;

/** What several organizations attended, in one statement. */
function attendedBy(context: GraphContext, organizationId: string): Promise<Row[]> {
  const loader = context.loader<string, Row[]>('attended trainings', async (work, ids) => {
    const rows = await work.sql<Row>(attendedSql, [ids]);
    return ids.map((id) => rows.filter((row) => row.organizationId === id));
  });
  return loader.load(organizationId);
}

@Resolver(() => OrganizationTraining)
export class AttendedTrainingsResolver {
  @FieldResolver(() => [AttendedTraining], {
    description: `What its people attended, newest first; the newest ${mostShown}. For the organization, the offices whose region holds it, and who organized the event; empty for everybody else.`,
  })
  async attended(
    @Root() { organizationId }: OrganizationTraining,
    @Ctx() context: GraphContext,
  ): Promise<AttendedTraining[]> {
    const rows = (await attendedBy(context, organizationId)).slice(0, mostShown);
    return rows.map((row) => Object.assign(new AttendedTraining(), row));
  }
}

@Resolver(() => AttendedTraining)
export class AttendedTrainingResolver {
  @FieldResolver(() => TrainingEventType, { nullable: true, description: 'What was attended.' })
  async trainingEvent(
    @Root() { trainingEventId }: AttendedTraining,
    @Ctx() context: GraphContext,
  ): Promise<TrainingEventType | null> {
    const event = await loadBy(context, TrainingEvent, 'id', trainingEventId);
    return event && toTrainingEventType(event);
  }
}

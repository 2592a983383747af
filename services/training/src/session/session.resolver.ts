import { Classified } from '@jejaring/trust/audit/classified';
import { Access } from '@jejaring/chassis/graph/access';
import { grouped, inOrder } from '@jejaring/chassis/graph/batch';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { In } from 'typeorm';
import { RegistrationType } from '../registration/registration.types.js';
import { toTrainingEventType } from '../training-event/training-event-view.types.js';
import { TrainingEvent } from '../training-event/training-event.entity.js';
import { organizerRoles } from '../training-event/training-event.rules.js';
import { TrainingEventType } from '../training-event/training-event.types.js';
import { TrainingSession } from './session.entity.js';
import { keeperRoles, normalizedGain } from './session.rules.js';
import { planSession, recordAttendance, recordTestResults } from './session.service.js';
import {
  PlanSessionInput,
  readEntries,
  RecordAttendanceInput,
  RecordTestResultsInput,
  sessionResult,
  SessionType,
  testResult,
  toSessionProblem,
  toSessionType,
  TrainingProgress,
} from './session.types.js';

const PlanSessionResult = sessionResult('PlanSessionResult');
const RecordAttendanceResult = sessionResult('RecordAttendanceResult');
const RecordTestResultsResult = testResult('RecordTestResultsResult');

const toProblem = toSessionProblem;
const command = commandsOf({ entity: TrainingSession, toType: toSessionType, toProblem });
const eventCommand = commandsOf({
  entity: TrainingEvent,
  toType: toTrainingEventType,
  toProblem,
  fieldClasses: ['personal'],
});

@Resolver()
export class SessionCommandsResolver {
  @Access(...organizerRoles)
  @Mutation(() => PlanSessionResult, { description: 'Plans one lesson of a training event.' })
  planSession(@Arg('input') input: PlanSessionInput, @Ctx() context: GraphContext) {
    const { module, startsAt, endsAt } = input;
    const trainingEventId = readId('trn', 'trainingEventId', input.trainingEventId);
    const facts = { trainingEventId, module, startsAt, endsAt };
    return command(context, 'planSession', input, (work) => planSession(work, facts));
  }

  @Access(...keeperRoles)
  @Mutation(() => RecordAttendanceResult, {
    description: 'Hands in who was there in a session; handed in again, the last list counts.',
  })
  recordAttendance(@Arg('input') input: RecordAttendanceInput, @Ctx() context: GraphContext) {
    const { expectedVersion } = input;
    const facts = {
      id: readId('tss', 'id', input.id),
      expectedVersion,
      entries: readEntries(input.entries),
    };
    return command(context, 'recordAttendance', input, (work) => recordAttendance(work, facts));
  }

  @Access(...keeperRoles)
  @Mutation(() => RecordTestResultsResult, {
    description: 'Hands in the scores of a test before or after a training.',
  })
  recordTestResults(@Arg('input') input: RecordTestResultsInput, @Ctx() context: GraphContext) {
    const { expectedVersion, kind } = input;
    const facts = {
      id: readId('trn', 'id', input.id),
      expectedVersion,
      kind,
      entries: readEntries(input.entries),
    };
    return eventCommand(context, 'recordTestResults', input, (work) =>
      recordTestResults(work, facts),
    );
  }
}

@Resolver(() => TrainingEventType)
export class EventSessionsResolver {
  @FieldResolver(() => [SessionType], { description: 'Its lessons, in their order.' })
  async sessions(
    @Root() { row }: TrainingEventType,
    @Ctx() context: GraphContext,
  ): Promise<SessionType[]> {
    const loader = context.loader<string, TrainingSession[]>('sessions', async (work, ids) => {
      const where = { trainingEventId: In([...ids]) };
      const rows = await work.list(TrainingSession, where, { startsAt: 'ASC', id: 'ASC' });
      return grouped(rows, ids, ({ trainingEventId }) => trainingEventId);
    });
    return (await loader.load(row.id)).map(toSessionType);
  }
}

interface Progress {
  id: string;
  sessionsAttended: number;
  sessionsCounted: number;
  preTest: number | null;
  postTest: number | null;
}

const progressSql = `
  select p.id,
    (select count(*)::integer from session_attendance a
      where a.registration_id = p.id and a.status in ('PRESENT', 'LATE')) as "sessionsAttended",
    (select count(*)::integer from session_attendance a
      where a.registration_id = p.id and a.status <> 'EXCUSED') as "sessionsCounted",
    (select t.score from test_result t where t.registration_id = p.id and t.kind = 'PRE') as "preTest",
    (select t.score from test_result t where t.registration_id = p.id and t.kind = 'POST') as "postTest"
  from unnest($1::uuid[]) as p (id)`;

function toProgress({ id: _id, ...progress }: Progress): TrainingProgress {
  const { preTest, postTest } = progress;
  const known = preTest !== null && postTest !== null;
  const gainBasisPoints = known ? normalizedGain(preTest, postTest) : null;
  return Object.assign(new TrainingProgress(), progress, { gainBasisPoints });
}

@Resolver(() => RegistrationType)
export class ProgressResolver {
  @Classified('personal')
  @FieldResolver(() => TrainingProgress, { description: 'What the participant did so far.' })
  async progress(
    @Root() { row }: RegistrationType,
    @Ctx() context: GraphContext,
  ): Promise<TrainingProgress> {
    const loader = context.loader<string, Progress | null>('progress', async (work, ids) => {
      const rows = await work.sql<Progress>(progressSql, [ids]);
      return inOrder(rows, ids, ({ id }) => id);
    });
    return toProgress((await loader.load(row.id))!);
  }
}

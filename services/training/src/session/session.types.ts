import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId, readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { ArrayMaxSize, ArrayMinSize, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { TrainingEventType } from '../training-event/training-event.types.js';
import type { TrainingSession } from './session.entity.js';

type Ref<T> = T;

export const AttendanceStatusType = enumOf(
  'TrainingAttendanceStatus',
  'Whether a participant was there in a session.',
  {
    PRESENT: 'Was there.',
    LATE: 'Came late; counts as there.',
    EXCUSED: 'Was excused; the session does not count for them.',
    ABSENT: 'Was not there.',
  },
);

export const TestKindType = enumOf('TrainingTestKind', 'When a test is taken.', {
  PRE: 'Before the training.',
  POST: 'After it.',
});

@Directive('@key(fields: "id")')
@ObjectType('TrainingSession', { description: 'One lesson of a training (sesi).' })
export class SessionType {
  row!: TrainingSession;

  @Field(() => ID, { description: '`tss_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field({ description: 'What is taught.' })
  module!: string;

  @Field({ description: 'When it starts.' })
  startsAt!: Date;

  @Field({ description: 'When it ends.' })
  endsAt!: Date;
}

export function toSessionType(row: TrainingSession): SessionType {
  const { version, module, startsAt, endsAt } = row;
  const shown = { version, module, startsAt, endsAt };
  return Object.assign(new SessionType(), shown, { row, id: encodeId('tss', row.id) });
}

@ObjectType({ description: 'What a participant did over the sessions of a training.' })
export class TrainingProgress {
  @Field(() => Int, { description: 'Sessions in which they were there, late or in time.' })
  sessionsAttended!: number;

  @Field(() => Int, { description: 'Sessions that count for them: recorded and not excused.' })
  sessionsCounted!: number;

  @Field(() => Int, { nullable: true, description: 'Score of the test before, 0 to 100.' })
  preTest!: number | null;

  @Field(() => Int, { nullable: true, description: 'Score of the test after, 0 to 100.' })
  postTest!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of what there was to gain, how much was, in basis points.',
  })
  gainBasisPoints!: number | null;
}

@InputType({ description: 'One lesson of a training event.' })
export class PlanSessionInput extends CommandInput {
  @Field(() => ID, { description: 'The training event.' })
  trainingEventId!: string;

  @MinLength(2)
  @MaxLength(200)
  @Field({ description: 'What is taught, 2 to 200 characters.' })
  module!: string;

  @Field({ description: 'When it starts.' })
  startsAt!: Date;

  @Field({ description: 'When it ends.' })
  endsAt!: Date;
}

@InputType({ description: 'Whether one participant was there.' })
export class AttendanceEntryInput {
  @Field(() => ID, { description: 'The participant, `reg_…`.' })
  registrationId!: string;

  @Field(() => AttendanceStatusType, { description: 'Whether they were there.' })
  status!: keyof typeof AttendanceStatusType;
}

@InputType({ description: 'The list of a session.' })
export class RecordAttendanceInput extends SeenInput {
  @Field(() => ID, { description: 'The session.' })
  id!: string;

  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @Field(() => [AttendanceEntryInput], { description: 'Participants, each once, 1 to 500.' })
  entries!: Ref<AttendanceEntryInput>[];
}

@InputType({ description: 'What one participant scored.' })
export class TestEntryInput {
  @Field(() => ID, { description: 'The participant, `reg_…`.' })
  registrationId!: string;

  @Min(0)
  @Max(100)
  @Field(() => Int, { description: 'Score, 0 to 100.' })
  score!: number;
}

@InputType({ description: 'The scores of one test at a training event.' })
export class RecordTestResultsInput extends SeenInput {
  @Field(() => ID, { description: 'The training event.' })
  id!: string;

  @Field(() => TestKindType, { description: 'Before or after.' })
  kind!: keyof typeof TestKindType;

  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @Field(() => [TestEntryInput], { description: 'Participants, each once, 1 to 500.' })
  entries!: Ref<TestEntryInput>[];
}

export const readEntries = <Entry extends { registrationId: string }>(entries: readonly Entry[]) =>
  entries.map((entry) => ({
    ...entry,
    registrationId: readId('reg', 'entries', entry.registrationId),
  }));

@ObjectType({ implements: Problem, description: 'The list of a session or test is not taken.' })
export class TrainingSessionRefusedProblem extends Problem {
  @Field({
    description: 'Why, in one word: `wrong-event-state`, `not-begun`, `not-a-participant`.',
  })
  ground!: string;
}

const words: Record<string, { en: string; id: string }> = {
  'wrong-event-state': {
    en: 'The training event is not at this stage.',
    id: 'Kegiatan tidak berada pada tahap ini.',
  },
  'not-begun': { en: 'The session has not begun.', id: 'Sesi belum dimulai.' },
  'not-a-participant': {
    en: 'Only who has a seat at the event is on its lists, each once.',
    id: 'Daftar hanya memuat peserta kegiatan yang mendapat kursi, masing-masing satu kali.',
  },
};

export function toSessionProblem({ refused }: Refusal): Problem | null {
  const message = words[refused];
  return message ? problem(TrainingSessionRefusedProblem, message, { ground: refused }) : null;
}

export const sessionResult = (name: string) =>
  resultUnion(name, () => SessionType, TrainingSessionRefusedProblem);

export const testResult = (name: string) =>
  resultUnion(name, () => TrainingEventType, TrainingSessionRefusedProblem);

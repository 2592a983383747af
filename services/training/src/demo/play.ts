import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller, demoOfficeId } from '@jejaring/chassis/testing/demo';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { StatedFact } from '@jejaring/register/facts/fact-source';
import type { Stated } from '@jejaring/register/facts/stated-count.rules';
import type { DraftTrainingEvent } from '../training-event/planning.service.js';
import { draftTrainingEvent } from '../training-event/planning.service.js';
import { TrainingEvent } from '../training-event/training-event.entity.js';
import { completeTrainingEvent, takeStep } from '../training-event/training-event.service.js';

export const officialOf = (role: Parameters<typeof demoCaller>[0], region: string) => ({
  ...demoCaller(role, region),
  officeId: demoOfficeId(region),
});
type Official = ReturnType<typeof officialOf>;

/** 09.00 in Western Indonesia. */
export const morning = (day: string) => new Date(`${day}T02:00:00Z`);
const evening = (day: string) => new Date(`${day}T10:00:00Z`);

/** What most plans leave open. */
export const karangTaruna = {
  audienceKinds: ['KARANG_TARUNA'],
  audienceLevels: null,
  theme: null,
  timeZone: null,
  seats: null,
  quotas: [],
  perUnitMax: null,
  certificateHours: null,
  minAttendanceBasisPoints: 8_000,
  minPostTest: null,
  legalBasis: [],
  sources: [],
};

export const heldBy = (region: string) => ({
  organizer: { regionCode: region, officeId: demoOfficeId(region) },
  regionCode: region,
});

/** What a publication says of a whole event, on a day. */
export const told = (
  source: string,
  statedOn: string,
  fact: Partial<StatedFact> = {},
): StatedFact => ({
  field: null,
  value: null,
  source,
  statedOn,
  accepted: true,
  derived: false,
  reason: null,
  ...fact,
});

export interface Play {
  demo: DemoLoader;
  name: string;
  caller: Official;
}

const eventStep = (
  { demo, name, caller }: Play,
  step: string,
  at: Date,
  act: (work: Work) => Promise<TrainingEvent>,
) => demo.command({ name: `${name}/${step}`, at, caller, entity: TrainingEvent, act });

type PlainStep = Parameters<typeof takeStep>[1];

export const lead = (play: Play, step: PlainStep, at: Date, { id, version }: TrainingEvent) =>
  eventStep(play, step, at, (work) => takeStep(work, step, { id, expectedVersion: version }));

export async function announce(play: Play, facts: DraftTrainingEvent, day: string) {
  const at = morning(day);
  const drafted = await eventStep(play, 'DRAFT', at, (work) => draftTrainingEvent(work, facts));
  return lead(play, 'ANNOUNCE', at, drafted);
}

export const complete = (play: Play, running: TrainingEvent, counted: Stated | null) =>
  eventStep(play, 'COMPLETE', evening(running.endsOn), (work) =>
    completeTrainingEvent(work, {
      id: running.id,
      expectedVersion: running.version,
      statedParticipants: counted,
    }),
  );

/** An event by invitation, of which only a report remains. */
export async function hold(
  play: Play,
  facts: DraftTrainingEvent,
  announcedOn: string,
  counted: Stated | null,
): Promise<void> {
  const announced = await announce(play, facts, announcedOn);
  const running = await lead(play, 'START', morning(facts.startsOn), announced);
  await complete(play, { ...running, endsOn: facts.endsOn }, counted);
}

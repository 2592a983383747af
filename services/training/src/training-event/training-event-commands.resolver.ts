import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { badInput } from '@jejaring/chassis/graph/faults';
import { readId } from '@jejaring/chassis/graph/ids';
import { readSources } from '@jejaring/register/facts/fact-source.types';
import { readStated } from '@jejaring/register/facts/stated-count.types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import {
  CompleteTrainingEventInput,
  draftFacts,
  DraftTrainingEventInput,
  ReportTrainingEventInput,
  RescheduleTrainingEventInput,
  seenTrainingEvent,
  TrainingEventStepInput,
} from './training-event-inputs.types.js';
import { draftTrainingEvent } from './planning.service.js';
import { toTrainingEventProblem, trainingEventResult } from './training-event-problems.types.js';
import { toTrainingEventType } from './training-event-view.types.js';
import { TrainingEvent } from './training-event.entity.js';
import { organizerRoles } from './training-event.rules.js';
import * as events from './training-event.service.js';

const DraftTrainingEventResult = trainingEventResult('DraftTrainingEventResult');
const AnnounceTrainingEventResult = trainingEventResult('AnnounceTrainingEventResult');
const OpenRegistrationResult = trainingEventResult('OpenRegistrationResult');
const CloseRegistrationResult = trainingEventResult('CloseRegistrationResult');
const StartTrainingEventResult = trainingEventResult('StartTrainingEventResult');
const CompleteTrainingEventResult = trainingEventResult('CompleteTrainingEventResult');
const ReportTrainingEventResult = trainingEventResult('ReportTrainingEventResult');
const PostponeTrainingEventResult = trainingEventResult('PostponeTrainingEventResult');
const RescheduleTrainingEventResult = trainingEventResult('RescheduleTrainingEventResult');
const CancelTrainingEventResult = trainingEventResult('CancelTrainingEventResult');

const command = commandsOf({
  entity: TrainingEvent,
  toType: toTrainingEventType,
  toProblem: toTrainingEventProblem,
});

function organizerFrom(input: DraftTrainingEventInput) {
  const { organizerRegion, organizerOffice, organizerOrganization } = input;
  if (organizerOrganization && !organizerRegion && !organizerOffice)
    return { organizationId: readId('org', 'organizerOrganization', organizerOrganization) };
  if (organizerOrganization || !organizerRegion)
    throw badInput('organizerRegion', 'Name the region of an office, or an organization.');
  const officeId = organizerOffice ? readId('ofc', 'organizerOffice', organizerOffice) : null;
  return { regionCode: organizerRegion, officeId };
}

@Resolver()
export class TrainingEventCommandsResolver {
  @Access(...organizerRoles)
  @Mutation(() => DraftTrainingEventResult, { description: 'Plans a training event.' })
  draftTrainingEvent(@Arg('input') input: DraftTrainingEventInput, @Ctx() context: GraphContext) {
    const facts = { ...draftFacts(input), organizer: organizerFrom(input) };
    return command(context, 'draftTrainingEvent', input, (work) => draftTrainingEvent(work, facts));
  }

  @Access(...organizerRoles)
  @Mutation(() => AnnounceTrainingEventResult, { description: 'Makes a plan known to everybody.' })
  announceTrainingEvent(@Arg('input') input: TrainingEventStepInput, @Ctx() context: GraphContext) {
    return command(context, 'announceTrainingEvent', input, (work) =>
      events.takeStep(work, 'ANNOUNCE', seenTrainingEvent(input)),
    );
  }

  @Access(...organizerRoles)
  @Mutation(() => OpenRegistrationResult, {
    description: 'Opens registration: the event has a venue, days and seats.',
  })
  openRegistration(@Arg('input') input: TrainingEventStepInput, @Ctx() context: GraphContext) {
    return command(context, 'openRegistration', input, (work) =>
      events.takeStep(work, 'OPEN_REGISTRATION', seenTrainingEvent(input)),
    );
  }

  @Access(...organizerRoles)
  @Mutation(() => CloseRegistrationResult, {
    description:
      'Takes no more registrations; seats of quotas that nobody claimed are offered to those who wait.',
  })
  closeRegistration(@Arg('input') input: TrainingEventStepInput, @Ctx() context: GraphContext) {
    return command(context, 'closeRegistration', input, (work) =>
      events.takeStep(work, 'CLOSE_REGISTRATION', seenTrainingEvent(input)),
    );
  }

  @Access(...organizerRoles)
  @Mutation(() => StartTrainingEventResult, {
    description: 'Says that it began, on its first day or later.',
  })
  startTrainingEvent(@Arg('input') input: TrainingEventStepInput, @Ctx() context: GraphContext) {
    return command(context, 'startTrainingEvent', input, (work) =>
      events.takeStep(work, 'START', seenTrainingEvent(input)),
    );
  }

  @Access(...organizerRoles)
  @Mutation(() => CompleteTrainingEventResult, {
    description:
      'Ends it: who attended has completed it, who had a seat and did not has missed it.',
  })
  completeTrainingEvent(
    @Arg('input') input: CompleteTrainingEventInput,
    @Ctx() context: GraphContext,
  ) {
    const statedParticipants = readStated(input.statedParticipants);
    const facts = { ...seenTrainingEvent(input), statedParticipants };
    return command(context, 'completeTrainingEvent', input, (work) =>
      events.completeTrainingEvent(work, facts),
    );
  }

  @Access(...organizerRoles)
  @Mutation(() => ReportTrainingEventResult, {
    description: 'Hands in the report of an event that ended (laporan kegiatan).',
  })
  reportTrainingEvent(@Arg('input') input: ReportTrainingEventInput, @Ctx() context: GraphContext) {
    const statedParticipants = readStated(input.statedParticipants);
    const sources = readSources(input.sources);
    const facts = { ...seenTrainingEvent(input), statedParticipants, sources };
    return command(context, 'reportTrainingEvent', input, (work) =>
      events.reportTrainingEvent(work, facts),
    );
  }

  @Access(...organizerRoles)
  @Mutation(() => PostponeTrainingEventResult, {
    description: 'Puts it off before it began; its registrations stand.',
  })
  postponeTrainingEvent(@Arg('input') input: TrainingEventStepInput, @Ctx() context: GraphContext) {
    return command(context, 'postponeTrainingEvent', input, (work) =>
      events.takeStep(work, 'POSTPONE', seenTrainingEvent(input)),
    );
  }

  @Access(...organizerRoles)
  @Mutation(() => RescheduleTrainingEventResult, {
    description: 'Announces a postponed event again, on its new days.',
  })
  rescheduleTrainingEvent(
    @Arg('input') input: RescheduleTrainingEventInput,
    @Ctx() context: GraphContext,
  ) {
    const { startsOn, endsOn } = input;
    return command(context, 'rescheduleTrainingEvent', input, (work) =>
      events.rescheduleTrainingEvent(work, { ...seenTrainingEvent(input), startsOn, endsOn }),
    );
  }

  @Access(...organizerRoles)
  @Mutation(() => CancelTrainingEventResult, {
    description: 'Calls it off before it began; its registrations lapse.',
  })
  cancelTrainingEvent(@Arg('input') input: TrainingEventStepInput, @Ctx() context: GraphContext) {
    return command(context, 'cancelTrainingEvent', input, (work) =>
      events.cancelTrainingEvent(work, seenTrainingEvent(input)),
    );
  }
}

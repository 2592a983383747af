import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { readSources } from '@jejaring/register/facts/fact-source.types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { programmeKeepers } from '../work-programme/work-programme.rules.js';
import { OrganizationEvent } from './organization-event.entity.js';
import * as events from './organization-event.service.js';
import {
  LinkOrganizationEventInput,
  organizationEventResult,
  OrganizationEventStepInput,
  PlanOrganizationEventInput,
  seenOrganizationEvent,
  toOrganizationEventProblem,
  toOrganizationEventType,
} from './organization-event.types.js';

const PlanOrganizationEventResult = organizationEventResult('PlanOrganizationEventResult');
const LinkOrganizationEventResult = organizationEventResult('LinkOrganizationEventResult');
const HoldOrganizationEventResult = organizationEventResult('HoldOrganizationEventResult');
const CancelOrganizationEventResult = organizationEventResult('CancelOrganizationEventResult');

const command = commandsOf({
  entity: OrganizationEvent,
  toType: toOrganizationEventType,
  toProblem: toOrganizationEventProblem,
});

function planned(input: PlanOrganizationEventInput): events.PlanOrganizationEvent {
  const { kind, title, startsOn, endsOn, venue, openedBy, sources } = input;
  return {
    kind,
    title,
    startsOn,
    endsOn,
    organizationId: readId('org', 'organizationId', input.organizationId),
    openedByOfficeId: openedBy ? readId('ofc', 'openedBy', openedBy) : null,
    venue: venue
      ? {
          name: venue.name,
          regionCode: venue.regionCode ?? null,
          derivedBecause: venue.derivedBecause ?? null,
        }
      : null,
    sources: readSources(sources),
  };
}

@Resolver()
export class OrganizationEventCommandsResolver {
  @Access(...programmeKeepers)
  @Mutation(() => PlanOrganizationEventResult, {
    description: 'Plans an event of an organization, or writes one down that took place.',
  })
  planOrganizationEvent(
    @Arg('input') input: PlanOrganizationEventInput,
    @Ctx() context: GraphContext,
  ) {
    return command(context, 'planOrganizationEvent', input, (work) =>
      events.planOrganizationEvent(work, planned(input)),
    );
  }

  @Access(...programmeKeepers)
  @Mutation(() => LinkOrganizationEventResult, {
    description: 'Says which activities and awards belonged to it.',
  })
  linkOrganizationEvent(
    @Arg('input') input: LinkOrganizationEventInput,
    @Ctx() context: GraphContext,
  ) {
    const activityIds = input.activities.map((id) => readId('act', 'activities', id));
    const awardIds = input.awards.map((id) => readId('awd', 'awards', id));
    const facts = { ...seenOrganizationEvent(input), activityIds, awardIds };
    return command(context, 'linkOrganizationEvent', input, (work) =>
      events.linkOrganizationEvent(work, facts),
    );
  }

  @Access(...programmeKeepers)
  @Mutation(() => HoldOrganizationEventResult, { description: 'Says that it was held.' })
  holdOrganizationEvent(
    @Arg('input') input: OrganizationEventStepInput,
    @Ctx() context: GraphContext,
  ) {
    return command(context, 'holdOrganizationEvent', input, (work) =>
      events.holdOrganizationEvent(work, seenOrganizationEvent(input)),
    );
  }

  @Access(...programmeKeepers)
  @Mutation(() => CancelOrganizationEventResult, { description: 'Calls it off.' })
  cancelOrganizationEvent(
    @Arg('input') input: OrganizationEventStepInput,
    @Ctx() context: GraphContext,
  ) {
    return command(context, 'cancelOrganizationEvent', input, (work) =>
      events.cancelOrganizationEvent(work, seenOrganizationEvent(input)),
    );
  }
}

import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { trafficWatchers } from '@jejaring/upkeep/traffic-slice';
import type { ClassType } from 'type-graphql';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { RedriveRequest } from './redrive-request.entity.js';
import { requestRedrive } from './redrive.service.js';
import {
  RedriveParkedEventsInput,
  RedriveParkedEventsResult,
  serviceNameOf,
  toRedriveRequestType,
} from './redrive.types.js';

const command = commandsOf({ entity: RedriveRequest, toType: toRedriveRequestType });

/** The field by which one asks for the traffic of all services, and what one can do about it. */
export function redriveResolver(EventTraffic: ClassType<{ id: string }>): ClassType {
  @Resolver()
  class RedriveResolver {
    @Access(...trafficWatchers)
    @Query(() => EventTraffic, {
      nullable: true,
      description:
        'How the events of all services travel: what waits to leave, and what is parked where. For who looks after it, of the whole nation.',
    })
    eventTraffic() {
      return Object.assign(new EventTraffic(), { id: 'events' });
    }

    @Access('KEMENSOS_STAFF')
    @Mutation(() => RedriveParkedEventsResult, {
      description:
        'Asks a service to try the parked events of a key again, oldest first; it stops at the first that still fails.',
    })
    redriveParkedEvents(
      @Arg('input') input: RedriveParkedEventsInput,
      @Ctx() context: GraphContext,
    ) {
      const { topic, key } = input;
      const wanted = { service: serviceNameOf(input.service), topic, key };
      return command(context, 'redriveParkedEvents', input, (work) => requestRedrive(work, wanted));
    }
  }
  return RedriveResolver;
}

import { PageArgs, readCursor, toConnection } from '@jejaring/chassis/graph/page';
import { contractsByType } from '@jejaring/schema/events/contracts';
import { Arg, Args, Query, Resolver } from 'type-graphql';
import { EventType, EventTypeConnection, toEventType } from './event-type.types.js';

const all = [...contractsByType.values()].sort((one, other) => (one.type < other.type ? -1 : 1));

@Resolver()
export class EventTypeResolver {
  @Query(() => EventTypeConnection, {
    nullable: true,
    description: 'Kinds of events that services say, by name; for who writes a subscriber.',
  })
  eventTypes(
    @Arg('owner', () => String, {
      nullable: true,
      description: 'Only of this service, such as `training`.',
    })
    owner: string | null | undefined,
    @Args() page: PageArgs,
  ) {
    const from = page.after ? String(readCursor(page.after, 1)[0]) : '';
    const asked = all.filter(({ type }) => owner == null || type.startsWith(`${owner}.`));
    const rows = asked.filter(({ type }) => type > from).slice(0, page.first + 1);
    return toConnection(rows, page, {
      place: ({ type }) => [type],
      toNode: toEventType,
      counted: async () => asked.length,
    });
  }

  @Query(() => EventType, { nullable: true, description: 'A kind of event by its name.' })
  eventType(
    @Arg('type', { description: 'Its name, such as `awards.award.granted.v1`.' }) type: string,
  ): EventType | null {
    const contract = contractsByType.get(type);
    return contract === undefined ? null : toEventType(contract);
  }
}

import { enumOf } from '@jejaring/chassis/graph/enums';
import { connectionOf, PageArgs } from '@jejaring/chassis/graph/page';
import { Args, Directive, Field, Float, Int, ObjectType } from 'type-graphql';

export const ParkReasonType = enumOf('ParkReason', 'Why an event waits for an operator.', {
  MALFORMED: 'It cannot be read.',
  INVALID: 'It breaks its contract, or nobody here knows its kind yet.',
  GAP: 'An event before it is missing.',
  FAILED: 'What it should bring about failed again and again.',
  BEHIND: 'One of its key before it waits.',
});

@Directive('@shareable')
@ObjectType({ description: 'Events of one key that wait for an operator, in one service.' })
export class ParkedKey {
  @Field({ description: 'The topic that they came on.' })
  topic!: string;

  @Field({ description: 'The key: events of one key keep their order.' })
  key!: string;

  @Field(() => Int, { description: 'How many wait.' })
  events!: number;

  @Field(() => [ParkReasonType], { description: 'Why.' })
  reasons!: (keyof typeof ParkReasonType)[];

  @Field({ description: 'When the first of them was set aside.' })
  since!: Date;
}

export const ParkedKeyConnection = connectionOf('ParkedKey', () => ParkedKey, { shared: true });
export type ParkedKeyConnection = InstanceType<typeof ParkedKeyConnection>;

@Directive('@shareable')
@ObjectType({
  description:
    'The events of one service: what waits to leave it, what it has yet to take, and what is parked.',
})
export class ServiceTraffic {
  @Field(() => Int, { description: 'Events that are committed and not sent yet.' })
  waiting!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Seconds for which the oldest of them has waited; null when none waits.',
  })
  oldestWaitingSeconds!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Events of others that it has not taken yet, counted every 15 seconds (lag); null while that is not known.',
  })
  behind!: number | null;

  listParked!: (page: PageArgs) => Promise<ParkedKeyConnection>;

  @Field(() => ParkedKeyConnection, {
    description: 'What of others’ events it could not work, by key; what waits longest first.',
  })
  parked(@Args() page: PageArgs): Promise<ParkedKeyConnection> {
    return this.listParked(page);
  }
}

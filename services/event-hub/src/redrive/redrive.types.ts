import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { CommandInput } from '@jejaring/chassis/graph/inputs';
import { resultUnion } from '@jejaring/chassis/graph/problems';
import { Matches } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { RedriveRequest } from './redrive-request.entity.js';

export const FollowingServiceType = enumOf('FollowingService', 'A service that follows events.', {
  ORGANIZATIONS: 'The register.',
  WELFARE_CASES: 'Cases and referrals.',
  TRAINING: 'Trainings.',
  AWARDS: 'Competitions and awards.',
  EVENT_HUB: 'The hub itself: its feed.',
});

const asNamed = { message: '$property is one that eventTraffic names' };

const names = {
  ORGANIZATIONS: 'organizations',
  WELFARE_CASES: 'welfare-cases',
  TRAINING: 'training',
  AWARDS: 'awards',
  EVENT_HUB: 'event-hub',
} as const;

/** The name by which a service is known outside of the graph. */
export const serviceNameOf = (service: keyof typeof FollowingServiceType) => names[service];

const enumNameOf = (service: string) =>
  (Object.keys(names) as (keyof typeof names)[]).find((each) => names[each] === service)!;

@InputType({ description: 'What shall be tried again.' })
export class RedriveParkedEventsInput extends CommandInput {
  @Field(() => FollowingServiceType, { description: 'The service in which events wait.' })
  service!: keyof typeof FollowingServiceType;

  @Matches(/^jejaring(\.[a-z-]+){1,2}$/, asNamed)
  @Field({ description: 'Their topic, as `eventTraffic` names it.' })
  topic!: string;

  @Matches(/^[A-Za-z0-9._-]{1,64}$/, asNamed)
  @Field({ description: 'Their key, as `eventTraffic` names it.' })
  key!: string;
}

@ObjectType('RedriveRequest', {
  description:
    'A service was asked to try parked events again (pengolahan ulang). `eventTraffic` shows what still waits afterwards.',
})
export class RedriveRequestType {
  @Field(() => ID, { description: '`rdr_…`' })
  id!: string;

  @Field(() => Int, { description: 'Always 1: a request does not change.' })
  version!: number;

  @Field(() => FollowingServiceType, { description: 'The service that was asked.' })
  service!: keyof typeof FollowingServiceType;

  @Field({ description: 'The topic of the events.' })
  topic!: string;

  @Field({ description: 'Their key.' })
  key!: string;

  @Field({ description: 'When it was asked.' })
  requestedAt!: Date;
}

export const toRedriveRequestType = (row: RedriveRequest): RedriveRequestType => {
  const { version, topic, key, requestedAt } = row;
  const service = enumNameOf(row.service);
  return Object.assign(new RedriveRequestType(), {
    id: encodeId('rdr', row.id),
    version,
    service,
    topic,
    key,
    requestedAt,
  });
};

export const RedriveParkedEventsResult = resultUnion(
  'RedriveParkedEventsResult',
  () => RedriveRequestType,
);

import { jsonSchemaOf } from '@jejaring/schema/events/contract';
import { enumOf } from '@jejaring/chassis/graph/enums';
import { connectionOf } from '@jejaring/chassis/graph/page';
import type { Audience } from '@jejaring/callers/audience.rules';
import { audienceOf } from '@jejaring/callers/audience.rules';
import type { EventContract } from '@jejaring/schema/events/contract';
import { LocalizedText } from '@jejaring/chassis/graph/problems';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { GraphQLScalarType } from 'graphql';
import { Field, Int, ObjectType } from 'type-graphql';

export const EventJson = new GraphQLScalarType<object, object>({
  name: 'EventJson',
  description: 'A JSON object: a JSON Schema (2020-12), or the data of an event.',
});

export const EventAudienceType = enumOf('EventAudience', 'Who may be told of a kind of event.', {
  EVERYBODY: 'Whoever subscribes.',
  CONCERNED:
    'Whose region holds the place of the event, or who acts for an organization that it names.',
  RESTRICTED: 'The same, of those who work on cases: one case is one person.',
  NOBODY: 'Nobody outside; services alone hear it.',
});

export const EventDataClassType = enumOf('EventDataClass', 'How closely a topic is guarded.', {
  PUBLIC: 'Anybody may subscribe: it speaks of organizations, trainings, awards and numbers.',
  RESTRICTED:
    'It speaks of single persons, without their names; for services, and for whom they concern.',
});
type DataClass = keyof typeof EventDataClassType;

@ObjectType({
  description:
    'A kind of event (jenis peristiwa) and what it promises. Within a major version only optional fields are added.',
})
export class EventType {
  @Field({ description: '`<service>.<subject>.<past verb>.v<major>`.' })
  type!: string;

  @Field(() => Int, { description: 'Its major version.' })
  version!: number;

  @Field({ description: 'The service that says it and answers for it.' })
  owner!: string;

  @Field(() => LocalizedText, { description: 'When it is said.' })
  description!: LocalizedText;

  @Field(() => EventAudienceType, { description: 'Who may be told of it.' })
  audience!: Audience;

  @Field(() => EventDataClassType, {
    description: 'Whether its topic is open to every subscriber.',
  })
  dataClass!: DataClass;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which it was said that it will cease; null while nobody thinks of it.',
  })
  deprecatedSince!: string | null;

  @Field(() => String, { nullable: true, description: 'What says it instead, if anything does.' })
  replacedBy!: string | null;

  @Field({ description: 'The topic that it travels on.' })
  topic!: string;

  @Field({ description: 'The field of its data by which events keep their order.' })
  key!: string;

  @Field(() => EventJson, { description: 'JSON Schema 2020-12 of its data.' })
  schema!: object;

  @Field(() => EventJson, { description: 'An example of its data.' })
  example!: object;
}

export const EventTypeConnection = connectionOf('EventType', () => EventType);

export function toEventType(contract: EventContract): EventType {
  const { type, owner, description: en, descriptionId: id, dataClass, deprecated } = contract;
  const { topic, key, sample } = contract;
  const version = type.split('.').at(-1) ?? '';
  return Object.assign(new EventType(), {
    type,
    version: Number(version.slice(1)),
    owner,
    description: Object.assign(new LocalizedText(), { en, id }),
    audience: audienceOf(type),
    dataClass: dataClass === 'restricted' ? 'RESTRICTED' : 'PUBLIC',
    deprecatedSince: deprecated?.since ?? null,
    replacedBy: deprecated?.replacedBy ?? null,
    topic,
    key,
    schema: jsonSchemaOf(contract),
    example: sample,
  });
}

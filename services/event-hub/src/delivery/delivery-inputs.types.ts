import { readId } from '@jejaring/chassis/graph/ids';
import { CommandInput } from '@jejaring/chassis/graph/inputs';
import { ArrayMaxSize, ArrayMinSize, IsUUID, Matches, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { replayEvents } from './replay.service.js';

const position = /^\d{1,18}$/;
const words = { message: '$property is a position, as the feed names it' };

@InputType({ description: 'A span of positions in the feed.' })
export class FeedSpanInput {
  @Matches(position, words)
  @Field({ description: 'The first.' })
  from!: string;

  @Matches(position, words)
  @Field({ description: 'The one behind the last.' })
  to!: string;
}

@InputType({ description: 'A span of time.' })
export class TimeSpanInput {
  @Field({ description: 'Its beginning.' })
  from!: Date;

  @Field({ description: 'Its end, not itself.' })
  to!: Date;
}

@InputType({ description: 'Events to be sent again, said in one of four ways; 10,000 at most.' })
export class ReplayEventsInput extends CommandInput {
  @Field(() => ID, { description: 'The subscription, `sub_…`.' })
  subscriptionId!: string;

  @ArrayMinSize(1)
  @ArrayMaxSize(1_000)
  @IsUUID(undefined, { each: true })
  @Field(() => [String], { nullable: true, description: 'Ids of events.' })
  eventIds?: string[] | null;

  @ValidateNested()
  @Field(() => FeedSpanInput, { nullable: true, description: 'By their positions.' })
  positions?: FeedSpanInput | null;

  @ValidateNested()
  @Field(() => TimeSpanInput, { nullable: true, description: 'By when they were recorded.' })
  recorded?: TimeSpanInput | null;

  @ValidateNested()
  @Field(() => TimeSpanInput, { nullable: true, description: 'By when they happened.' })
  occurred?: TimeSpanInput | null;

  @Field({ defaultValue: false, description: 'Only counts them.' })
  dryRun!: boolean;
}

export const readReplay = (input: ReplayEventsInput): Parameters<typeof replayEvents>[1] => ({
  subscriptionId: readId('sub', 'subscriptionId', input.subscriptionId),
  dryRun: input.dryRun,
  eventIds: input.eventIds ?? null,
  positions: input.positions ?? null,
  recorded: input.recorded ?? null,
  occurred: input.occurred ?? null,
});

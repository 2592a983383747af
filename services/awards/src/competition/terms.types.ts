import { CalendarDate, Money } from '@jejaring/chassis/graph/scalars';
import { TimeZoneType } from '@jejaring/register/facts/zone.types';
import { Max, MaxLength, Min, MinLength } from 'class-validator';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Cached } from '@jejaring/trust/rights/cached';
import type { Calendar, Prize } from './terms.rules.js';

@Cached()
@ObjectType('CompetitionCalendar', { description: 'The days of a competition (jadwal).' })
export class CalendarType {
  @Field(() => CalendarDate, { nullable: true, description: 'First day for nominations.' })
  nominationFrom!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day for nominations.' })
  nominationTo!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'First day of the judging.' })
  judgingFrom!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day of the judging.' })
  judgingTo!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the announcement.' })
  announceOn!: string | null;

  @Field(() => TimeZoneType, { description: 'The time zone of its days.' })
  timeZone!: keyof typeof TimeZoneType;
}

@Cached()
@ObjectType('Prize', { description: 'What a place wins (hadiah, uang pembinaan).' })
export class PrizeType {
  @Field(() => Int, { description: 'The place.' })
  rank!: number;

  @Field({ description: 'What the place is called, such as Juara I.' })
  title!: string;

  @Field(() => Money, { nullable: true, description: 'Money (uang pembinaan).' })
  money!: string | null;

  @Field(() => String, { nullable: true, description: 'Goods.' })
  goods!: string | null;
}

@InputType({ description: 'The days of a competition, in the time zone of its region.' })
export class CalendarInput {
  @Field(() => CalendarDate, { nullable: true, description: 'First day for nominations.' })
  nominationFrom?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day for nominations.' })
  nominationTo?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'First day of the judging.' })
  judgingFrom?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Last day of the judging.' })
  judgingTo?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the announcement.' })
  announceOn?: string | null;
}

@InputType({ description: 'What a place wins.' })
export class PrizeInput {
  @Min(1)
  @Max(1_000)
  @Field(() => Int, { description: 'The place.' })
  rank!: number;

  @MinLength(1)
  @MaxLength(100)
  @Field({ description: 'What the place is called, such as Juara I.' })
  title!: string;

  @Field(() => Money, { nullable: true, description: 'Money (uang pembinaan).' })
  money?: string | null;

  @MaxLength(300)
  @Field(() => String, { nullable: true, description: 'Goods.' })
  goods?: string | null;
}

/** A calendar as given; absent is null from here on. */
export const readCalendar = (input: CalendarInput | null | undefined): Calendar | null =>
  input
    ? {
        nominationFrom: input.nominationFrom ?? null,
        nominationTo: input.nominationTo ?? null,
        judgingFrom: input.judgingFrom ?? null,
        judgingTo: input.judgingTo ?? null,
        announceOn: input.announceOn ?? null,
      }
    : null;

export const readPrize = ({ rank, title, money, goods }: PrizeInput): Prize => ({
  rank,
  title,
  money: money ?? null,
  goods: goods ?? null,
});

export const toPrize = (prize: Prize): PrizeType => Object.assign(new PrizeType(), prize);

import { readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { ArrayMaxSize, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CapacityType } from '../decree/decree.types.js';
import type { BoardDecree } from './board-decree.rules.js';
import {
  BoardForumType,
  BoardPositionType,
  BoardSignatoryType,
  SeatEndReasonType,
} from './board-words.js';

type Ref<T> = T;

@InputType({ description: 'The paper that a board rests on (SK).' })
export class BoardDecreeInput {
  @MinLength(3)
  @MaxLength(100)
  @Field({ description: 'Its number, as printed, 3 to 100 characters.' })
  number!: string;

  @Field(() => CalendarDate, { description: 'Day on which it was issued.' })
  issuedOn!: string;

  @Field(() => BoardSignatoryType, { description: 'Which head of government signed it.' })
  signatory!: keyof typeof BoardSignatoryType;

  @Field(() => CapacityType, {
    defaultValue: 'DEFINITIVE',
    description: 'In which capacity it was signed.',
  })
  capacity: keyof typeof CapacityType = 'DEFINITIVE';
}

export const readBoardDecree = (input: BoardDecreeInput): BoardDecree => ({
  number: input.number,
  issuedOn: input.issuedOn,
  signatory: input.signatory,
  capacity: input.capacity,
});

@InputType({ description: 'Who is to sit where.' })
export class SeatInput {
  @Field(() => ID, { description: 'The officer.' })
  officerId!: string;

  @Field(() => BoardPositionType, { description: 'The position.' })
  position!: keyof typeof BoardPositionType;

  @MaxLength(100)
  @Field(() => String, { nullable: true, description: 'Name of the section (bidang, seksi).' })
  sectionName?: string | null;
}

@InputType({ description: 'A board as it is put together.' })
export class DraftBoardInput extends CommandInput {
  @Field(() => ID, { description: 'The Karang Taruna.' })
  organizationId!: string;

  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Field(() => [SeatInput], { description: 'Who is to sit on it, at most 100.' })
  seats!: Ref<SeatInput>[];
}

@InputType({ description: 'A board as the caller saw it.' })
export class BoardStepInput extends SeenInput {
  @Field(() => ID, { description: 'The board.' })
  id!: string;
}

@InputType({ description: 'The election of a board.' })
export class ElectBoardInput extends BoardStepInput {
  @Field(() => BoardForumType, { description: 'Who elected it.' })
  forum!: keyof typeof BoardForumType;

  @Field(() => CalendarDate, { description: 'Day of the election.' })
  heldOn!: string;

  @MinLength(2)
  @MaxLength(100)
  @Field({ description: 'Reference of the minutes, 2 to 100 characters.' })
  minutesReference!: string;
}

@InputType({ description: 'The ratification of a board (pengesahan).' })
export class RatifyBoardInput extends BoardStepInput {
  @Field(() => CalendarDate, { description: 'Day of the ratification.' })
  ratifiedOn!: string;
}

@InputType({ description: 'That nobody could ratify a board.' })
export class SkipRatificationInput extends BoardStepInput {
  @MinLength(3)
  @MaxLength(300)
  @Field({ description: 'Why, 3 to 300 characters; names no person.' })
  reason!: string;
}

@InputType({ description: 'The confirmation of a board by decree (pengukuhan).' })
export class ConfirmBoardInput extends BoardStepInput {
  @ValidateNested()
  @Field(() => BoardDecreeInput, { description: 'The decree.' })
  decree!: Ref<BoardDecreeInput>;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'First day in office; that of the decree unless it names another.',
  })
  termStart?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'End of the term, when the decree names another than the policy of its day.',
  })
  termEnd?: string | null;
}

@InputType({ description: 'The end of a board by decree.' })
export class RevokeBoardInput extends BoardStepInput {
  @ValidateNested()
  @Field(() => BoardDecreeInput, { description: 'The decree.' })
  decree!: Ref<BoardDecreeInput>;

  @Field(() => CalendarDate, { description: 'First day without the board.' })
  revokedOn!: string;
}

@InputType({ description: 'Somebody for a seat.' })
export class SeatOfficerInput extends BoardStepInput {
  @Field(() => ID, { description: 'The officer.' })
  officerId!: string;

  @Field(() => BoardPositionType, { description: 'The position.' })
  position!: keyof typeof BoardPositionType;

  @MaxLength(100)
  @Field(() => String, { nullable: true, description: 'Name of the section (bidang, seksi).' })
  sectionName?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'First day in the seat; needed on a board in office.',
  })
  on?: string | null;

  @ValidateNested()
  @Field(() => BoardDecreeInput, {
    nullable: true,
    description: 'The decree; needed on a board in office.',
  })
  decree?: Ref<BoardDecreeInput> | null;
}

@InputType({ description: 'Somebody who leaves a seat.' })
export class UnseatOfficerInput extends BoardStepInput {
  @Field(() => ID, { description: 'The seat.' })
  seatId!: string;

  @Field(() => SeatEndReasonType, { description: 'Why.' })
  reason!: keyof typeof SeatEndReasonType;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'First day without the seat; needed on a board in office.',
  })
  on?: string | null;

  @ValidateNested()
  @Field(() => BoardDecreeInput, {
    nullable: true,
    description: 'The decree; needed on a board in office.',
  })
  decree?: Ref<BoardDecreeInput> | null;
}

/** A place as it was sent. */
export const readPlace = ({ officerId, position, sectionName = null }: SeatInput) => ({
  officerId: readId('ofr', 'officerId', officerId),
  position,
  sectionName,
});

/** The board as it was seen. */
export const seenBoard = ({ id, expectedVersion }: BoardStepInput) => ({
  id: readId('brd', 'id', id),
  expectedVersion,
});

/** A change of a seat: on a day, by a decree; absent is null from here on. */
export const readChange = (input: Pick<SeatOfficerInput, 'on' | 'decree'>) => ({
  on: input.on ?? null,
  decree: input.decree ? readBoardDecree(input.decree) : null,
});

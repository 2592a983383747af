import { encodeId } from '@jejaring/chassis/graph/ids';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { CapacityType } from '../decree/decree.types.js';
import { RegionLevelType } from '../region/region.types.js';
import type { BoardDecree } from './board-decree.rules.js';
import {
  BoardForumType,
  BoardPositionType,
  BoardSignatoryType,
  BoardStatusType,
  BoardWarningType,
  SeatEndReasonType,
  SeatStatusType,
} from './board-words.js';
import type { Board, Seat } from './board.entity.js';

type Ref<T> = T;

@ObjectType('BoardDecree', {
  description: 'The paper that a board rests on (Surat Keputusan). It names a post, no person.',
})
export class BoardDecreeType {
  @Field({ description: 'Its number, as printed.' })
  number!: string;

  @Field(() => CalendarDate, { description: 'Day on which it was issued.' })
  issuedOn!: string;

  @Field(() => BoardSignatoryType, { description: 'Which head of government signed it.' })
  signatory!: keyof typeof BoardSignatoryType;

  @Field(() => CapacityType, { description: 'In which capacity it was signed.' })
  capacity!: keyof typeof CapacityType;
}

const toDecreeType = (decree: BoardDecree | null): BoardDecreeType | null =>
  decree && Object.assign(new BoardDecreeType(), decree);

@Directive('@key(fields: "id")')
@ObjectType('Board', {
  description:
    'One term of office (masa bakti) of a Karang Taruna’s board, from its draft to its end. It is in office by decree alone.',
})
export class BoardType {
  row!: Board;

  @Field(() => ID, { description: '`brd_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => RegionLevelType, { description: 'Its level.' })
  level!: keyof typeof RegionLevelType;

  @Field(() => BoardStatusType, { description: 'Where it stands.' })
  status!: keyof typeof BoardStatusType;

  @Field(() => BoardForumType, { nullable: true, description: 'Who elected it.' })
  forum!: keyof typeof BoardForumType | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the election.' })
  heldOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Reference of the minutes.' })
  minutesReference!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the ratification.' })
  ratifiedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Why nobody ratified it.' })
  ratificationSkippedBecause!: string | null;

  @Field(() => BoardDecreeType, {
    nullable: true,
    description: 'The decree that put it into office.',
  })
  decree!: Ref<BoardDecreeType> | null;

  @Field(() => [String], { description: 'The regulations it was judged by.' })
  regulations!: string[];

  @Field(() => [BoardWarningType], { description: 'What is worth a look.' })
  warnings!: (keyof typeof BoardWarningType)[];

  @Field(() => CalendarDate, { nullable: true, description: 'First day in office.' })
  termStart!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The day on which its term is over, as decreed.',
  })
  termEnd!: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'First day without it, when it ended before its time.',
  })
  endedOn!: string | null;

  @Field(() => BoardDecreeType, { nullable: true, description: 'The decree that ended it.' })
  endDecree!: Ref<BoardDecreeType> | null;
}

export const BoardConnection = connectionOf('Board', () => BoardType);

export function toBoardType(row: Board): BoardType {
  const { version, level, status, forum, heldOn, minutesReference, ratifiedOn } = row;
  const { ratificationSkippedBecause, regulations, warnings, termStart, termEnd, endedOn } = row;
  return Object.assign(new BoardType(), {
    row,
    version,
    level,
    status,
    forum,
    heldOn,
    minutesReference,
    ratifiedOn,
    ratificationSkippedBecause,
    regulations,
    warnings,
    termStart,
    termEnd,
    endedOn,
    id: encodeId('brd', row.id),
    decree: toDecreeType(row.decree),
    endDecree: toDecreeType(row.endDecree),
  });
}

@ObjectType('Seat', { description: 'A place on a board, from when to when, and who has it.' })
export class SeatType {
  row!: Seat;

  @Field(() => ID, { description: '`sea_…`' })
  id!: string;

  @Field(() => BoardPositionType, { description: 'The position.' })
  position!: keyof typeof BoardPositionType;

  @Field(() => String, { nullable: true, description: 'Name of the section (bidang, seksi).' })
  sectionName!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Initials of chair, secretary or treasurer, which anybody may see; of others nothing is public.',
  })
  initials!: string | null;

  @Field(() => SeatStatusType, { description: 'Where it stands.' })
  status!: keyof typeof SeatStatusType;

  @Field(() => CalendarDate, { nullable: true, description: 'First day in the seat.' })
  from!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'First day without it.' })
  to!: string | null;

  @Field(() => BoardDecreeType, {
    nullable: true,
    description: 'The decree of the change, when it was filled while the board was in office.',
  })
  decree!: Ref<BoardDecreeType> | null;

  @Field(() => SeatEndReasonType, {
    nullable: true,
    description: 'Why it was left before its time.',
  })
  endReason!: keyof typeof SeatEndReasonType | null;

  @Field(() => BoardDecreeType, {
    nullable: true,
    description: 'The decree that took somebody from it.',
  })
  endDecree!: Ref<BoardDecreeType> | null;
}

export function toSeatType(row: Seat): SeatType {
  const { position, sectionName, initials, status, validFrom, validTo, endReason } = row;
  return Object.assign(new SeatType(), {
    row,
    position,
    sectionName,
    initials,
    status,
    endReason,
    id: encodeId('sea', row.id),
    from: validFrom,
    to: validTo,
    decree: toDecreeType(row.decree),
    endDecree: toDecreeType(row.endDecree),
  });
}

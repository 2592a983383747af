import { grouped, inOrder, loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { PageArgs } from '@jejaring/chassis/graph/page';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { Max, Min } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { In } from 'typeorm';
import { Officer } from '../officer/officer.entity.js';
import { OfficerType, toOfficerType } from '../officer/officer.types.js';
import { OrganizationType } from '../organization/organization.types.js';
import { RegionKarangTaruna } from '../region/region.types.js';
import { inDays, todayOf } from './board-days.js';
import { listBoards, listExpiring } from './board-lists.js';
import { Board, Seat } from './board.entity.js';
import { BoardConnection, BoardType, SeatType, toBoardType, toSeatType } from './board.types.js';

/** Boards of many organizations in office on one day, in one statement. */
function boardOn(context: GraphContext, id: string, day: string): Promise<Board | null> {
  const loader = context.loader<string, Board | null>(`board ${day}`, async (work, ids) => {
    const rows = await work
      .select(Board, 'b')
      .where('b.organizationId = any (:ids)', { ids })
      .andWhere('b.termStart <= :day and coalesce(b.endedOn, b.termEnd) > :day', { day })
      .getMany();
    return inOrder(rows, ids, ({ organizationId }) => organizationId);
  });
  return loader.load(id);
}

@Resolver(() => OrganizationType)
export class OrganizationBoardResolver {
  @FieldResolver(() => BoardType, {
    nullable: true,
    description:
      'The board in office today or, with `asOf`, on that day; null while nobody is in office by decree.',
  })
  async board(
    @Root() { row }: OrganizationType,
    @Arg('asOf', () => CalendarDate, { nullable: true, description: 'Day of valid time.' })
    asOf: string | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<BoardType | null> {
    const board = await boardOn(context, row.id, asOf ?? todayOf(context.database.clock));
    return board && toBoardType(board);
  }

  @FieldResolver(() => BoardConnection, {
    description:
      'Its boards that the caller may see, those not in office yet first, then the latest.',
  })
  boards(@Root() { row }: OrganizationType, @Args() page: PageArgs, @Ctx() context: GraphContext) {
    return listBoards(context, row.id, page);
  }
}

@Resolver(() => SeatType)
export class SeatResolver {
  @FieldResolver(() => OfficerType, {
    nullable: true,
    description: 'Who sits there; null for whom persons are closed.',
  })
  async officer(
    @Root() { row }: SeatType,
    @Ctx() context: GraphContext,
  ): Promise<OfficerType | null> {
    const officer = await loadBy(context, Officer, 'id', row.officerId);
    return officer && toOfficerType(officer);
  }

  @FieldResolver(() => BoardType, { nullable: true, description: 'The board.' })
  async board(@Root() { row }: SeatType, @Ctx() context: GraphContext): Promise<BoardType | null> {
    const board = await loadBy(context, Board, 'id', row.boardId);
    return board && toBoardType(board);
  }
}

@Resolver(() => OfficerType)
export class OfficerSeatsResolver {
  @FieldResolver(() => [SeatType], {
    description: 'Seats on boards of every level that the caller may see, oldest first.',
  })
  async seats(@Root() { row }: OfficerType, @Ctx() context: GraphContext): Promise<SeatType[]> {
    const loader = context.loader<string, Seat[]>('seats of officer', async (work, ids) => {
      const rows = await work.list(Seat, { officerId: In([...ids]) }, { id: 'ASC' });
      return grouped(rows, ids, ({ officerId }) => officerId);
    });
    const seats = await loader.load(row.id);
    return seats.filter(({ status }) => status !== 'WITHDRAWN').map(toSeatType);
  }
}

@ArgsType()
class ExpiringArgs extends PageArgs {
  @Min(1)
  @Max(1000)
  @Field(() => Int, { description: 'How many days ahead, 1 to 1000.' })
  withinDays!: number;
}

@Resolver(() => RegionKarangTaruna)
export class ExpiringBoardsResolver {
  @FieldResolver(() => BoardConnection, {
    description: 'Boards whose term is over within so many days, the nearest first.',
  })
  boardsExpiring(
    @Root() { region }: RegionKarangTaruna,
    @Args() { withinDays, ...page }: ExpiringArgs,
    @Ctx() context: GraphContext,
  ) {
    const today = todayOf(context.database.clock);
    const until = inDays(today, withinDays);
    return listExpiring(context, region, { today, until }, page as PageArgs);
  }
}

import { grouped, inOrder, loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { boardPositions } from '@jejaring/schema/vocabulary';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { In } from 'typeorm';
import { Organization } from '../organization/organization.entity.js';
import { OrganizationType, toOrganizationType } from '../organization/organization.types.js';
import { BoardCommandType } from './board-words.js';
import { Board, Seat } from './board.entity.js';
import type { BoardCommand } from './board.rules.js';
import { commandsFor } from './board.rules.js';
import { BoardType, SeatType, toBoardType, toSeatType } from './board.types.js';

const findOrganization = async (context: GraphContext, id: string | null) => {
  const row = id && (await loadBy(context, Organization, 'id', id));
  return row ? toOrganizationType(row) : null;
};

/** When the register first knew of each board, in one statement. */
function firstRecorded(context: GraphContext, id: string): Promise<Date> {
  const loader = context.loader<string, Date>('board recorded', async (work, ids) => {
    const rows = await work.sql<{ id: string; at: Date }>(
      `select id, min(recorded_at) as at from (
         select id, recorded_at from board where id = any ($1::uuid[])
         union all select id, recorded_at from board_history where id = any ($1::uuid[])
       ) known group by id`,
      [[...ids]],
    );
    return inOrder(rows, ids, (row) => row.id).map((row) => row!.at);
  });
  return loader.load(id);
}

const rankOf = ({ position }: Seat) => boardPositions.indexOf(position);

@Resolver(() => BoardType)
export class BoardResolver {
  @Query(() => BoardType, {
    nullable: true,
    description: 'A board; null when there is none that the caller may see.',
  })
  async board(
    @Arg('id', () => ID, { description: '`brd_…`' }) id: string,
    @Ctx() context: GraphContext,
  ): Promise<BoardType | null> {
    const uuid = decodeId('brd', id);
    const row = uuid && (await loadBy(context, Board, 'id', uuid));
    return row ? toBoardType(row) : null;
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'The organization whose board it is.',
  })
  organization(@Root() { row }: BoardType, @Ctx() context: GraphContext) {
    return findOrganization(context, row.organizationId);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'The next higher Karang Taruna that ratified it.',
  })
  ratifiedBy(@Root() { row }: BoardType, @Ctx() context: GraphContext) {
    return row.ratifiedOn === null ? null : findOrganization(context, row.ratifierOrganizationId);
  }

  @FieldResolver(() => [SeatType], {
    description:
      'Its seats by position, the chair first; with `asOf`, those that were held on that day.',
  })
  async seats(
    @Root() { row }: BoardType,
    @Arg('asOf', () => CalendarDate, { nullable: true, description: 'Day of valid time.' })
    asOf: string | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<SeatType[]> {
    const loader = context.loader<string, Seat[]>('seats of board', async (work, ids) => {
      const rows = await work.list(Seat, { boardId: In([...ids]) }, { id: 'ASC' });
      return grouped(rows, ids, ({ boardId }) => boardId);
    });
    const seats = await loader.load(row.id);
    const held = ({ validFrom, validTo }: Seat) =>
      !asOf || (validFrom !== null && validFrom <= asOf && asOf < validTo!);
    const shown = seats.filter((seat) => seat.status !== 'WITHDRAWN' && held(seat));
    return shown.toSorted((a, b) => rankOf(a) - rankOf(b)).map(toSeatType);
  }

  @FieldResolver(() => Date, {
    description:
      'When the register first knew of it: long after the decree where history was recorded later.',
  })
  firstRecordedAt(@Root() { row }: BoardType, @Ctx() context: GraphContext): Promise<Date> {
    return firstRecorded(context, row.id);
  }

  @FieldResolver(() => [BoardCommandType], {
    description: 'What the caller may do with it now.',
  })
  viewerCan(@Root() { row }: BoardType, @Ctx() { caller }: GraphContext): BoardCommand[] {
    return commandsFor(row, caller);
  }
}

import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { revokeBoard, withdrawBoard } from './board-end.service.js';
import {
  BoardStepInput,
  ConfirmBoardInput,
  DraftBoardInput,
  ElectBoardInput,
  RatifyBoardInput,
  readBoardDecree,
  readChange,
  readPlace,
  RevokeBoardInput,
  seenBoard,
  SeatOfficerInput,
  SkipRatificationInput,
  UnseatOfficerInput,
} from './board-inputs.types.js';
import { boardResult, toBoardProblem } from './board-problems.types.js';
import { Board } from './board.entity.js';
import { boardActors, boardDrafters } from './board.rules.js';
import * as boards from './board.service.js';
import { toBoardType } from './board.types.js';
import { seatOfficer, unseatOfficer } from './seat.service.js';

const DraftBoardResult = boardResult('DraftBoardResult');
const ElectBoardResult = boardResult('ElectBoardResult');
const RatifyBoardResult = boardResult('RatifyBoardResult');
const SkipRatificationResult = boardResult('SkipRatificationResult');
const ConfirmBoardResult = boardResult('ConfirmBoardResult');
const RevokeBoardResult = boardResult('RevokeBoardResult');
const WithdrawBoardResult = boardResult('WithdrawBoardResult');
const SeatOfficerResult = boardResult('SeatOfficerResult');
const UnseatOfficerResult = boardResult('UnseatOfficerResult');

const command = commandsOf({ entity: Board, toType: toBoardType, toProblem: toBoardProblem });

@Resolver()
export class BoardCommandsResolver {
  @Access(...boardDrafters)
  @Mutation(() => DraftBoardResult, { description: 'Puts a board together.' })
  draftBoard(@Arg('input') input: DraftBoardInput, @Ctx() context: GraphContext) {
    const organizationId = readId('org', 'organizationId', input.organizationId);
    const facts = { organizationId, seats: input.seats.map(readPlace) };
    return command(context, 'draftBoard', input, (work) => boards.draftBoard(work, facts));
  }

  @Access(...boardDrafters)
  @Mutation(() => ElectBoardResult, {
    description: 'Records the election; persons are judged by the policy of its day.',
  })
  electBoard(@Arg('input') input: ElectBoardInput, @Ctx() context: GraphContext) {
    const { forum, heldOn, minutesReference } = input;
    const facts = { ...seenBoard(input), forum, heldOn, minutesReference };
    return command(context, 'electBoard', input, (work) => boards.electBoard(work, facts));
  }

  @Access('KT_OFFICER')
  @Mutation(() => RatifyBoardResult, {
    description: 'Ratifies a board (pengesahan), by an officer of the next higher Karang Taruna.',
  })
  ratifyBoard(@Arg('input') input: RatifyBoardInput, @Ctx() context: GraphContext) {
    const facts = { ...seenBoard(input), ratifiedOn: input.ratifiedOn };
    return command(context, 'ratifyBoard', input, (work) => boards.ratifyBoard(work, facts));
  }

  @Access(...boardDrafters)
  @Mutation(() => SkipRatificationResult, {
    description: 'Passes over the ratification, where no higher board was in office.',
  })
  skipRatification(@Arg('input') input: SkipRatificationInput, @Ctx() context: GraphContext) {
    const facts = { ...seenBoard(input), reason: input.reason };
    return command(context, 'skipRatification', input, (work) =>
      boards.passOverRatification(work, facts),
    );
  }

  @Access(...boardActors)
  @Mutation(() => ConfirmBoardResult, {
    description:
      'Puts a board into office by decree (pengukuhan); a board that it cuts short is replaced.',
  })
  confirmBoard(@Arg('input') input: ConfirmBoardInput, @Ctx() context: GraphContext) {
    const { termStart = null, termEnd = null } = input;
    const facts = { ...seenBoard(input), decree: readBoardDecree(input.decree) };
    return command(context, 'confirmBoard', input, (work) =>
      boards.confirmBoard(work, { ...facts, termStart, termEnd }),
    );
  }

  @Access(...boardActors)
  @Mutation(() => RevokeBoardResult, {
    description: 'Takes a board out of office by decree before its term is over.',
  })
  revokeBoard(@Arg('input') input: RevokeBoardInput, @Ctx() context: GraphContext) {
    const { revokedOn } = input;
    const facts = { ...seenBoard(input), decree: readBoardDecree(input.decree), revokedOn };
    return command(context, 'revokeBoard', input, (work) => revokeBoard(work, facts));
  }

  @Access(...boardDrafters)
  @Mutation(() => WithdrawBoardResult, {
    description: 'Gives up a board that never came into office.',
  })
  withdrawBoard(@Arg('input') input: BoardStepInput, @Ctx() context: GraphContext) {
    return command(context, 'withdrawBoard', input, (work) =>
      withdrawBoard(work, seenBoard(input)),
    );
  }

  @Access(...boardActors)
  @Mutation(() => SeatOfficerResult, {
    description: 'Seats somebody: on a draft as it is written, on a board in office by decree.',
  })
  seatOfficer(@Arg('input') input: SeatOfficerInput, @Ctx() context: GraphContext) {
    const { id: boardId, expectedVersion } = seenBoard(input);
    const facts = { boardId, expectedVersion, ...readPlace(input), ...readChange(input) };
    return command(context, 'seatOfficer', input, (work) => seatOfficer(work, facts));
  }

  @Access(...boardActors)
  @Mutation(() => UnseatOfficerResult, {
    description: 'Takes somebody from a seat: on a draft at once, on a board in office by decree.',
  })
  unseatOfficer(@Arg('input') input: UnseatOfficerInput, @Ctx() context: GraphContext) {
    const { id: boardId, expectedVersion } = seenBoard(input);
    const seatId = readId('sea', 'seatId', input.seatId);
    const facts = { boardId, expectedVersion, seatId, reason: input.reason, ...readChange(input) };
    return command(context, 'unseatOfficer', input, (work) => unseatOfficer(work, facts));
  }
}

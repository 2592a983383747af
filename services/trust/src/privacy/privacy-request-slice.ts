import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { badInput } from '@jejaring/chassis/graph/faults';
import { decodeId, readId } from '@jejaring/chassis/graph/ids';
import { connectionOf, listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { resultUnion } from '@jejaring/chassis/graph/problems';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import type { ClassType } from 'type-graphql';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { PersonKind } from './person-kind.js';
import { PrivacyRequestCommandType, PrivacyRequestStatusType } from './privacy-request-words.js';
import { PrivacyRequest } from './privacy-request.entity.js';
import type { RequestCommand } from './privacy-request.rules.js';
import { commandsFor, isOverdue } from './privacy-request.rules.js';
import type { PrivacyOf } from './privacy-request.service.js';
import {
  fulfilRequest,
  liftRestriction,
  openRequest,
  refuseOf,
} from './privacy-request.service.js';
import {
  FulfilPrivacyRequestInput,
  LiftRestrictionInput,
  OpenPrivacyRequestInput,
  PrivacyRequestRefusedProblem,
  PrivacyRequestType,
  RefusePrivacyRequestInput,
  toRequestProblem,
  toRequestType,
} from './privacy-request.types.js';

const officer = 'DATA_PROTECTION_OFFICER';

@Resolver(() => PrivacyRequestType)
class RequestFields {
  @FieldResolver(() => Boolean, { description: 'Whether its time passed without an answer.' })
  async overdue(
    @Root() { row }: PrivacyRequestType,
    @Ctx() context: GraphContext,
  ): Promise<boolean> {
    return isOverdue(row, (await context.read()).now);
  }

  @FieldResolver(() => [PrivacyRequestCommandType], {
    description: 'What the caller may do now.',
  })
  viewerCan(
    @Root() { row }: PrivacyRequestType,
    @Ctx() { caller }: GraphContext,
  ): RequestCommand[] {
    return commandsFor(row, caller);
  }
}

export const requestResult = (name: string) =>
  resultUnion(
    `${name[0]!.toUpperCase()}${name.slice(1)}Result`,
    () => PrivacyRequestType,
    PrivacyRequestRefusedProblem,
  );

/** The prefix of the ids of whom a request is about. */
export const prefixOf = (kinds: readonly PersonKind[], row: PrivacyRequest) =>
  kinds.find(({ table }) => table === row.subjectTable)!.prefix;

/** The kind of person behind an id, and the stored id. */
function readPerson(kinds: readonly PersonKind[], subjectId: string) {
  for (const kind of kinds) {
    const id = decodeId(kind.prefix, subjectId);
    if (id !== null) return { kind, id };
  }
  const known = kinds.map(({ prefix }) => `${prefix}_…`).join(', ');
  throw badInput('subjectId', `subjectId is one of ${known}.`);
}

export const seenOf = (input: { id: string; expectedVersion: number }) => ({
  id: readId('prq', 'id', input.id),
  expectedVersion: input.expectedVersion,
});

/** The commands of requests of one service. */
export const requestCommand = ({ kinds }: Pick<PrivacyOf, 'kinds'>) =>
  commandsOf({
    entity: PrivacyRequest,
    toType: (row) => toRequestType(row, prefixOf(kinds, row)),
    toProblem: toRequestProblem,
    fieldClasses: ['personal'],
  });

function requestCommands(subject: string, privacy: PrivacyOf): ClassType {
  const openName = `open${subject}PrivacyRequest`;
  const fulfilName = `fulfil${subject}PrivacyRequest`;
  const refuseName = `refuse${subject}PrivacyRequest`;
  const OpenResult = requestResult(openName);
  const FulfilResult = requestResult(fulfilName);
  const RefuseResult = requestResult(refuseName);
  const command = requestCommand(privacy);

  @Resolver()
  class RequestCommands {
    @Access(officer)
    @Mutation(() => OpenResult, {
      name: openName,
      description: 'Enters what a person asked for; the clock runs from when it came in.',
    })
    open(@Arg('input') input: OpenPrivacyRequestInput, @Ctx() context: GraphContext) {
      const { kind: asked, channel, receivedAt } = input;
      const { kind, id: subjectId } = readPerson(privacy.kinds, input.subjectId);
      const consentId = input.consentId ? readId('con', 'consentId', input.consentId) : null;
      return command(context, openName, input, (work) =>
        openRequest(work, privacy, kind, {
          subjectId,
          channel,
          consentId,
          kind: asked,
          receivedAt: receivedAt ?? work.now,
        }),
      );
    }

    @Access(officer)
    @Mutation(() => FulfilResult, {
      name: fulfilName,
      description:
        'Answers a request: erases, restricts or withdraws at once; access wants the data given out before, rectification the record changed.',
    })
    fulfil(@Arg('input') input: FulfilPrivacyRequestInput, @Ctx() context: GraphContext) {
      return command(context, fulfilName, input, (work) =>
        fulfilRequest(work, privacy, seenOf(input)),
      );
    }

    @Access(officer)
    @Mutation(() => RefuseResult, {
      name: refuseName,
      description: 'Refuses a request on a ground of the law (UU 27/2022, articles 15 and 33).',
    })
    refuse(@Arg('input') input: RefusePrivacyRequestInput, @Ctx() context: GraphContext) {
      const { ground } = input;
      return command(context, refuseName, input, (work) =>
        refuseOf(work, privacy, { ...seenOf(input), ground }),
      );
    }
  }
  return RequestCommands;
}

/** Only where a restriction is lifted for the person and not record by record. */
function liftCommand(subject: string, privacy: PrivacyOf): ClassType {
  const liftName = `lift${subject}Restriction`;
  const LiftResult = requestResult(liftName);
  const command = requestCommand(privacy);

  @Resolver()
  class LiftCommand {
    @Access(officer)
    @Mutation(() => LiftResult, {
      name: liftName,
      description: 'Lifts the restriction that was made for a request.',
    })
    lift(@Arg('input') input: LiftRestrictionInput, @Ctx() context: GraphContext) {
      return command(context, liftName, input, (work) =>
        liftRestriction(work, privacy, seenOf(input)),
      );
    }
  }
  return LiftCommand;
}

function requestList(subject: string, { kinds }: PrivacyOf): ClassType {
  const Connection = connectionOf(`${subject}PrivacyRequest`, () => PrivacyRequestType);

  @Resolver()
  class RequestList {
    @Access(officer)
    @Query(() => Connection, {
      nullable: true,
      name: `${subject[0]!.toLowerCase()}${subject.slice(1)}PrivacyRequests`,
      description: 'Requests of persons in a region, the soonest due first.',
    })
    async requests(
      @Arg('region', () => RegionCode, { description: 'The region.' }) region: string,
      @Arg('status', () => PrivacyRequestStatusType, {
        nullable: true,
        description: 'Only those that are so far.',
      })
      status: keyof typeof PrivacyRequestStatusType | undefined,
      @Args() page: PageArgs,
      @Ctx() context: GraphContext,
    ) {
      const query = (await context.read())
        .select(PrivacyRequest, 'r')
        .where('r.regionCode >= :low and r.regionCode < :high', regionRange(region));
      if (status) query.andWhere('r.status = :status', { status });
      const toNode = (row: PrivacyRequest) => toRequestType(row, prefixOf(kinds, row));
      return listPage({ query, order: ['dueAt', 'id'], toNode }, page);
    }
  }
  return RequestList;
}

/**
 * What a service adds to its graph so that persons are answered: mutations and a list named after
 * `subject`, such as `openOfficerPrivacyRequest` and `officerPrivacyRequests`.
 */
export const requestResolvers = (subject: string, privacy: PrivacyOf): ClassType[] => [
  RequestFields,
  requestCommands(subject, privacy),
  requestList(subject, privacy),
  ...(privacy.kinds.some(({ lift }) => lift) ? [liftCommand(subject, privacy)] : []),
];

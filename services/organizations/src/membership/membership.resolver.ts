import { Access } from '@jejaring/chassis/graph/access';
import { inOrder } from '@jejaring/chassis/graph/batch';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { OrganizationType } from '../organization/organization.types.js';
import { MembershipSnapshot } from './membership.entity.js';
import { memberCounters } from './membership.rules.js';
import { amendMembership, recordMembership } from './membership.service.js';
import {
  AmendMembershipInput,
  AmendMembershipResult,
  MembershipSnapshotType,
  readCount,
  RecordMembershipInput,
  RecordMembershipResult,
  toMembershipType,
} from './membership.types.js';

const command = commandsOf({ entity: MembershipSnapshot, toType: toMembershipType });

/** The latest counts of many organizations up to a day, in one statement. */
function countOn(context: GraphContext, id: string, day: string) {
  const loader = context.loader<string, MembershipSnapshot | null>(
    `members ${day}`,
    async (work, ids) => {
      const rows = await work
        .select(MembershipSnapshot, 'm')
        .where('m.organizationId = any (:ids) and m.asOf <= :day', { ids, day })
        .distinctOn(['m.organizationId'])
        .orderBy('m.organizationId')
        .addOrderBy('m.asOf', 'DESC')
        .getMany();
      return inOrder(rows, ids, ({ organizationId }) => organizationId);
    },
  );
  return loader.load(id);
}

@Resolver(() => OrganizationType)
export class MembershipResolver {
  @FieldResolver(() => MembershipSnapshotType, {
    nullable: true,
    description:
      'The latest count of its members, up to `asOf` or to today; for the organization and the offices that cover it.',
  })
  async membership(
    @Root() { row }: OrganizationType,
    @Arg('asOf', () => CalendarDate, { nullable: true, description: 'Day of valid time.' })
    asOf: string | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<MembershipSnapshotType | null> {
    const today = context.database.clock.now().toISOString().slice(0, 10);
    const found = await countOn(context, row.id, asOf ?? today);
    return found && toMembershipType(found);
  }

  @Access(...memberCounters)
  @Mutation(() => RecordMembershipResult, { description: 'Tells how many members there were.' })
  recordMembership(@Arg('input') input: RecordMembershipInput, @Ctx() context: GraphContext) {
    const organizationId = readId('org', 'organizationId', input.organizationId);
    const facts = { organizationId, asOf: input.asOf, ...readCount(input) };
    return command(context, 'recordMembership', input, (work) => recordMembership(work, facts));
  }

  @Access(...memberCounters)
  @Mutation(() => AmendMembershipResult, { description: 'Corrects a count of members.' })
  amendMembership(@Arg('input') input: AmendMembershipInput, @Ctx() context: GraphContext) {
    const { expectedVersion } = input;
    const facts = { id: readId('mbr', 'id', input.id), expectedVersion, ...readCount(input) };
    return command(context, 'amendMembership', input, (work) => amendMembership(work, facts));
  }
}

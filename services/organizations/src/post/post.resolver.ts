import { grouped, loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { may } from '@jejaring/trust/rights/policy.rules';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { In } from 'typeorm';
import { Office } from '../office/office.entity.js';
import { OfficeType, toOfficeType } from '../office/office.types.js';
import { OfficeUnit, Post, PostHolder } from './post.entity.js';
import type { PostCommand } from './post.rules.js';
import { commandsFor, holderOn, runsOn, unitPolicy } from './post.rules.js';
import {
  OfficeUnitType,
  PostCommandType,
  PostHolderType,
  PostType,
  toHolderType,
  toPostType,
  toUnitType,
  UnitCommandType,
} from './post.types.js';

const asOfOptions = { nullable: true, description: 'Day of valid time; absent: today.' };

type Day = string | null | undefined;

const dayOf = (context: GraphContext, asOf: Day) =>
  asOf ?? context.database.clock.now().toISOString().slice(0, 10);

const unitsOf = (context: GraphContext, officeId: string) =>
  context
    .loader<string, OfficeUnit[]>('units by office', async (work, ids) => {
      const rows = await work.list(OfficeUnit, { officeId: In([...ids]) }, { id: 'ASC' });
      return grouped(rows, ids, (row) => row.officeId);
    })
    .load(officeId);

const postsOf = (context: GraphContext, officeId: string) =>
  context
    .loader<string, Post[]>('posts by office', async (work, ids) => {
      const rows = await work.list(Post, { officeId: In([...ids]) }, { id: 'ASC' });
      return grouped(rows, ids, (row) => row.officeId);
    })
    .load(officeId);

const holdersOf = (context: GraphContext, postId: string) =>
  context
    .loader<string, PostHolder[]>('holders by post', async (work, ids) => {
      const order = { validFrom: 'ASC', id: 'ASC' } as const;
      const rows = await work.list(PostHolder, { postId: In([...ids]) }, order);
      return grouped(rows, ids, (row) => row.postId);
    })
    .load(postId);

async function currentHolder(
  context: GraphContext,
  post: PostType,
  day: string,
): Promise<PostHolderType | null> {
  const holder = holderOn(await holdersOf(context, post.row.id), day);
  return holder && toHolderType(holder, post);
}

@Resolver(() => OfficeType)
export class OfficeStructureResolver {
  @FieldResolver(() => [OfficeUnitType], { description: 'Its parts on a day.' })
  async units(
    @Root() { row }: OfficeType,
    @Arg('asOf', () => CalendarDate, asOfOptions) asOf: Day,
    @Ctx() context: GraphContext,
  ): Promise<OfficeUnitType[]> {
    const day = dayOf(context, asOf);
    const units = await unitsOf(context, row.id);
    return units.filter((unit) => runsOn(unit, day)).map(toUnitType);
  }

  @FieldResolver(() => [PostType], { description: 'Its posts on a day.' })
  async posts(
    @Root() { row }: OfficeType,
    @Arg('asOf', () => CalendarDate, asOfOptions) asOf: Day,
    @Ctx() context: GraphContext,
  ): Promise<PostType[]> {
    const day = dayOf(context, asOf);
    const posts = await postsOf(context, row.id);
    return posts.filter((post) => runsOn(post, day)).map(toPostType);
  }

  @FieldResolver(() => PostHolderType, {
    nullable: true,
    description: 'Who led it on a day, for good or acting; null when nobody did.',
  })
  async head(
    @Root() { row }: OfficeType,
    @Arg('asOf', () => CalendarDate, asOfOptions) asOf: Day,
    @Ctx() context: GraphContext,
  ): Promise<PostHolderType | null> {
    const day = dayOf(context, asOf);
    const posts = await postsOf(context, row.id);
    const head = posts.find((post) => post.kind === 'HEAD' && runsOn(post, day));
    return head ? currentHolder(context, toPostType(head), day) : null;
  }
}

@Resolver(() => OfficeUnitType)
export class OfficeUnitResolver {
  @FieldResolver(() => OfficeUnitType, {
    nullable: true,
    description: 'The unit that it belongs to.',
  })
  async parent(@Root() { row }: OfficeUnitType, @Ctx() context: GraphContext) {
    const parent = row.parentId && (await loadBy(context, OfficeUnit, 'id', row.parentId));
    return parent ? toUnitType(parent) : null;
  }

  @FieldResolver(() => [UnitCommandType], { description: 'What the caller may do with it now.' })
  viewerCan(@Root() { row }: OfficeUnitType, @Ctx() { caller }: GraphContext): 'CLOSE'[] {
    return row.validTo === null && may(unitPolicy.commands.CLOSE, caller, row) ? ['CLOSE'] : [];
  }
}

@Resolver(() => PostType)
export class PostResolver {
  @FieldResolver(() => OfficeType, { nullable: true, description: 'The office.' })
  async office(@Root() { row }: PostType, @Ctx() context: GraphContext) {
    const office = await loadBy(context, Office, 'id', row.officeId);
    return office && toOfficeType(office);
  }

  @FieldResolver(() => OfficeUnitType, {
    nullable: true,
    description: 'The unit that it belongs to.',
  })
  async unit(@Root() { row }: PostType, @Ctx() context: GraphContext) {
    const unit = row.unitId && (await loadBy(context, OfficeUnit, 'id', row.unitId));
    return unit ? toUnitType(unit) : null;
  }

  @FieldResolver(() => PostHolderType, {
    nullable: true,
    description: 'Who acted in it on a day; the daily acting one before the holder.',
  })
  holder(
    @Root() post: PostType,
    @Arg('asOf', () => CalendarDate, asOfOptions) asOf: Day,
    @Ctx() context: GraphContext,
  ): Promise<PostHolderType | null> {
    return currentHolder(context, post, dayOf(context, asOf));
  }

  @FieldResolver(() => [PostHolderType], { description: 'All who held it, the first one first.' })
  async holders(@Root() post: PostType, @Ctx() context: GraphContext): Promise<PostHolderType[]> {
    const holders = await holdersOf(context, post.row.id);
    return holders.map((holder) => toHolderType(holder, post));
  }

  @FieldResolver(() => [PostCommandType], { description: 'What the caller may do with it now.' })
  async viewerCan(@Root() { row }: PostType, @Ctx() context: GraphContext): Promise<PostCommand[]> {
    const holders = await holdersOf(context, row.id);
    return commandsFor(row, holders, dayOf(context, null), context.caller);
  }
}

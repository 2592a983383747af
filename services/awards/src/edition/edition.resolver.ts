import { Access } from '@jejaring/chassis/graph/access';
import { loadBy } from '@jejaring/chassis/graph/batch';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { socialOffices } from '@jejaring/schema/roles';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { CompetitionType } from '../competition/competition.types.js';
import { Edition } from './edition.entity.js';
import { createEdition } from './edition.service.js';
import {
  CreateEditionInput,
  CreateEditionResult,
  EditionConnection,
  EditionType,
  toEditionType,
} from './edition.types.js';

const command = commandsOf({ entity: Edition, toType: toEditionType });

@ArgsType()
class EditionsArgs extends PageArgs {
  @Field(() => Int, { nullable: true, description: 'Only editions of this year.' })
  year?: number | null;
}

@Resolver()
export class EditionResolver {
  @Query(() => EditionConnection, { nullable: true, description: 'Editions, newest year first.' })
  async awardEditions(@Args() { year, ...page }: EditionsArgs, @Ctx() context: GraphContext) {
    const work = await context.read();
    const query = work.select(Edition, 'e').where('true');
    if (year) query.andWhere('e.year = :year', { year });
    const order = ['year', 'id'] as const;
    return listPage({ query, order, descending: true, toNode: toEditionType }, page);
  }

  @Access(...socialOffices)
  @Mutation(() => CreateEditionResult, {
    description: 'Opens an edition, which competitions may then be drafted for.',
  })
  createEdition(@Arg('input') input: CreateEditionInput, @Ctx() context: GraphContext) {
    const { year, name, ownerRegion, ownerOfficeId: office } = input;
    const ownerOfficeId = office ? readId('ofc', 'ownerOfficeId', office) : context.caller.officeId;
    const facts = { year, name, ownerRegionCode: ownerRegion ?? '', ownerOfficeId };
    return command(context, 'createEdition', input, (work) => createEdition(work, facts));
  }
}

@Resolver(() => CompetitionType)
export class EditionOfCompetitionResolver {
  @FieldResolver(() => EditionType, { nullable: true, description: 'The edition that it is of.' })
  async edition(@Root() { row }: CompetitionType, @Ctx() context: GraphContext) {
    if (row.editionId === null) return null;
    const found = await loadBy(context, Edition, 'id', row.editionId);
    return found && toEditionType(found);
  }
}

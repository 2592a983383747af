import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { readDecree } from '../decree/decree.types.js';
import { OfficeUnit, Post } from './post.entity.js';
import { structureKeepers } from './post.rules.js';
import * as posts from './post.service.js';
import {
  CloseInput,
  FillPostInput,
  OpenPostInput,
  OpenUnitInput,
  postResult,
  seenPost,
  toPostProblem,
  toPostType,
  toUnitType,
  unitResult,
  VacatePostInput,
} from './post.types.js';

const OpenUnitResult = unitResult('OpenUnitResult');
const CloseUnitResult = unitResult('CloseUnitResult');
const OpenPostResult = postResult('OpenPostResult');
const ClosePostResult = postResult('ClosePostResult');
const FillPostResult = postResult('FillPostResult');
const VacatePostResult = postResult('VacatePostResult');

const onUnit = commandsOf({ entity: OfficeUnit, toType: toUnitType, toProblem: toPostProblem });
const onPost = commandsOf({
  entity: Post,
  toType: toPostType,
  toProblem: toPostProblem,
  fieldClasses: ['personal'],
});

const inUnit = (field: string, id: string | null | undefined) =>
  id ? readId('unt', field, id) : null;

@Resolver()
export class PostCommandsResolver {
  @Access(...structureKeepers)
  @Mutation(() => OpenUnitResult, { description: 'Adds a part to an office.' })
  openUnit(@Arg('input') input: OpenUnitInput, @Ctx() context: GraphContext) {
    const { kind, name, validFrom } = input;
    const officeId = readId('ofc', 'officeId', input.officeId);
    const parentId = inUnit('parentId', input.parentId);
    const facts = { officeId, parentId, kind, name, validFrom };
    return onUnit(context, 'openUnit', input, (work) => posts.openUnit(work, facts));
  }

  @Access(...structureKeepers)
  @Mutation(() => CloseUnitResult, { description: 'Ends a part of an office.' })
  closeUnit(@Arg('input') input: CloseInput, @Ctx() context: GraphContext) {
    const { expectedVersion, on } = input;
    const facts = { id: readId('unt', 'id', input.id), expectedVersion, on };
    return onUnit(context, 'closeUnit', input, (work) => posts.closeUnit(work, facts));
  }

  @Access(...structureKeepers)
  @Mutation(() => OpenPostResult, { description: 'Adds a post to an office.' })
  openPost(@Arg('input') input: OpenPostInput, @Ctx() context: GraphContext) {
    const { kind, title, validFrom } = input;
    const officeId = readId('ofc', 'officeId', input.officeId);
    const facts = { officeId, unitId: inUnit('unitId', input.unitId), kind, title, validFrom };
    return onPost(context, 'openPost', input, (work) => posts.openPost(work, facts));
  }

  @Access(...structureKeepers)
  @Mutation(() => ClosePostResult, { description: 'Ends a post that nobody holds.' })
  closePost(@Arg('input') input: CloseInput, @Ctx() context: GraphContext) {
    const facts = { ...seenPost(input), on: input.on };
    return onPost(context, 'closePost', input, (work) => posts.closePost(work, facts));
  }

  @Access(...structureKeepers)
  @Mutation(() => FillPostResult, { description: 'Records who holds a post, for good or acting.' })
  fillPost(@Arg('input') input: FillPostInput, @Ctx() context: GraphContext) {
    const { name, capacity, validFrom, validTo = null } = input;
    const decree = readDecree(input.decree);
    const facts = { ...seenPost(input), name, capacity, decree, validFrom, validTo };
    return onPost(context, 'fillPost', input, (work) => posts.fillPost(work, facts));
  }

  @Access(...structureKeepers)
  @Mutation(() => VacatePostResult, { description: 'Records that somebody left a post.' })
  vacatePost(@Arg('input') input: VacatePostInput, @Ctx() context: GraphContext) {
    const facts = { ...seenPost(input), capacity: input.capacity, on: input.on };
    return onPost(context, 'vacatePost', input, (work) => posts.vacatePost(work, facts));
  }
}

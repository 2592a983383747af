import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { badInput } from '@jejaring/chassis/graph/faults';
import { decodeId, readId } from '@jejaring/chassis/graph/ids';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { caseReaders } from '../case/case.rules.js';
import { BreakGlassGrant } from './break-glass.entity.js';
import { breakGlass, reviewBreakGlass } from './break-glass.service.js';
import {
  BreakGlassInput,
  breakGlassResult,
  ReviewBreakGlassInput,
  toBreakGlassProblem,
  toGrantType,
} from './break-glass.types.js';

const BreakGlassResult = breakGlassResult('BreakGlassResult');
const ReviewBreakGlassResult = breakGlassResult('ReviewBreakGlassResult');

const command = commandsOf({
  entity: BreakGlassGrant,
  toType: toGrantType,
  toProblem: toBreakGlassProblem,
  fieldClasses: ['specific'],
});

const caseNumbers = /^KS\/[0-9.]{2,5}\/[0-9]{4}\/[0-9A-Z]{6,12}$/;

/** An id or a number and nothing else: what was asked for stands in the trail, refused or not. */
function whereOf(id: string) {
  const uuid = decodeId('case', id);
  if (uuid !== null) return { id: uuid };
  if (caseNumbers.test(id)) return { caseNumber: id };
  throw badInput('id', 'id is not of the form case_… or KS/<regency>/<year>/<serial>.');
}

@Resolver()
export class BreakGlassCommandsResolver {
  @Access(...caseReaders)
  @Mutation(() => BreakGlassResult, {
    description:
      'Opens one case to the caller for an hour, in an emergency (akses darurat). Needs a sign-in with a second factor. It is told at once to who answers for the case and to the data protection officer, who reviews it within three days; until then, or when it was found unjustified, there is no other.',
  })
  breakGlass(@Arg('input') input: BreakGlassInput, @Ctx() context: GraphContext) {
    const { id: asked, emergency, reason } = input;
    const facts = { asked, where: whereOf(asked), emergency, reason };
    return command(context, 'breakGlass', input, (work) => breakGlass(work, facts));
  }

  @Access('DATA_PROTECTION_OFFICER')
  @Mutation(() => ReviewBreakGlassResult, {
    description: 'Judges an opening in an emergency; never one’s own.',
  })
  reviewBreakGlass(@Arg('input') input: ReviewBreakGlassInput, @Ctx() context: GraphContext) {
    const { expectedVersion, verdict } = input;
    const facts = { id: readId('bgl', 'id', input.id), expectedVersion, verdict };
    return command(context, 'reviewBreakGlass', input, (work) => reviewBreakGlass(work, facts));
  }
}

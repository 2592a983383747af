import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { caseResult, seenCase, toCaseProblem } from './case-problems.types.js';
import { sealCase, unsealCase } from './case-seal.service.js';
import { SealCaseInput, UnsealCaseInput } from './case-side-inputs.types.js';
import { WelfareCase } from './case.entity.js';
import { toCaseType } from './case.types.js';

const SealCaseResult = caseResult('SealCaseResult');
const UnsealCaseResult = caseResult('UnsealCaseResult');

const command = commandsOf({
  entity: WelfareCase,
  toType: toCaseType,
  toProblem: toCaseProblem,
  fieldClasses: ['specific'],
});

const sealers = ['DINSOS_REGENCY_HEAD', 'DATA_PROTECTION_OFFICER'] as const;

@Resolver()
export class CaseSealResolver {
  @Access(...sealers)
  @Mutation(() => SealCaseResult, {
    description:
      'Seals a case (kasus tertutup): from the next request on it is absent for all but those who must know, also from numbers.',
  })
  sealCase(@Arg('input') input: SealCaseInput, @Ctx() context: GraphContext) {
    const facts = { ...seenCase(input), reason: input.reason };
    return command(context, 'sealCase', input, (work) => sealCase(work, facts));
  }

  @Access(...sealers)
  @Mutation(() => UnsealCaseResult, {
    description: 'Opens a sealed case again to those in charge of its region.',
  })
  unsealCase(@Arg('input') input: UnsealCaseInput, @Ctx() context: GraphContext) {
    const facts = { ...seenCase(input), reason: input.reason };
    return command(context, 'unsealCase', input, (work) => unsealCase(work, facts));
  }
}

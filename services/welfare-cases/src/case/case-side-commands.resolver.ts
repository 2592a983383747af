import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import * as aftercare from './case-aftercare.service.js';
import * as pauses from './case-pause.service.js';
import { caseResult, seenCase, toCaseProblem } from './case-problems.types.js';
import {
  CaseStepInput,
  HoldCaseInput,
  LiftCaseRestrictionInput,
  RecordFollowUpInput,
  RejectCaseInput,
  RestrictCaseInput,
} from './case-side-inputs.types.js';
import { WelfareCase } from './case.entity.js';
import { caseReaders } from './case.rules.js';
import { toCaseType } from './case.types.js';

const HoldCaseResult = caseResult('HoldCaseResult');
const ResumeCaseResult = caseResult('ResumeCaseResult');
const RejectCaseResult = caseResult('RejectCaseResult');
const ReopenCaseResult = caseResult('ReopenCaseResult');
const StartAftercareResult = caseResult('StartAftercareResult');
const RecordFollowUpResult = caseResult('RecordFollowUpResult');
const RestrictCaseResult = caseResult('RestrictCaseResult');
const LiftCaseRestrictionResult = caseResult('LiftCaseRestrictionResult');

const command = commandsOf({
  entity: WelfareCase,
  toType: toCaseType,
  toProblem: toCaseProblem,
  fieldClasses: ['specific'],
});

/** What leaves the straight way from report to closing. */
@Resolver()
export class CaseSideCommandsResolver {
  @Access(...caseReaders)
  @Mutation(() => HoldCaseResult, {
    description: 'Lets a case rest until somebody looks at it again.',
  })
  holdCase(@Arg('input') input: HoldCaseInput, @Ctx() context: GraphContext) {
    const { reason, reviewOn } = input;
    const facts = { ...seenCase(input), reason, reviewOn };
    return command(context, 'holdCase', input, (work) => pauses.holdCase(work, facts));
  }

  @Access(...caseReaders)
  @Mutation(() => ResumeCaseResult, { description: 'Goes on with a case on hold where it stood.' })
  resumeCase(@Arg('input') input: CaseStepInput, @Ctx() context: GraphContext) {
    const facts = seenCase(input);
    return command(context, 'resumeCase', input, (work) => pauses.resumeCase(work, facts));
  }

  @Access(...caseReaders)
  @Mutation(() => RejectCaseResult, { description: 'Does not take a report on.' })
  rejectCase(@Arg('input') input: RejectCaseInput, @Ctx() context: GraphContext) {
    const { reason } = input;
    const duplicateOf = input.duplicateOf ? readId('case', 'duplicateOf', input.duplicateOf) : null;
    const facts = { ...seenCase(input), reason, duplicateOf };
    return command(context, 'rejectCase', input, (work) => pauses.rejectCase(work, facts));
  }

  @Access(...caseReaders)
  @Mutation(() => ReopenCaseResult, {
    description: 'Takes a closed case up again, within twelve months of its end.',
  })
  reopenCase(@Arg('input') input: CaseStepInput, @Ctx() context: GraphContext) {
    const facts = seenCase(input);
    return command(context, 'reopenCase', input, (work) => aftercare.reopenCase(work, facts));
  }

  @Access(...caseReaders)
  @Mutation(() => StartAftercareResult, {
    description:
      'Begins visits after one, three and six months from the end of a case (bimbingan lanjut; PP 39/2012, article 7).',
  })
  startAftercare(@Arg('input') input: CaseStepInput, @Ctx() context: GraphContext) {
    const facts = seenCase(input);
    return command(context, 'startAftercare', input, (work) =>
      aftercare.startAftercare(work, facts),
    );
  }

  @Access(...caseReaders)
  @Mutation(() => RecordFollowUpResult, {
    description:
      'Records a visit, during the services or in aftercare; the last visit of aftercare closes the case again.',
  })
  recordFollowUp(@Arg('input') input: RecordFollowUpInput, @Ctx() context: GraphContext) {
    const { visitedOn, finding } = input;
    const facts = { ...seenCase(input), visitedOn, finding };
    return command(context, 'recordFollowUp', input, (work) =>
      aftercare.recordFollowUp(work, facts),
    );
  }

  @Access('DATA_PROTECTION_OFFICER')
  @Mutation(() => RestrictCaseResult, {
    description:
      'Stops the processing of a case: who handles it sees it no more, and its referrals end (UU 27/2022).',
  })
  restrictCase(@Arg('input') input: RestrictCaseInput, @Ctx() context: GraphContext) {
    const facts = { ...seenCase(input), ground: input.ground };
    return command(context, 'restrictCase', input, (work) => pauses.restrictCase(work, facts));
  }

  @Access('DATA_PROTECTION_OFFICER')
  @Mutation(() => LiftCaseRestrictionResult, {
    description: 'Lets a restricted case go on where it stood, on another legal basis.',
  })
  liftCaseRestriction(@Arg('input') input: LiftCaseRestrictionInput, @Ctx() context: GraphContext) {
    const facts = { ...seenCase(input), legalBasis: input.legalBasis };
    return command(context, 'liftCaseRestriction', input, (work) =>
      pauses.liftCaseRestriction(work, facts),
    );
  }
}

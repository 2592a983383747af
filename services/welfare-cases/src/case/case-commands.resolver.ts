import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { BudgetSpentProblem, countNumber } from '@jejaring/trust/keys/budget';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import {
  AcceptCaseInput,
  AdoptServicePlanInput,
  CloseCaseInput,
  CompleteAssessmentInput,
  ProposeTerminationInput,
  RecordInterventionInput,
  ReportCaseInput,
  ReviseServicePlanInput,
} from './case-inputs.types.js';
import { WelfareCase } from './case.entity.js';
import { caseReaders } from './case.rules.js';
import * as cases from './case.service.js';
import { caseResult, seenCase, toCaseProblem } from './case-problems.types.js';
import { toCaseType } from './case.types.js';

const ReportCaseResult = caseResult('ReportCaseResult', BudgetSpentProblem);
const AcceptCaseResult = caseResult('AcceptCaseResult');
const CompleteAssessmentResult = caseResult('CompleteAssessmentResult');
const AdoptServicePlanResult = caseResult('AdoptServicePlanResult');
const ReviseServicePlanResult = caseResult('ReviseServicePlanResult');
const RecordInterventionResult = caseResult('RecordInterventionResult');
const ProposeTerminationResult = caseResult('ProposeTerminationResult');
const CloseCaseResult = caseResult('CloseCaseResult');

const command = commandsOf({
  entity: WelfareCase,
  toType: toCaseType,
  toProblem: toCaseProblem,
  fieldClasses: ['specific'],
});

@Resolver()
export class CaseCommandsResolver {
  @Access(...caseReaders)
  @Mutation(() => ReportCaseResult, { description: 'Reports a person or household in need.' })
  async reportCase(@Arg('input') input: ReportCaseInput, @Ctx() context: GraphContext) {
    const followsCaseId = input.follows ? readId('case', 'follows', input.follows) : null;
    const facts = { ...input, followsCaseId };
    const spent = await countNumber(context, input.person.nik);
    return spent ?? command(context, 'reportCase', input, (work) => cases.reportCase(work, facts));
  }

  @Access(...caseReaders)
  @Mutation(() => AcceptCaseResult, {
    description: 'Accepts a reported case and gives it to an organization.',
  })
  acceptCase(@Arg('input') input: AcceptCaseInput, @Ctx() context: GraphContext) {
    const { legalBasis } = input;
    const assignedOrganizationId = readId('org', 'assignedTo', input.assignedTo);
    const facts = { ...seenCase(input), legalBasis, assignedOrganizationId };
    return command(context, 'acceptCase', input, (work) => cases.acceptCase(work, facts));
  }

  @Access(...caseReaders)
  @Mutation(() => CompleteAssessmentResult, { description: 'Records the assessment of the need.' })
  completeAssessment(@Arg('input') input: CompleteAssessmentInput, @Ctx() context: GraphContext) {
    const severities = Object.fromEntries(
      input.severities.map(({ domain, severity }) => [domain, severity]),
    );
    const facts = { ...seenCase(input), severities };
    return command(context, 'completeAssessment', input, (work) =>
      cases.completeAssessment(work, facts),
    );
  }

  @Access(...caseReaders)
  @Mutation(() => AdoptServicePlanResult, {
    description: 'Adopts the plan agreed with the person or guardian.',
  })
  adoptServicePlan(@Arg('input') input: AdoptServicePlanInput, @Ctx() context: GraphContext) {
    const goals = input.goals.map(({ service, dueOn }) => ({ service, dueOn }));
    const facts = { ...seenCase(input), goals };
    return command(context, 'adoptServicePlan', input, (work) => cases.adoptPlan(work, facts));
  }

  @Access(...caseReaders)
  @Mutation(() => ReviseServicePlanResult, {
    description: 'Replaces a plan that no longer fits, as agreed anew.',
  })
  reviseServicePlan(@Arg('input') input: ReviseServicePlanInput, @Ctx() context: GraphContext) {
    const goals = input.goals.map(({ service, dueOn }) => ({ service, dueOn }));
    const facts = { ...seenCase(input), goals };
    return command(context, 'reviseServicePlan', input, (work) => cases.revisePlan(work, facts));
  }

  @Access(...caseReaders)
  @Mutation(() => RecordInterventionResult, { description: 'Records a service that was given.' })
  recordIntervention(@Arg('input') input: RecordInterventionInput, @Ctx() context: GraphContext) {
    const { service, givenOn } = input;
    const facts = { ...seenCase(input), service, givenOn };
    return command(context, 'recordIntervention', input, (work) =>
      cases.recordIntervention(work, facts),
    );
  }

  @Access(...caseReaders)
  @Mutation(() => ProposeTerminationResult, { description: 'Proposes to end the case.' })
  proposeTermination(@Arg('input') input: ProposeTerminationInput, @Ctx() context: GraphContext) {
    const facts = { ...seenCase(input), goalResults: input.goalResults };
    return command(context, 'proposeTermination', input, (work) =>
      cases.proposeTermination(work, facts),
    );
  }

  @Access(...caseReaders)
  @Mutation(() => CloseCaseResult, {
    description: 'Closes the case; not by the hand that proposed it.',
  })
  closeCase(@Arg('input') input: CloseCaseInput, @Ctx() context: GraphContext) {
    const facts = { ...seenCase(input), outcome: input.outcome };
    return command(context, 'closeCase', input, (work) => cases.closeCase(work, facts));
  }
}

import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { resultUnion } from '@jejaring/chassis/graph/problems';
import { readSources } from '@jejaring/register/facts/fact-source.types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import * as allocations from './allocation.service.js';
import { assetReporters } from './asset.rules.js';
import {
  AllocateAssistanceInput,
  AllocationStepInput,
  DeferAllocationInput,
  HandOverAssetsInput,
  OpenAssistanceProgrammeInput,
  readOptionalId,
  ReportAssetConditionInput,
  seenAllocation,
} from './assistance-inputs.types.js';
import { AssistanceRefusedProblem, toAssistanceProblem } from './assistance-problems.types.js';
import { Allocation, Asset, AssistanceProgramme, Handover } from './assistance.entity.js';
import {
  AllocationType,
  AssetType,
  AssistanceProgrammeType,
  HandoverType,
  toAllocationType,
  toAssetType,
  toHandoverType,
  toProgrammeType,
} from './assistance.types.js';
import { handOverAssets, reportAssetCondition } from './handover.service.js';
import { givers } from './programme.rules.js';
import { allocateAssistance, openAssistanceProgramme } from './programme.service.js';

const allocationResult = (name: string) =>
  resultUnion(name, () => AllocationType, AssistanceRefusedProblem);

const OpenAssistanceProgrammeResult = resultUnion(
  'OpenAssistanceProgrammeResult',
  () => AssistanceProgrammeType,
);
const AllocateAssistanceResult = resultUnion(
  'AllocateAssistanceResult',
  () => AssistanceProgrammeType,
  AssistanceRefusedProblem,
);
const ProcureAllocationResult = allocationResult('ProcureAllocationResult');
const DeferAllocationResult = allocationResult('DeferAllocationResult');
const ResumeAllocationResult = allocationResult('ResumeAllocationResult');
const WithdrawAllocationResult = allocationResult('WithdrawAllocationResult');
const HandOverAssetsResult = resultUnion(
  'HandOverAssetsResult',
  () => HandoverType,
  AssistanceRefusedProblem,
);
const ReportAssetConditionResult = resultUnion(
  'ReportAssetConditionResult',
  () => AssetType,
  AssistanceRefusedProblem,
);

const toProblem = toAssistanceProblem;
const onProgramme = commandsOf({ entity: AssistanceProgramme, toType: toProgrammeType, toProblem });
const onAllocation = commandsOf({ entity: Allocation, toType: toAllocationType, toProblem });
const onHandover = commandsOf({ entity: Handover, toType: toHandoverType, toProblem });
const onAsset = commandsOf({ entity: Asset, toType: toAssetType, toProblem });

@Resolver()
export class AssistanceCommandsResolver {
  @Access(...givers)
  @Mutation(() => OpenAssistanceProgrammeResult, { description: 'Opens an assistance programme.' })
  openAssistanceProgramme(
    @Arg('input') input: OpenAssistanceProgrammeInput,
    @Ctx() context: GraphContext,
  ) {
    const { regionCode, title, fiscalYear, itemKind, targetLevel } = input;
    const facts = {
      officeId: readId('ofc', 'officeId', input.officeId),
      regionCode,
      title,
      fiscalYear,
      itemKind,
      itemSpec: input.itemSpec ?? null,
      unitValue: input.unitValue ?? null,
      targetLevel,
      targetStated: input.targetStated ?? null,
      targetReason: input.targetDerivedBecause ?? null,
      openedOn: input.openedOn ?? null,
      sources: readSources(input.sources),
    };
    return onProgramme(context, 'openAssistanceProgramme', input, (work) =>
      openAssistanceProgramme(work, facts),
    );
  }

  @Access(...givers)
  @Mutation(() => AllocateAssistanceResult, {
    description:
      'Puts something aside for organizations of the level that a programme is meant for.',
  })
  allocateAssistance(@Arg('input') input: AllocateAssistanceInput, @Ctx() context: GraphContext) {
    const facts = {
      programmeId: readId('apg', 'id', input.id),
      expectedVersion: input.expectedVersion,
      recipients: input.recipients.map(({ organizationId, quantity }) => ({
        organizationId: readId('org', 'organizationId', organizationId),
        quantity,
      })),
      plannedFiscalYear: input.plannedFiscalYear ?? null,
      decidedOn: input.decidedOn ?? null,
    };
    return onProgramme(context, 'allocateAssistance', input, (work) =>
      allocateAssistance(work, facts),
    );
  }

  @Access(...givers)
  @Mutation(() => ProcureAllocationResult, { description: 'Says that it was bought.' })
  procureAllocation(@Arg('input') input: AllocationStepInput, @Ctx() context: GraphContext) {
    return onAllocation(context, 'procureAllocation', input, (work) =>
      allocations.leadAllocationOn(work, 'PROCURE', seenAllocation(input)),
    );
  }

  @Access(...givers)
  @Mutation(() => DeferAllocationResult, {
    description: 'Puts it off to a later fiscal year: an intention, not a commitment.',
  })
  deferAllocation(@Arg('input') input: DeferAllocationInput, @Ctx() context: GraphContext) {
    const { plannedFiscalYear } = input;
    return onAllocation(context, 'deferAllocation', input, (work) =>
      allocations.deferAllocation(work, { ...seenAllocation(input), plannedFiscalYear }),
    );
  }

  @Access(...givers)
  @Mutation(() => ResumeAllocationResult, { description: 'Takes up again what was put off.' })
  resumeAllocation(@Arg('input') input: AllocationStepInput, @Ctx() context: GraphContext) {
    return onAllocation(context, 'resumeAllocation', input, (work) =>
      allocations.leadAllocationOn(work, 'RESUME', seenAllocation(input)),
    );
  }

  @Access(...givers)
  @Mutation(() => WithdrawAllocationResult, {
    description: 'Takes an allocation back before anything was handed over.',
  })
  withdrawAllocation(@Arg('input') input: AllocationStepInput, @Ctx() context: GraphContext) {
    return onAllocation(context, 'withdrawAllocation', input, (work) =>
      allocations.withdrawAllocation(work, seenAllocation(input)),
    );
  }

  @Access(...givers)
  @Mutation(() => HandOverAssetsResult, {
    description: 'Records that an organization received pieces, under minutes of handover.',
  })
  handOverAssets(@Arg('input') input: HandOverAssetsInput, @Ctx() context: GraphContext) {
    const { expectedVersion, handedOverOn, minutesNumber, serialNumbers } = input;
    const officer = input.receivedByOfficerId;
    const facts = {
      allocationId: readId('alc', 'id', input.id),
      expectedVersion,
      handedOverOn,
      minutesNumber,
      serialNumbers,
      occasionTitle: input.occasionTitle ?? null,
      trainingEventId: readOptionalId('trn', 'trainingEventId', input.trainingEventId),
      givenBy: input.givenBy ?? null,
      receivedByOfficerId: readOptionalId('ofr', 'receivedByOfficerId', officer),
      sources: readSources(input.sources),
    };
    return onHandover(context, 'handOverAssets', input, (work) => handOverAssets(work, facts));
  }

  @Access(...assetReporters)
  @Mutation(() => ReportAssetConditionResult, { description: 'Says how a piece fares.' })
  reportAssetCondition(
    @Arg('input') input: ReportAssetConditionInput,
    @Ctx() context: GraphContext,
  ) {
    const { expectedVersion, condition } = input;
    const facts = { id: readId('ast', 'id', input.id), expectedVersion, condition };
    const since = input.since ?? null;
    return onAsset(context, 'reportAssetCondition', input, (work) =>
      reportAssetCondition(work, { ...facts, since }),
    );
  }
}

import { enumOf } from '@jejaring/chassis/graph/enums';
import { assetConditionWords, assistanceItems } from '@jejaring/schema/vocabulary';

export const AssistanceItemType = enumOf(
  'AssistanceItem',
  'What an assistance programme hands over.',
  assistanceItems,
);

export const AssetConditionType = enumOf(
  'AssetCondition',
  'How something that was handed over fares.',
  assetConditionWords,
);

export const AllocationStatusType = enumOf(
  'AllocationStatus',
  'Where something that was put aside for an organization stands.',
  {
    PLANNED: 'Planned for a fiscal year.',
    DEFERRED: 'Put off to a later fiscal year: an intention, not a commitment.',
    PROCURED: 'Bought, waiting to be handed over.',
    HANDED_OVER: 'Handed over, all of it.',
    WITHDRAWN: 'Taken back before anything was handed over.',
  },
);

export const AssistanceProgrammeCommandType = enumOf(
  'AssistanceProgrammeCommand',
  'What can be done with an assistance programme.',
  { ALLOCATE: '`allocateAssistance`' },
);

export const AllocationCommandType = enumOf(
  'AllocationCommand',
  'What can be done with an allocation.',
  {
    PROCURE: '`procureAllocation`',
    DEFER: '`deferAllocation`',
    RESUME: '`resumeAllocation`',
    WITHDRAW: '`withdrawAllocation`',
    HAND_OVER: '`handOverAssets`',
  },
);

export const AssetCommandType = enumOf('AssetCommand', 'What can be done with an asset.', {
  REPORT_CONDITION: '`reportAssetCondition`',
});

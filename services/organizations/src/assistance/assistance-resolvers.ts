import {
  AllocationResolver,
  AssetResolver,
  AssetsOfOrganizationResolver,
  HandoverResolver,
  HandoversOfTrainingResolver,
} from './asset.resolver.js';
import { AssistanceCommandsResolver } from './assistance-commands.resolver.js';
import { AssistanceProgrammeResolver } from './assistance.resolver.js';
import {
  AssistanceInRegionResolver,
  PendingAllocationResolver,
  RegionAssistanceResolver,
} from './coverage.resolver.js';

/** What this slice puts into the graph. */
export const assistanceResolvers = [
  AssistanceProgrammeResolver,
  AssistanceInRegionResolver,
  RegionAssistanceResolver,
  PendingAllocationResolver,
  AllocationResolver,
  HandoverResolver,
  HandoversOfTrainingResolver,
  AssetResolver,
  AssetsOfOrganizationResolver,
  AssistanceCommandsResolver,
];

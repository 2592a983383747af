import {
  DistrictVillageFundsResolver,
  PartnershipsInRegionResolver,
  PartnershipsOfOrganizationResolver,
  RegionVillageFundsResolver,
} from './partnership-links.resolver.js';
import { PartnershipResolver } from './partnership.resolver.js';

/** What this slice puts into the graph. */
export const partnershipResolvers = [
  PartnershipResolver,
  PartnershipsOfOrganizationResolver,
  PartnershipsInRegionResolver,
  RegionVillageFundsResolver,
  DistrictVillageFundsResolver,
];

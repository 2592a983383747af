import { loadBy } from '@jejaring/chassis/graph/batch';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { evidenceResolvers } from '@jejaring/evidence/evidence-slice';
import { privacyResolvers } from '@jejaring/trust/privacy/privacy-slice';
import type { SubgraphDefinition } from '@jejaring/chassis/graph/subgraph';
import { revealResolver } from '@jejaring/trust/keys/reveal-slice';
import { revealedBeneficiary } from './beneficiary/revealed-beneficiary.js';
import { BeneficiaryResolver } from './beneficiary/beneficiary.resolver.js';
import { trafficGraph } from '@jejaring/upkeep/traffic-slice';
import { auditShown } from './audit.js';
import { CapabilityResolver } from './capability/capability.resolver.js';
import { CaseCommandsResolver } from './case/case-commands.resolver.js';
import { BreakGlassCommandsResolver } from './break-glass/break-glass-commands.resolver.js';
import { BreakGlassResolver } from './break-glass/break-glass.resolver.js';
import { CaseSealResolver } from './case/case-seal.resolver.js';
import { CaseSideCommandsResolver } from './case/case-side-commands.resolver.js';
import { WelfareCase } from './case/case.entity.js';
import { CasePartsResolver } from './case/case-parts.resolver.js';
import { CaseResolver } from './case/case.resolver.js';
import { toCaseType } from './case/case.types.js';
import { CategoryResolver } from './case/category.resolver.js';
import { ConsentResolver } from './consent/consent.resolver.js';
import { HandledCasesResolver } from './handled/handled.resolver.js';
import { LinkResolver } from './network/link.resolver.js';
import { NetworkResolver, RegionNetworkResolver } from './network/network.resolver.js';
import { OrganizationRef } from './organization/organization.types.js';
import { ReferralCommandsResolver } from './referral/referral-commands.resolver.js';
import { Referral } from './referral/referral.entity.js';
import { ReferralResolver } from './referral/referral.resolver.js';
import { toReferralType } from './referral/referral.types.js';
import { RegionResolver, RegionWelfareResolver } from './region/region.resolver.js';
import { regionRef } from './region/region.types.js';
import { provenRecords } from './evidence/proven-records.js';
import { StatisticsResolver } from './statistics/statistics.resolver.js';
import { privacy } from './privacy/persons.js';

const trafficShown = trafficGraph('welfare-cases');

export const graph: SubgraphDefinition = {
  resolvers: [
    RegionResolver,
    RegionWelfareResolver,
    StatisticsResolver,
    CaseResolver,
    BeneficiaryResolver,
    CasePartsResolver,
    CategoryResolver,
    CaseCommandsResolver,
    CaseSideCommandsResolver,
    CaseSealResolver,
    BreakGlassResolver,
    BreakGlassCommandsResolver,
    ConsentResolver,
    CapabilityResolver,
    ReferralResolver,
    LinkResolver,
    NetworkResolver,
    RegionNetworkResolver,
    HandledCasesResolver,
    ReferralCommandsResolver,
    ...auditShown.resolvers,
    ...trafficShown.resolvers,
    revealResolver('Beneficiary', revealedBeneficiary),
    ...evidenceResolvers('Case', provenRecords),
    ...privacyResolvers('Beneficiary', privacy),
  ],
  types: [...auditShown.types, ...trafficShown.types],
  references: {
    ...auditShown.references,
    ...trafficShown.references,
    Region: ({ code }) => regionRef(String(code)),
    Organization: ({ id }) => Object.assign(new OrganizationRef(), { id: String(id) }),
    async WelfareCase({ id }, context) {
      const uuid = decodeId('case', String(id));
      const row = uuid && (await loadBy(context, WelfareCase, 'id', uuid));
      return row ? toCaseType(row) : null;
    },
    async Referral({ id }, context) {
      const uuid = decodeId('ref', String(id));
      const row = uuid && (await loadBy(context, Referral, 'id', uuid));
      return row ? toReferralType(row) : null;
    },
  },
};

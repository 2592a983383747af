import { rowPolicies } from '@jejaring/trust/rights/row-policies';
import { Evidence } from '@jejaring/evidence/evidence.entity';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { Beneficiary } from './beneficiary/beneficiary.entity.js';
import { BreakGlassGrant } from './break-glass/break-glass.entity.js';
import { ServiceCapability } from './capability/capability.entity.js';
import { FollowUp, Intervention, OpenCaseCount, WelfareCase } from './case/case.entity.js';
import { ConsentText } from './consent/consent-text.entity.js';
import { Consent } from './consent/consent.entity.js';
import { HandledCaseCount } from './handled/handled.entity.js';
import { CreateWelfareCases1764000000000 } from './migrations/1764000000000-create-welfare-cases.js';
import { CreateStatistics1764100000000 } from './migrations/1764100000000-create-statistics.js';
import { CreateRegionCopy1764200000000 } from './migrations/1764200000000-create-region-copy.js';
import { CreateReferralLink1764300000000 } from './migrations/1764300000000-create-referral-link.js';
import { CreateHandledCases1764400000000 } from './migrations/1764400000000-create-handled-cases.js';
import { CreateEvidence1764900000000 } from './migrations/1764900000000-create-evidence.js';
import { CreateAuditSeal1765000000000 } from './migrations/1765000000000-create-audit-seal.js';
import { CreateFingerprints1765100000000 } from './migrations/1765100000000-create-fingerprints.js';
import { CreateBreakGlass1765200000000 } from './migrations/1765200000000-create-break-glass.js';
import { CreateBudgets1765100100000 } from './migrations/1765100100000-create-budgets.js';
import { CreatePrivacy1765300000000 } from './migrations/1765300000000-create-privacy.js';
import { AddConsentTexts1765300000001 } from './migrations/1765300000001-add-consent-texts.js';
import { ReferralLink } from './network/link.entity.js';
import { Referral } from './referral/referral.entity.js';
import { RegionCopy } from './region/region.entity.js';
import { StatisticsCell, StatisticsMonth } from './statistics/statistics.entity.js';
import { rights } from './rights.js';

import { privacyEntities } from '@jejaring/trust/privacy/privacy-tables';

export const database = {
  entities: [
    ...privacyEntities,
    Evidence,
    OrganizationCopy,
    Beneficiary,
    BreakGlassGrant,
    WelfareCase,
    Intervention,
    FollowUp,
    OpenCaseCount,
    HandledCaseCount,
    ServiceCapability,
    Consent,
    ConsentText,
    Referral,
    ReferralLink,
    RegionCopy,
    StatisticsMonth,
    StatisticsCell,
  ],
  migrations: [
    CreateWelfareCases1764000000000,
    CreateStatistics1764100000000,
    CreateRegionCopy1764200000000,
    CreateReferralLink1764300000000,
    CreateHandledCases1764400000000,
    CreateEvidence1764900000000,
    CreateAuditSeal1765000000000,
    CreateFingerprints1765100000000,
    CreateBudgets1765100100000,
    CreateBreakGlass1765200000000,
    CreatePrivacy1765300000000,
    AddConsentTexts1765300000001,
  ],
  rights: rowPolicies(rights),
};

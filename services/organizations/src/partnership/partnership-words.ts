import { enumOf } from '@jejaring/chassis/graph/enums';
import {
  companyKindWords,
  partnershipEndWords,
  partnershipKindWords,
} from '@jejaring/schema/vocabulary';

export const PartnershipKindType = enumOf(
  'PartnershipKind',
  'How an organization works together with others.',
  partnershipKindWords,
);

export const CompanyKindType = enumOf('CompanyKind', 'Who owns a company.', companyKindWords);

export const PartnershipEndType = enumOf(
  'PartnershipEnd',
  'Why a partnership ended before its term.',
  partnershipEndWords,
);

export const PartnershipFieldType = enumOf('PartnershipField', 'What a partnership is about.', {
  WELFARE_SERVICE: 'Welfare service (usaha kesejahteraan sosial, UKS).',
  PRODUCTIVE_ECONOMY: 'Productive business.',
  TRAINING: 'Training.',
  EDUCATION: 'Education.',
  HEALTH: 'Health.',
  ENVIRONMENT: 'Environment.',
  SPORT_ARTS: 'Sport and arts.',
  INFRASTRUCTURE: 'Buildings and equipment.',
  OTHER: 'Something else.',
});

export const PartnershipStatusType = enumOf('PartnershipStatus', 'Where a partnership stands.', {
  PROPOSED: 'Proposed; nobody is bound.',
  SIGNED: 'Signed; its term has not begun.',
  ACTIVE: 'Running.',
  EXPIRED: 'Its term is over.',
  TERMINATED: 'Ended before its term.',
});

export const PartnershipCommandType = enumOf(
  'PartnershipCommand',
  'What can be done with a partnership.',
  { SIGN: '`signPartnership`', TERMINATE: '`terminatePartnership`' },
);

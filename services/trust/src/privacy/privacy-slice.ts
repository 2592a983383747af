import type { Chore } from '@jejaring/chassis/process/housekeeping';
import type { ClassType } from 'type-graphql';
import { requestResolvers } from './privacy-request-slice.js';
import type { PrivacyOf } from './privacy-request.service.js';
import { sayRequestsOverdue } from './privacy-request.service.js';
import { retentionResolvers } from './retention-slice.js';
import { applyRetention } from './retention.service.js';

/** What the law on personal data asks of the graph of a service that holds persons. */
export const privacyResolvers = (subject: string, privacy: PrivacyOf): ClassType[] => [
  ...requestResolvers(subject, privacy),
  ...retentionResolvers(subject, privacy.kinds),
];

/** What its clocks ask for. */
export const privacyChores = ({ kinds, requests }: PrivacyOf): Chore[] => [
  sayRequestsOverdue(requests),
  applyRetention(kinds),
];

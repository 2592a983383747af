import type { Chore } from '@jejaring/chassis/process/housekeeping';
import type { ClassType } from 'type-graphql';
import { exportResolvers } from './export-slice.js';
import { incidentResolvers } from './incident-slice.js';
import type { IncidentsOf } from './incident.service.js';
import { sayIncidentsOverdue } from './incident.service.js';
import { requestResolvers } from './privacy-request-slice.js';
import type { PrivacyOf } from './privacy-request.service.js';
import { sayRequestsOverdue } from './privacy-request.service.js';
import { retentionResolvers } from './retention-slice.js';
import { applyRetention } from './retention.service.js';

/** The persons of a service, and how it speaks of their rights and of what failed. */
export type ServicePrivacy = PrivacyOf & IncidentsOf;

/** What the law on personal data asks of the graph of a service that holds persons. */
export const privacyResolvers = (subject: string, privacy: ServicePrivacy): ClassType[] => [
  ...requestResolvers(subject, privacy),
  ...exportResolvers(subject, privacy),
  ...retentionResolvers(subject, privacy.kinds),
  ...incidentResolvers(subject, privacy),
];

/** What its clocks ask for. */
export const privacyChores = ({ kinds, requests, incidents }: ServicePrivacy): Chore[] => [
  sayRequestsOverdue(requests),
  sayIncidentsOverdue(incidents),
  applyRetention(kinds),
];

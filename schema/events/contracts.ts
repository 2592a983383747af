import * as audit from './audit.events.js';
import * as awards from './awards.events.js';
import type { EventContract } from './contract.js';
import * as eventHub from './event-hub.events.js';
import * as appointments from './organizations-appointments.events.js';
import * as assistance from './organizations-assistance.events.js';
import * as boards from './organizations-boards.events.js';
import * as partnerships from './organizations-partnerships.events.js';
import * as organizationsPrivacy from './organizations-privacy.events.js';
import * as programmes from './organizations-programmes.events.js';
import * as ventures from './organizations-ventures.events.js';
import * as organizations from './organizations.events.js';
import * as trainingPrivacy from './training-privacy.events.js';
import * as training from './training.events.js';
import * as cases from './welfare-cases.events.js';
import * as network from './welfare-network.events.js';
import * as welfarePrivacy from './welfare-privacy.events.js';
import * as protection from './welfare-protection.events.js';
import * as statistics from './welfare-statistics.events.js';

const files: readonly Record<string, unknown>[] = [
  audit,
  awards,
  eventHub,
  appointments,
  assistance,
  boards,
  partnerships,
  organizationsPrivacy,
  programmes,
  ventures,
  organizations,
  trainingPrivacy,
  training,
  cases,
  network,
  welfarePrivacy,
  protection,
  statistics,
];

const isContract = (value: unknown): value is EventContract =>
  typeof value === 'object' && value !== null && 'type' in value && 'topic' in value;

/** Every event that anybody may hear, by type; for readers of all topics, such as the gateway. */
export const contractsByType: ReadonlyMap<string, EventContract> = new Map(
  files
    .flatMap((file) => Object.values(file))
    .filter(isContract)
    .map((contract) => [contract.type, contract]),
);

import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { covers } from '@jejaring/chassis/work/scope.rules';
import type { deliveryModes, disablingGrounds } from '@jejaring/schema/events/event-hub.events';
import { socialOffices } from '@jejaring/schema/roles';
import type { RowClause } from '@jejaring/trust/rights/policy.rules';
import { definePolicy, may } from '@jejaring/trust/rights/policy.rules';
import { chooseTypes } from '../feed/told.rules.js';
import type { Allowed, EndpointFault } from '../webhook/endpoint.rules.js';
import { readEndpoint } from '../webhook/endpoint.rules.js';
import type { HandshakeFault } from '../webhook/handshake.rules.js';
import type { SignatureKind } from '../webhook/signature.js';

export type DeliveryMode = (typeof deliveryModes)[number];
export type DisablingGround = (typeof disablingGrounds)[number];
export type SubscriptionStatus =
  'VERIFYING' | 'UNVERIFIED' | 'ACTIVE' | 'PAUSED' | 'DISABLED' | 'ENDED';
/** Why it is not active, where no person decided so. */
export type SubscriptionGround = DisablingGround | HandshakeFault;

/** An office those of its region, and the system of another institution its own: none sees another's endpoint. */
const managing: RowClause[] = [
  { roles: socialOffices, within: 'region_code' },
  { roles: ['SYSTEM_SUBSCRIBER'], actor: 'maker' },
];

export const eventSubscriptionPolicy = definePolicy({
  table: 'event_subscription',
  access: 'regional',
  read: managing,
  write: managing,
  commands: {
    VERIFY: managing,
    PAUSE: managing,
    RESUME: managing,
    ROTATE_SECRET: managing,
    TEST: managing,
    REPLAY: managing,
    END: managing,
  },
});

export type SubscriptionCommand = keyof typeof eventSubscriptionPolicy.commands;

export const mostSubscriptions = 100;

export interface SubscriptionFacts extends Allowed {
  endpoint: string;
  types: readonly string[];
  regionCode: string;
  /** Not yet ended ones of the same maker. */
  standing: number;
}

const words: Readonly<Record<EndpointFault, { en: string; id: string }>> = {
  'not-a-url': { en: 'This is not a URL.', id: 'Ini bukan URL.' },
  'not-https': { en: 'An endpoint is reached by https.', id: 'Titik akhir harus https.' },
  credentials: {
    en: 'A URL with a name or password is not taken.',
    id: 'URL dengan nama atau kata sandi tidak diterima.',
  },
  fragment: { en: 'A URL with a fragment is not taken.', id: 'URL dengan fragmen tidak diterima.' },
  port: { en: 'An endpoint has port 443 or 8443.', id: 'Titik akhir memakai port 443 atau 8443.' },
  host: {
    en: 'An endpoint has a name or address of the public internet.',
    id: 'Titik akhir memakai nama atau alamat di internet publik.',
  },
};

function typeFault(types: readonly string[], { role }: Caller): InvalidInput | null {
  if (!('refused' in chooseTypes(role, types))) return null;
  return invalidInput('types', {
    en: 'There is no such kind of event that you may be told of.',
    id: 'Tidak ada jenis peristiwa demikian yang boleh Anda terima.',
  });
}

/** Subscribes an endpoint to events of a region that is the caller's or lies in it. */
export function create(
  facts: SubscriptionFacts,
  caller: Caller,
): Decision<object, NotAllowed | InvalidInput> {
  const row = { regionCode: facts.regionCode, maker: caller.id };
  if (!may(managing, caller, row) || !covers(caller.region, facts.regionCode))
    return notAllowed('createEventSubscription');
  const read = readEndpoint(facts.endpoint, facts);
  if ('fault' in read) return invalidInput('endpoint', words[read.fault]);
  if (facts.standing >= mostSubscriptions)
    return invalidInput('endpoint', {
      en: 'You have 100 subscriptions; end one first.',
      id: 'Anda sudah memiliki 100 langganan; akhiri salah satu dahulu.',
    });
  return typeFault(facts.types, caller) ?? { refused: null };
}

export interface SubscriptionState {
  regionCode: string;
  maker: string;
  makerRole: string;
  status: SubscriptionStatus;
  ground: SubscriptionGround | null;
}

export type SubscriptionRefusal =
  NotAllowed | { refused: 'wrong-state'; status: SubscriptionStatus };

const open: readonly SubscriptionStatus[] = [
  'VERIFYING',
  'UNVERIFIED',
  'ACTIVE',
  'PAUSED',
  'DISABLED',
];

/** The states in which each command makes sense. */
const from: Readonly<Record<SubscriptionCommand, readonly SubscriptionStatus[]>> = {
  VERIFY: ['UNVERIFIED', 'DISABLED'],
  PAUSE: ['ACTIVE'],
  RESUME: ['PAUSED'],
  ROTATE_SECRET: open,
  TEST: ['ACTIVE'],
  REPLAY: ['ACTIVE', 'PAUSED'],
  END: open,
};

const mutations: Readonly<Record<SubscriptionCommand, string>> = {
  VERIFY: 'verifyEventSubscription',
  PAUSE: 'pauseEventSubscription',
  RESUME: 'resumeEventSubscription',
  ROTATE_SECRET: 'rotateEventSubscriptionSecret',
  TEST: 'testEventSubscription',
  REPLAY: 'replayEvents',
  END: 'endEventSubscription',
};

/** Whether a command may be given now. What it changes to is in the name of the command. */
export function step(
  command: SubscriptionCommand,
  row: SubscriptionState,
  caller: Caller,
): Decision<object, SubscriptionRefusal> {
  const isAllowed = may(eventSubscriptionPolicy.commands[command], caller, row);
  if (!isAllowed || !mayAnswerFor(command, row, caller)) return notAllowed(mutations[command]);
  return from[command].includes(row.status)
    ? { refused: null }
    : { refused: 'wrong-state', status: row.status };
}

/**
 * When its maker's appointment ended, a colleague of the same role may take it on. Nobody else: what the
 * endpoint is told would be what another role may hear.
 */
const mayAnswerFor = (command: SubscriptionCommand, row: SubscriptionState, caller: Caller) =>
  command !== 'VERIFY' || row.ground !== 'STANDING_ENDED' || row.makerRole === caller.role;

export const subscriptionCommandsFor = (row: SubscriptionState, caller: Caller) =>
  (Object.keys(from) as SubscriptionCommand[]).filter(
    (command) => step(command, row, caller).refused === null,
  );

/** How long the former secret still signs: long enough to bring the new one to every machine. */
export const longestOverlapHours = 14 * 24;

export interface KeyState {
  id: string;
  signature: SignatureKind;
  madeAt: Date;
  expiresAt: Date | null;
}

/** When each valid key ends once a new one is made: the newest after the overlap, any other at once. */
export function retire(
  keys: readonly KeyState[],
  now: Date,
  overlapHours: number,
): { id: string; expiresAt: Date }[] {
  const until = new Date(now.getTime() + overlapHours * 3_600_000);
  const newest = keys.reduce<KeyState | null>(
    (best, key) => (best === null || key.madeAt > best.madeAt ? key : best),
    null,
  );
  return keys.map(({ id }) => ({ id, expiresAt: id === newest?.id ? until : now }));
}

import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { privacyRefusals, privacyRequestKinds } from '@jejaring/schema/vocabulary';
import { definePolicy, may } from '../rights/policy.rules.js';

export type PrivacyRequestKind = (typeof privacyRequestKinds)[number];
export type PrivacyRefusal = (typeof privacyRefusals)[number];

export const requestChannels = ['IN_PERSON', 'LETTER', 'EMAIL', 'PHONE', 'REPRESENTATIVE'] as const;
export type RequestChannel = (typeof requestChannels)[number];

export const requestStatuses = ['RECEIVED', 'FULFILLED', 'REFUSED'] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** Who answers persons: the officer for the protection of data (UU 27/2022, articles 53 and 54), in their region. */
export const answering = [
  { roles: ['DATA_PROTECTION_OFFICER'] as const, within: 'region_code' },
] as const;

export const privacyRequestPolicy = definePolicy({
  table: 'privacy_request',
  access: 'restricted',
  read: answering,
  write: answering,
  commands: {
    OPEN: answering,
    FULFIL: answering,
    REFUSE: answering,
    EXPORT: answering,
    LIFT: answering,
  },
});

/** What is left of who was erased: proof that it was done, when and why. */
export const erasurePolicy = definePolicy({
  table: 'erasure',
  access: 'restricted',
  read: answering,
  write: answering,
  commands: {},
});

const clockHours = 72;

// UU PDP 27/2022, articles 30, 32, 40 and 41: within three days and nights of the request.
export const dueFrom = (at: Date): Date => new Date(at.getTime() + clockHours * 3_600_000);

export type RequestRefusal =
  | NotAllowed
  | InvalidInput
  | { refused: 'already-decided' }
  | { refused: 'same-hand' }
  | { refused: 'nothing-exported' }
  | { refused: 'not-rectified' }
  | { refused: 'not-restricted' }
  | { refused: 'ground-does-not-fit' }
  | { refused: 'kept-by-law'; because: PrivacyRefusal };

const oldestDays = 30;

/** A request is entered where the person's data lie, with the moment at which it came in. */
export function open(
  person: { regionCode: string },
  request: { kind: PrivacyRequestKind; receivedAt: Date; consentId: string | null },
  caller: Caller,
  now: Date,
): Decision<{ dueAt: Date }, NotAllowed | InvalidInput> {
  if (!may(privacyRequestPolicy.commands.OPEN, caller, person))
    return notAllowed('openPrivacyRequest');
  const { receivedAt, kind, consentId } = request;
  if (receivedAt > now || now.getTime() - receivedAt.getTime() > oldestDays * 86_400_000)
    return invalidInput('receivedAt', {
      en: `A request was received before now, ${oldestDays} days ago at most.`,
      id: `Permohonan diterima sebelum sekarang, paling lama ${oldestDays} hari yang lalu.`,
    });
  if ((kind === 'WITHDRAW_CONSENT') !== (consentId !== null))
    return invalidInput('consentId', {
      en: 'A consent, and nothing else, is withdrawn by its id.',
      id: 'Pencabutan persetujuan, dan hanya itu, menyebutkan persetujuannya.',
    });
  return { refused: null, dueAt: dueFrom(receivedAt) };
}

export interface RequestState {
  regionCode: string;
  kind: PrivacyRequestKind;
  status: RequestStatus;
  openedBy: string;
  /** When the person's data were given out. */
  exportedAt: Date | null;
  /** When a restriction was lifted. */
  liftedAt: Date | null;
  /** Version of the person's record when the request was entered. */
  seenVersion: number;
}

/** What the record of the person tells when a request is to be fulfilled. */
export interface PersonState {
  version: number;
  /** Why the law keeps the record; null when nothing does. */
  keptBecause: PrivacyRefusal | null;
}

/** A request is fulfilled when what it asks for is done, or is done by fulfilling it. */
export function fulfil(
  request: RequestState,
  person: PersonState,
  caller: Caller,
): Decision<{ status: 'FULFILLED' }, RequestRefusal> {
  if (!may(privacyRequestPolicy.commands.FULFIL, caller, request))
    return notAllowed('fulfilPrivacyRequest');
  const { kind, status, openedBy, exportedAt, seenVersion } = request;
  if (status !== 'RECEIVED') return { refused: 'already-decided' };
  if (kind === 'ERASURE') {
    // What cannot be undone needs a second pair of eyes.
    if (openedBy === caller.id) return { refused: 'same-hand' };
    if (person.keptBecause !== null) return { refused: 'kept-by-law', because: person.keptBecause };
  }
  if ((kind === 'ACCESS' || kind === 'PORTABILITY') && exportedAt === null)
    return { refused: 'nothing-exported' };
  if (kind === 'RECTIFICATION' && person.version <= seenVersion)
    return { refused: 'not-rectified' };
  return { refused: null, status: 'FULFILLED' };
}

// UU PDP 27/2022, article 15: only the rights of articles 8 to 11 and 13 give way to these ends.
const publicEnds: readonly PrivacyRequestKind[] = [
  'RESTRICTION',
  'ERASURE',
  'OBJECTION',
  'PORTABILITY',
  'WITHDRAW_CONSENT',
];
// Article 33: access and change are refused where they would harm somebody.
const harm: readonly PrivacyRequestKind[] = ['ACCESS', 'RECTIFICATION', 'PORTABILITY'];
const erasing: readonly PrivacyRequestKind[] = ['ERASURE'];

/** Which requests a ground may refuse. */
export const groundsFor: Record<PrivacyRefusal, readonly PrivacyRequestKind[]> = {
  DEFENCE_AND_SECURITY: [...publicEnds, 'ACCESS', 'RECTIFICATION'],
  LAW_ENFORCEMENT: publicEnds,
  STATE_ADMINISTRATION: publicEnds,
  FINANCIAL_SUPERVISION: publicEnds,
  STATISTICS_AND_RESEARCH: publicEnds,
  ENDANGERS_SOMEBODY: harm,
  DISCLOSES_ANOTHER_PERSON: harm,
  IDENTITY_NOT_PROVEN: [...publicEnds, 'ACCESS', 'RECTIFICATION'],
  OPEN_CASE: erasing,
  RETENTION_RUNNING: erasing,
};

/** A request is refused on a ground that the law knows for its kind, and on no other. */
export function refuseRequest(
  request: RequestState,
  ground: PrivacyRefusal,
  caller: Caller,
): Decision<{ status: 'REFUSED' }, RequestRefusal> {
  if (!may(privacyRequestPolicy.commands.REFUSE, caller, request))
    return notAllowed('refusePrivacyRequest');
  if (request.status !== 'RECEIVED') return { refused: 'already-decided' };
  return groundsFor[ground].includes(request.kind)
    ? { refused: null, status: 'REFUSED' }
    : { refused: 'ground-does-not-fit' };
}

/** Data are given out for a request that asks for them and is still open. */
export function exportFor(
  request: RequestState,
  caller: Caller,
  now: Date,
): Decision<{ exportedAt: Date }, RequestRefusal> {
  if (!may(privacyRequestPolicy.commands.EXPORT, caller, request))
    return notAllowed('exportPersonData');
  if (request.status !== 'RECEIVED') return { refused: 'already-decided' };
  if (request.kind === 'ACCESS' || request.kind === 'PORTABILITY')
    return { refused: null, exportedAt: now };
  return invalidInput('id', {
    en: 'Only a request for access or for a copy gives data out.',
    id: 'Data hanya diberikan untuk permohonan akses atau salinan.',
  });
}

/** A restriction that was made for a request is lifted when its ground is gone. */
export function lift(
  request: RequestState,
  caller: Caller,
  now: Date,
): Decision<{ liftedAt: Date }, RequestRefusal> {
  if (!may(privacyRequestPolicy.commands.LIFT, caller, request))
    return notAllowed('liftRestriction');
  return isRestriction(request) ? { refused: null, liftedAt: now } : { refused: 'not-restricted' };
}

const isRestriction = ({ kind, status, liftedAt }: RequestState) =>
  kind === 'RESTRICTION' && status === 'FULFILLED' && liftedAt === null;

export const isOverdue = (
  { status, dueAt }: { status: RequestStatus; dueAt: Date },
  now: Date,
): boolean => status === 'RECEIVED' && dueAt < now;

export const requestCommands = ['FULFIL', 'REFUSE', 'EXPORT', 'LIFT'] as const;
export type RequestCommand = (typeof requestCommands)[number];

/** The commands that would not be refused for the caller's part or the state. */
export function commandsFor(request: RequestState, caller: Caller): RequestCommand[] {
  const { kind, status, openedBy } = request;
  const isOpen = status === 'RECEIVED';
  const fits: Record<RequestCommand, boolean> = {
    FULFIL: isOpen && !(kind === 'ERASURE' && openedBy === caller.id),
    REFUSE: isOpen,
    EXPORT: isOpen && (kind === 'ACCESS' || kind === 'PORTABILITY'),
    LIFT: isRestriction(request),
  };
  return requestCommands.filter(
    (command) => fits[command] && may(privacyRequestPolicy.commands[command], caller, request),
  );
}

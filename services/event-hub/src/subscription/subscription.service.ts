import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import {
  subscriptionCreated,
  subscriptionDisabled,
  subscriptionEnded,
  subscriptionVerified,
} from '@jejaring/schema/events/event-hub.events';
import { IsNull, MoreThan, Not } from 'typeorm';
import { allowed } from '../webhook/allowed.js';
import { closedCircuit } from '../webhook/circuit.rules.js';
import type { Handshake } from '../webhook/handshake.rules.js';
import type { SignatureKind } from '../webhook/signature.js';
import { newSigningKey, publicKeyText, secretText } from '../webhook/signature.js';
import { secretBox } from './secret-box.js';
import { EventSubscription, SubscriptionKey } from './subscription.entity.js';
import type {
  DisablingGround,
  SubscriptionCommand,
  SubscriptionFacts,
} from './subscription.rules.js';
import { create, retire, step } from './subscription.rules.js';

export interface CreateSubscription extends Pick<SubscriptionFacts, 'endpoint' | 'types'> {
  name: string;
  /** Null for the whole region of the caller. */
  regionCode: string | null;
  mode: EventSubscription['mode'];
  signatures: readonly SignatureKind[];
}

/** A secret as it is shown once, or the public key of one that nobody is shown. */
export interface IssuedKey {
  signature: SignatureKind;
  secret: string | null;
  publicKey: string | null;
}

export interface Issued {
  row: EventSubscription;
  keys: IssuedKey[];
}

export interface Seen {
  id: string;
  expectedVersion: number;
}

const makerOf = ({ id, role, region, organizationId, officeId }: Caller) => ({
  maker: id,
  makerRole: role as EventSubscription['makerRole'],
  makerRegion: region ?? '',
  makerOrganizationId: organizationId,
  makerOfficeId: officeId,
});

export const speaksOf = ({ id, regionCode }: EventSubscription) => ({
  region: regionCode === '' ? null : regionCode,
  data: {
    subscriptionId: encodeId('sub', id),
    ...(regionCode === '' ? {} : { regionCode }),
  },
});

async function countOf(work: Work): Promise<number> {
  const mine = { maker: work.caller.id, status: Not('ENDED' as const) };
  return (await work.list(EventSubscription, mine)).length;
}

export async function createSubscription(work: Work, input: CreateSubscription): Promise<Issued> {
  const { caller } = work;
  const regionCode = input.regionCode ?? caller.region ?? '';
  const facts = { ...input, regionCode, standing: await countOf(work), ...allowed };
  proceed(create(facts, caller));
  const row = await work.insert(EventSubscription, {
    ...makerOf(caller),
    id: work.newId(),
    version: 1,
    name: input.name,
    endpoint: input.endpoint,
    types: [...new Set(input.types)],
    regionCode,
    mode: input.mode,
    signatures: [...new Set(input.signatures)],
    status: 'VERIFYING',
    ground: null,
    perMinute: null,
    createdAt: work.now,
    verifiedAt: null,
    endedAt: null,
  });
  const keys = await makeKeys(work, row, row.signatures);
  const { region, data } = speaksOf(row);
  await work.publish(subscriptionCreated, { region, data: { ...data, mode: row.mode } });
  return { row, keys };
}

async function makeKeys(
  work: Work,
  { id: subscriptionId }: EventSubscription,
  kinds: readonly SignatureKind[],
): Promise<IssuedKey[]> {
  const issued: IssuedKey[] = [];
  for (const signature of kinds) {
    const key = newSigningKey(signature);
    const id = work.newId();
    const publicKey = publicKeyText(key);
    const closed = await secretBox.close(id, key);
    const made = { id, subscriptionId, signature, publicKey, madeAt: work.now, expiresAt: null };
    await work.insert(SubscriptionKey, { ...made, ...closed });
    issued.push({ signature, publicKey, secret: secretText(key) });
  }
  return issued;
}

/** The row as its caller saw it, where the command may be given now. */
export async function readAt(work: Work, seen: Seen, command: SubscriptionCommand) {
  const row = await work.getAt(EventSubscription, seen.id, seen.expectedVersion);
  proceed(step(command, row, work.caller));
  return row;
}

/** Asks the endpoint again. After the maker's appointment ended, whoever asks answers for it from now on. */
export async function verifySubscription(work: Work, seen: Seen): Promise<EventSubscription> {
  const row = await readAt(work, seen, 'VERIFY');
  const maker = row.ground === 'STANDING_ENDED' ? makerOf(work.caller) : {};
  return work.update(EventSubscription, row, { ...maker, status: 'VERIFYING', ground: null });
}

export async function pauseSubscription(work: Work, seen: Seen): Promise<EventSubscription> {
  const row = await readAt(work, seen, 'PAUSE');
  return work.update(EventSubscription, row, { status: 'PAUSED' });
}

/** Goes on behind what was sent last: what happened meanwhile is not lost. */
export async function resumeSubscription(work: Work, seen: Seen): Promise<EventSubscription> {
  const row = await readAt(work, seen, 'RESUME');
  return work.update(EventSubscription, row, { status: 'ACTIVE' });
}

const dropSql = `
  update event_delivery set state = 'DROPPED', ended_at = $2
  where subscription_id = $1 and state in ('WAITING', 'BEHIND')`;

export async function endSubscription(work: Work, seen: Seen): Promise<EventSubscription> {
  const row = await readAt(work, seen, 'END');
  const ended = { status: 'ENDED', ground: null, endedAt: work.now } as const;
  const saved = await work.update(EventSubscription, row, ended);
  await work.sql('delete from subscription_key where subscription_id = $1', [row.id]);
  await work.beyondScope(() => work.sql(dropSql, [row.id, work.now]));
  await work.publish(subscriptionEnded, speaksOf(saved));
  return saved;
}

/** New keys beside the former ones, which sign for the time of the overlap as well. */
export async function rotateSecret(
  work: Work,
  { overlapHours, ...seen }: Seen & { overlapHours: number },
): Promise<Issued> {
  const row = await readAt(work, seen, 'ROTATE_SECRET');
  const saved = await work.update(EventSubscription, row, {});
  const valid = await validKeys(work, row.id);
  for (const signature of row.signatures) {
    const former = valid.filter((key) => key.signature === signature);
    for (const { id, expiresAt } of retire(former, work.now, overlapHours))
      await work.sql('update subscription_key set expires_at = $2 where id = $1', [id, expiresAt]);
  }
  return { row: saved, keys: await makeKeys(work, saved, saved.signatures) };
}

export function validKeys(work: Work, subscriptionId: string): Promise<SubscriptionKey[]> {
  const valid = [{ expiresAt: IsNull() }, { expiresAt: MoreThan(work.now) }];
  return work.list(
    SubscriptionKey,
    valid.map((until) => ({ subscriptionId, ...until })),
    { madeAt: 'ASC' },
  );
}

/** What the handshake came to; nothing when the subscription was changed meanwhile. */
export async function settleHandshake(
  work: Work,
  { id, version }: { id: string; version: number },
  handshake: Handshake,
): Promise<void> {
  const row = await work.lock(EventSubscription, { id, version, status: 'VERIFYING' });
  if (row === null) return;
  if (!handshake.agreed) {
    await work.update(EventSubscription, row, { status: 'UNVERIFIED', ground: handshake.fault });
    return;
  }
  const { perMinute } = handshake;
  const agreed = { status: 'ACTIVE', ground: null, perMinute, verifiedAt: work.now } as const;
  const saved = await work.update(EventSubscription, row, agreed);
  const { region, data } = speaksOf(saved);
  const rate = perMinute === null ? {} : { perMinute };
  await work.publish(subscriptionVerified, { region, data: { ...data, ...rate } });
  await beginProgress(work, id);
}

/** The first time it begins behind the newest event; later it goes on where it was. */
async function beginProgress(work: Work, id: string): Promise<void> {
  const { failures, openUntil, failingSince } = closedCircuit;
  await work.sql(
    `insert into subscription_progress (subscription_id, cursor)
     select $1, next_position - 1 from feed_head
     on conflict (subscription_id) do update set failures = $2, open_until = $3, failing_since = $4`,
    [id, failures, openUntil, failingSince],
  );
}

/** Stops what nobody should be told any more, and says so; whoever was faster has done it. */
export async function disableSubscription(
  work: Work,
  id: string,
  ground: DisablingGround,
): Promise<void> {
  const row = await work.lock(EventSubscription, { id, status: 'ACTIVE' });
  if (row === null) return;
  const saved = await work.update(EventSubscription, row, { status: 'DISABLED', ground });
  const { region, data } = speaksOf(saved);
  await work.publish(subscriptionDisabled, { region, data: { ...data, ground } });
}

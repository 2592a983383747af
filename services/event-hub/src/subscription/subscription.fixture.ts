import { randomBytes, randomUUID } from 'node:crypto';
import { decodeId } from '@jejaring/chassis/graph/ids';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { ringEncryption } from '@jejaring/trust/keys/key-encryption';
import { eventHub } from '../service.js';
import { secretBox } from './secret-box.js';
import { settleHandshake } from './subscription.service.js';

export const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
export const system = aCaller({ role: 'SYSTEM_SUBSCRIBER', region: '32' });

/** What a mutation of subscriptions answered. */
export interface Outcome {
  __typename: string;
  id: string;
  version: number;
  status: string;
  field?: string;
  ground?: string;
  reason?: string;
  currentVersion?: number;
  currentStatus?: string;
  subscription: Outcome;
  secrets: { signature: string; secret: string | null; publicKey: string | null }[];
  secretsShownBefore: boolean;
}

const shown = 'id version status reason viewerCan';

export async function startHub(): Promise<TestService> {
  const key = randomBytes(32).toString('base64');
  secretBox.use(ringEncryption(JSON.stringify({ current: 'k1', keys: { k1: key } })));
  return startTestService(eventHub);
}

/** Gives a command about subscriptions through the graph. */
export const commander =
  (service: () => TestService) =>
  async (mutation: string, input: object, caller: Caller = staff): Promise<Outcome> => {
    const own = ['create', 'rotate', 'replay'].some((verb) => mutation.startsWith(verb));
    const name = mutation[0]!.toUpperCase() + mutation.slice(1);
    const type = own ? `${name}Input` : 'SeenEventSubscriptionInput';
    const issued = `... on IssuedEventSubscription { subscription { ${shown} } secretsShownBefore
      secrets { signature secret publicKey } }`;
    const { data, errors } = await service().ask<Record<string, Outcome>>(
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename
        ${/^(create|rotate)/.test(mutation) ? issued : `... on EventSubscription { ${shown} }`}
        ... on InvalidInputProblem { field } ... on ConflictProblem { currentVersion }
        ... on EventSubscriptionRefusedProblem { ground currentStatus } } }`,
      { input: { idempotencyKey: randomUUID(), ...input } },
      caller,
    );
    if (errors.length > 0) throw errors[0]!;
    return data[mutation]!;
  };

export const aCreation = (fields: object = {}) => ({
  name: 'SIKS-NG Kota Banjar',
  endpoint: 'https://events.banjarkota.example.go.id/jejaring',
  types: ['training.*'],
  ...fields,
});

/** A subscription whose endpoint agreed. */
export async function anActive(
  service: TestService,
  { perMinute = null, ...fields }: { perMinute?: number | null } & Record<string, unknown> = {},
  caller = staff,
): Promise<Outcome & { uuid: string }> {
  const made = await commander(() => service)('createEventSubscription', aCreation(fields), caller);
  const { id, version } = made.subscription;
  const uuid = decodeId('sub', id)!;
  await service.asSystem((work) =>
    settleHandshake(work, { id: uuid, version }, { agreed: true, perMinute }),
  );
  return { ...made, id, uuid, version: version + 1 };
}

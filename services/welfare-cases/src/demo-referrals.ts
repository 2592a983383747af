import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller } from '@jejaring/chassis/testing/demo';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import type { WelfareCase } from './case/case.entity.js';
import { Consent } from './consent/consent.entity.js';
import { recordConsent } from './consent/consent.service.js';
import { Referral } from './referral/referral.entity.js';
import {
  acceptReferral,
  draftReferral,
  expireReferrals,
  leadOn,
  sendReferral,
} from './referral/referral.service.js';

const day = 86_400_000;
const hour = day / 24;

/** The village Karang Taruna whose inbox the demo fills: Kujangsari. */
export const receiverSeat = '32.79.04.2006';

interface Asking {
  /** Number of the referral in the demo. */
  number: number;
  welfareCase: WelfareCase;
  from: OrganizationCopy;
  toOrganizationId: string;
  kind: 'SERVICE' | 'TRANSFER';
  at: Date;
  now?: Date;
}

type Asked = Pick<Asking, 'welfareCase' | 'from'>;

/** Asks another organization for help with a case, with the consent that this rests on. */
async function refer(
  demo: DemoLoader,
  { number, welfareCase, from, toOrganizationId, kind, ...step }: Asking,
): Promise<Referral> {
  const caller = demoCaller('KT_OFFICER', from.regionCode, from.id);
  const consent = await demo.command({
    ...step,
    name: `consent/${number}`,
    caller,
    entity: Consent,
    act: (work) =>
      recordConsent(work, {
        caseId: welfareCase.id,
        givenBy: 'SELF',
        method: 'SIGNED_FORM',
        purposes: ['CASE_HANDLING', 'SHARE_WITH_ORG'],
        sharedWith: null,
        givenAt: work.now,
        expiresAt: null,
      }),
  });
  const drafted = await demo.command({
    ...step,
    name: `referral/${number}`,
    caller,
    entity: Referral,
    act: (work) =>
      draftReferral(work, {
        caseId: welfareCase.id,
        toOrganizationId,
        kind,
        consentId: consent.id,
        sections: ['IDENTITY', 'ASSESSMENT', 'PLAN'],
      }),
  });
  return demo.command({
    ...step,
    name: `referral/${number}/sent`,
    caller,
    entity: Referral,
    act: (work) => sendReferral(work, { id: drafted.id, expectedVersion: 1, overCapacity: false }),
  });
}

/** Asks Kujangsari for help with a case, yesterday as seen from the day of loading. */
export async function askKujangsari(
  demo: DemoLoader,
  number: number,
  { welfareCase, from }: Asked,
): Promise<void> {
  const at = new Date(Date.UTC(2026, 10, 2, 2) + number * day);
  const step = { at, now: new Date(Date.now() - day + number * hour) };
  const toOrganizationId = demo.organization(receiverSeat);
  const kind = number % 2 === 0 ? 'SERVICE' : 'TRANSFER';
  const sent = await refer(demo, { ...step, number, welfareCase, from, toOrganizationId, kind });
  if (number % 3 !== 2) return;
  await demo.command({
    ...step,
    name: `referral/${number}/acknowledged`,
    caller: demoCaller('KT_OFFICER', receiverSeat, toOrganizationId),
    entity: Referral,
    act: (work) => leadOn(work, 'ACKNOWLEDGE', { id: sent.id, expectedVersion: 2 }),
  });
}

/** Two of September: one that was answered and done, and one that nobody answered in time. */
export async function referInSeptember(
  demo: DemoLoader,
  receiver: OrganizationCopy,
  { answered, forgotten }: { answered: Asked; forgotten: Asked },
): Promise<void> {
  const at = new Date('2026-09-07T02:00:00Z');
  const asking = { at, kind: 'SERVICE', toOrganizationId: receiver.id } as const;
  const { id } = await refer(demo, { ...asking, ...answered, number: 6 });
  const receive = (name: string, days: number, act: (work: Work) => Promise<Referral>) =>
    demo.command({
      name: `referral/6/${name}`,
      at: new Date(at.getTime() + days * day),
      caller: demoCaller('KT_OFFICER', receiver.regionCode, receiver.id),
      entity: Referral,
      act,
    });
  await receive('accepted', 1, (work) => acceptReferral(work, { id, expectedVersion: 2 }));
  await receive('completed', 11, (work) =>
    leadOn(work, 'COMPLETE', { id, expectedVersion: 3, feedback: 'SERVICE_GIVEN' }),
  );
  const late = await refer(demo, { ...asking, ...forgotten, number: 7 });
  await demo.command({
    name: 'referral/7/expired',
    at: new Date(at.getTime() + 8 * day),
    caller: systemCaller('expire-referrals'),
    entity: Referral,
    act: async (work) => {
      await expireReferrals(work);
      return work.get(Referral, late.id);
    },
  });
}

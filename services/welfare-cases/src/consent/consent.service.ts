import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { consentWithdrawn } from '@jejaring/schema/events/welfare-cases.events';
import { WelfareCase } from '../case/case.entity.js';
import { stopAtOnce } from '../case/case-pause.service.js';
import { refer } from '../case/case.rules.js';
import { cancelRestingOn } from '../referral/referral.service.js';
import { Beneficiary } from '../beneficiary/beneficiary.entity.js';
import { ConsentText } from './consent-text.entity.js';
import { Consent } from './consent.entity.js';
import { agree, stopsBy, withdraw } from './consent.rules.js';

export interface RecordConsent {
  caseId: string;
  givenBy: string;
  method: string;
  purposes: string[];
  sharedWith: string[] | null;
  givenAt: Date;
  expiresAt: Date | null;
  /** The words agreed to; those in force on that day, when left out. */
  textVersion?: number | null;
}

/** Whoever records a consent need not see the person. */
const birthYearOf = async (work: Work, { beneficiaryId }: WelfareCase): Promise<number | null> => {
  const person = await work.beyondScope(() => work.find(Beneficiary, { id: beneficiaryId }));
  return person?.birthYear ?? null;
};

export async function recordConsent(work: Work, input: RecordConsent): Promise<Consent> {
  proceed(refer(await work.get(WelfareCase, input.caseId), work.caller));
  // Held, so that nobody seals the case unseen by what is recorded of it here.
  const welfareCase = (await work.lock(WelfareCase, { id: input.caseId }))!;
  const birthYear = await birthYearOf(work, welfareCase);
  const texts = await work.list(ConsentText, { language: 'id' });
  const { givenBy, givenAt, textVersion = null } = input;
  const agreed = proceed(agree({ givenBy, givenAt, textVersion }, birthYear, texts));
  return work.insert(Consent, {
    ...input,
    ...agreed,
    id: work.newId(),
    version: 1,
    regionCode: welfareCase.regionCode,
    recordedByOrganizationId: work.caller.organizationId,
    withdrawnAt: null,
    sealed: welfareCase.sealed,
  });
}

async function say(work: Work, { id, caseId, regionCode, withdrawnAt }: Consent): Promise<void> {
  const data = {
    consentId: encodeId('con', id),
    caseId: encodeId('case', caseId),
    regionCode,
    stopBy: stopsBy(withdrawnAt!).toISOString(),
  };
  await work.publish(consentWithdrawn, { region: regionCode, data });
}

export async function withdrawConsent(
  work: Work,
  input: { id: string; expectedVersion: number },
): Promise<Consent> {
  const row = await work.getAt(Consent, input.id, input.expectedVersion);
  const saved = await work.update(Consent, row, proceed(withdraw(row, work.caller, work.now)));
  await cancelRestingOn(work, saved.id);
  if (!saved.sealed) await say(work, saved);
  if (saved.purposes.includes('CASE_HANDLING'))
    await stopAtOnce(work, saved.caseId, 'CONSENT_WITHDRAWN');
  return saved;
}

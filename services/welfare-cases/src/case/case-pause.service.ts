import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import {
  caseHeld,
  caseRejected,
  caseRestricted,
  caseResumed,
  restrictionLifted,
} from '@jejaring/schema/events/welfare-cases.events';
import { cancelOpenOf } from '../referral/referral.service.js';
import { WelfareCase } from './case.entity.js';
import type { HoldReason, RejectionReason, RestrictionGround } from './case-pause.rules.js';
import { hold, liftRestriction, reject, restrict, restricted } from './case-pause.rules.js';
import type { LegalBasis } from './case.rules.js';
import { step } from './case.rules.js';
import type { SeenCase } from './case.service.js';
import { countOpen, tell } from './case.service.js';

export async function holdCase(
  work: Work,
  input: SeenCase & { reason: HoldReason; reviewOn: string },
): Promise<WelfareCase> {
  const row = await work.getAt(WelfareCase, input.id, input.expectedVersion);
  const { reason: holdReason, reviewOn } = input;
  const changes = proceed(hold(row, reviewOn, work.caller, work.now));
  const saved = await work.update(WelfareCase, row, { ...changes, holdReason, reviewOn });
  await tell(work, caseHeld, saved, { ground: holdReason, reviewOn });
  return saved;
}

export async function resumeCase(work: Work, input: SeenCase): Promise<WelfareCase> {
  const row = await work.getAt(WelfareCase, input.id, input.expectedVersion);
  const { status } = proceed(step('RESUME', row, work.caller));
  const rest = { pausedFrom: null, holdReason: null, reviewOn: null };
  const saved = await work.update(WelfareCase, row, { status, ...rest });
  await tell(work, caseResumed, saved);
  return saved;
}

export async function rejectCase(
  work: Work,
  input: SeenCase & { reason: RejectionReason; duplicateOf: string | null },
): Promise<WelfareCase> {
  const row = await work.getAt(WelfareCase, input.id, input.expectedVersion);
  const { reason: rejectionReason, duplicateOf } = input;
  const { status } = proceed(reject(row, input, work.caller));
  if (duplicateOf !== null) await work.get(WelfareCase, duplicateOf);
  const saved = await work.update(WelfareCase, row, { status, rejectionReason, duplicateOf });
  await countOpen(work, saved, -1);
  const original = duplicateOf === null ? {} : { duplicateOf: encodeId('case', duplicateOf) };
  await tell(work, caseRejected, saved, { ground: rejectionReason, ...original });
  return saved;
}

/** Stops the processing: those who handle the case lose sight of it, and so do those it was referred to. */
async function stopProcessing(
  work: Work,
  row: WelfareCase,
  restrictionGround: RestrictionGround,
): Promise<WelfareCase> {
  const saved = await work.update(WelfareCase, row, { ...restricted(row), restrictionGround });
  await cancelOpenOf(work, saved.id);
  await tell(work, caseRestricted, saved, { ground: restrictionGround });
  return saved;
}

export async function restrictCase(
  work: Work,
  input: SeenCase & { ground: RestrictionGround },
): Promise<WelfareCase> {
  const row = await work.getAt(WelfareCase, input.id, input.expectedVersion);
  proceed(restrict(row, work.caller));
  return stopProcessing(work, row, input.ground);
}

/** What must stop stops at once, whoever hears of it and whatever they may see. */
export async function stopAtOnce(
  work: Work,
  caseId: string,
  ground: RestrictionGround,
): Promise<void> {
  await work.beyondScope(async () => {
    const row = (await work.lock(WelfareCase, { id: caseId }))!;
    if (row.status !== 'RESTRICTED') await stopProcessing(work, row, ground);
  });
}

export async function liftCaseRestriction(
  work: Work,
  input: SeenCase & { legalBasis: LegalBasis },
): Promise<WelfareCase> {
  const row = await work.getAt(WelfareCase, input.id, input.expectedVersion);
  const { legalBasis } = input;
  const { status } = proceed(liftRestriction(row, legalBasis, work.caller));
  const rest = { pausedFrom: null, restrictionGround: null };
  const saved = await work.update(WelfareCase, row, { status, legalBasis, ...rest });
  await tell(work, restrictionLifted, saved);
  return saved;
}

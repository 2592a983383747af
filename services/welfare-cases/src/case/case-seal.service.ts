import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import { caseSealed, caseUnsealed } from '@jejaring/schema/events/welfare-protection.events';
import type { SealReason, UnsealReason } from './case-seal.rules.js';
import { seal, sealOf, unseal } from './case-seal.rules.js';
import { WelfareCase } from './case.entity.js';
import { isOpen } from './case.rules.js';
import type { SeenCase } from './case.service.js';
import { countOpen, eventData } from './case.service.js';

/** Turns the seal of a case and of all its parts, whoever else may change those; the numbers follow. */
const turn = (work: Work, row: WelfareCase, reason: SealReason | null): Promise<WelfareCase> =>
  work.beyondScope(async () => {
    if (isOpen(row)) await countOpen(work, row, -1);
    const saved = await work.update(WelfareCase, row, sealOf(reason, work.now));
    if (isOpen(saved)) await countOpen(work, saved, 1);
    return saved;
  });

export async function sealCase(
  work: Work,
  input: SeenCase & { reason: SealReason },
): Promise<WelfareCase> {
  const row = await work.getAt(WelfareCase, input.id, input.expectedVersion);
  proceed(seal(row, work.caller));
  const saved = await turn(work, row, input.reason);
  const data = { ...eventData(saved), ground: input.reason };
  await work.publish(caseSealed, { region: saved.regionCode, data });
  return saved;
}

export async function unsealCase(
  work: Work,
  input: SeenCase & { reason: UnsealReason },
): Promise<WelfareCase> {
  const row = await work.getAt(WelfareCase, input.id, input.expectedVersion);
  proceed(unseal(row, work.caller));
  try {
    const saved = await turn(work, row, null);
    const data = { ...eventData(saved), ground: input.reason };
    await work.publish(caseUnsealed, { region: saved.regionCode, data });
    return saved;
  } catch (error) {
    // Meanwhile the person was reported in the same category, by somebody who could not see this case.
    if (isUniqueViolation(error, 'welfare_case_one_open'))
      return refuse({ refused: 'already-open' });
    throw error;
  }
}

import { grouped } from '@jejaring/chassis/graph/batch';
import type { GraphContext } from '@jejaring/chassis/graph/context';
import type { ResolverData } from 'type-graphql';
import { UseMiddleware } from 'type-graphql';
import { In } from 'typeorm';
import { BreakGlassGrant } from '../break-glass/break-glass.entity.js';
import { Referral } from '../referral/referral.entity.js';
import type { CasePart } from './case-sections.rules.js';
import { seesWhole, visibleSections } from './case-sections.rules.js';
import type { WelfareCase } from './case.entity.js';

/** Referrals of the case that name the caller's organization, for all cases of a request in one statement. */
function referralsOf(context: GraphContext, caseId: string): Promise<Referral[]> {
  const { organizationId } = context.caller;
  const loader = context.loader<string, Referral[]>('referrals of viewer', async (work, ids) => {
    if (organizationId === null) return ids.map(() => []);
    const ofCase = { caseId: In([...ids]) };
    const rows = await work.list(Referral, [
      { ...ofCase, toOrganizationId: organizationId },
      { ...ofCase, fromOrganizationId: organizationId },
    ]);
    return grouped(rows, ids, (row) => row.caseId);
  });
  return loader.load(caseId);
}

/** Whether an emergency opened the case to the caller, just now. */
function isGranted(context: GraphContext, caseId: string): Promise<boolean> {
  const { id: actor } = context.caller;
  const loader = context.loader<string, boolean>('grants of viewer', async (work, ids) => {
    const rows = await work.list(BreakGlassGrant, { caseId: In([...ids]), actor });
    const running = rows.filter(({ expiresAt }) => expiresAt > work.now);
    return ids.map((id) => running.some((row) => row.caseId === id));
  });
  return loader.load(caseId);
}

/** Whether a part of a visible case is open to the caller. */
export async function isShown(
  context: GraphContext,
  row: WelfareCase,
  part: CasePart,
): Promise<boolean> {
  if (seesWhole(context.caller, row)) return true;
  const [referrals, granted] = await Promise.all([
    referralsOf(context, row.id),
    isGranted(context, row.id),
  ]);
  return visibleSections(context.caller, row, referrals, granted).has(part);
}

/** Shows a field of a case to whom this part of it is open; to others it is as if there were nothing. */
export const PartOfCase = (
  part: CasePart,
  nothing: null | [] = null,
): PropertyDecorator & MethodDecorator =>
  UseMiddleware(async ({ root, context }: ResolverData<GraphContext>, next) =>
    (await isShown(context, (root as { row: WelfareCase }).row, part))
      ? ((await next()) as unknown)
      : nothing,
  );

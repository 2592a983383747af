import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { handledCaseCounted } from '@jejaring/schema/events/welfare-cases.events';
import type { WelfareCase } from '../case/case.entity.js';
import type { CaseOutcome } from '../case/case.rules.js';

/** A case that was taken up again counts once. */
async function wasClosedBefore(work: Work, id: string): Promise<boolean> {
  const [former] = await work.sql(
    "select 1 from welfare_case_history where id = $1 and status = 'CLOSED' limit 1",
    [id],
  );
  return former !== undefined;
}

/** What the handling organization is credited with is kept, and travels, without the case; a sealed one is in no number. */
export async function countHandled(
  work: Work,
  row: WelfareCase,
  outcome: CaseOutcome,
): Promise<void> {
  const { assignedOrganizationId } = row;
  if (row.sealed || assignedOrganizationId === null) return;
  if (await wasClosedBefore(work, row.id)) return;
  const month = work.now.toISOString().slice(0, 7);
  // Whoever closes the case is in charge of its region, not always of the organization's.
  await work.beyondScope(() =>
    work.sql(
      `insert into handled_case_count as c (organization_id, month, outcome, region_code, cases)
       select id, $2, $3, region_code, 1 from organization_copy where id = $1
       on conflict (organization_id, month, outcome) do update
         set cases = c.cases + 1, region_code = excluded.region_code`,
      [assignedOrganizationId, month, outcome],
    ),
  );
  const organizationId = encodeId('org', assignedOrganizationId);
  await work.publish(handledCaseCounted, {
    region: null,
    data: { organizationId, outcome, month },
  });
}

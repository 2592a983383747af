import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { Competition } from '../competition/competition.entity.js';
import type { Juror } from '../jury/juror.entity.js';
import type { Nomination } from '../nomination/nomination.entity.js';

const openSql = `
  insert into score_sheet (id, competition_id, nomination_id, organization_id, stage, juror_id, actor,
    organizer_region_code, organizer_organization_id, status)
  select s.id, $2, s.nomination_id, s.organization_id, s.stage, s.juror_id, s.actor, $3, $4, 'OPEN'
  from jsonb_to_recordset($1) as s (id uuid, nomination_id uuid, organization_id uuid, stage integer, juror_id uuid, actor text)`;

/** One sheet for each juror, nominee and stage, in one statement however many there are. */
export async function openSheets(
  work: Work,
  competition: Competition,
  jurors: readonly Juror[],
  nominations: readonly Nomination[],
): Promise<void> {
  const { id, judging, organizerRegionCode, organizerOrganizationId } = competition;
  const sheets = judging!.stages.flatMap((_stage, index) =>
    nominations.flatMap((nomination) =>
      jurors.map((juror) => ({
        id: work.newId(),
        nomination_id: nomination.id,
        organization_id: nomination.organizationId,
        stage: index + 1,
        juror_id: juror.id,
        actor: juror.actor,
      })),
    ),
  );
  const parameters = [JSON.stringify(sheets), id, organizerRegionCode, organizerOrganizationId];
  await work.beyondScope(() => work.sql(openSql, parameters));
}

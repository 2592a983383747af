import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { Not } from 'typeorm';
import { Award } from '../award/award.entity.js';
import type { Competition } from '../competition/competition.entity.js';
import { BoardCopy, ClassCopy } from './board-copy.entity.js';
import { CertificateCopy, HandledCaseCount } from './eligibility.entity.js';
import type { EligibilityRule, NomineeFacts } from './eligibility.rules.js';

/**
 * Who judges an organization and who changes a fact about it take turns, so that no fact slips in
 * between the judging and the row that tells its result. Take it before any competition's row.
 */
export async function holdFacts(work: Work, organizationIds: readonly string[]): Promise<void> {
  for (const id of [...organizationIds].sort())
    await work.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [id]);
}

// Whether it came out among the best where this competition's nominees come from; null where
// nothing that leads up to it and holds the nominee's seat is announced yet.
const championSql = `
  select bool_or(a.id is not null) as champion
  from competition c
  left join award a on a.competition_id = c.id and a.organization_id = $2
    and a.rank <= c.promote_count and a.status <> 'REVOKED'
  where c.parent_competition_id = $1 and c.status in ('ANNOUNCED', 'FINAL', 'PROMOTED')
    and ($3 = c.region_code or starts_with($3, c.region_code || '.'))`;

interface Seated {
  organizationId: string;
  regionCode: string;
}

async function isChampion(work: Work, nominee: Seated, { id }: Competition) {
  const parameters = [id, nominee.organizationId, nominee.regionCode];
  const [found] = await work.sql<{ champion: boolean | null }>(championSql, parameters);
  return found?.champion ?? null;
}

/** What is known of a nominee now, as far as the rules of a competition ask; asks nobody outside. */
export async function gatherFacts(
  work: Work,
  nominee: Seated,
  competition: Competition,
): Promise<NomineeFacts> {
  const { organizationId } = nominee;
  const asked = new Set(competition.eligibility.map(({ rule }) => rule));
  const of = <Row>(rule: EligibilityRule['rule'], list: () => Promise<Row[]>): Promise<Row[]> =>
    asked.has(rule) ? list() : Promise.resolve([]);
  const certificates = await of('TRAINING_COMPLETED', () =>
    work.list(CertificateCopy, { organizationId, revoked: false }),
  );
  const awards = await of('NOT_WINNER_WITHIN', () =>
    work.list(Award, { organizationId, status: Not('REVOKED' as const) }),
  );
  return {
    organization: await work.find(OrganizationCopy, { id: organizationId }),
    certificates: certificates.flatMap(({ issuedOn }) => issuedOn ?? []),
    handledCases: await of('CASES_HANDLED', () => work.list(HandledCaseCount, { organizationId })),
    awards: awards.map(({ grantedOn }) => grantedOn),
    boards: await of('CONFIRMED_BOARD_ON', () => work.list(BoardCopy, { organizationId })),
    classes: await of('CLASS_AT_LEAST', () => work.list(ClassCopy, { organizationId })),
    champion: asked.has('CHAMPION_OF_LOWER_TIER')
      ? await isChampion(work, nominee, competition)
      : null,
  };
}

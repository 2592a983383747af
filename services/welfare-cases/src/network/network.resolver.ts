import { loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { welfareCategories } from '@jejaring/schema/vocabulary';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { WelfareCategory } from '../case/case-words.js';
import { OrganizationRef, organizationRef } from '../organization/organization.types.js';
import { RegionWelfare } from '../region/region.types.js';
import { sightOf } from '../statistics/sight.rules.js';
import { acceptanceRate, mayMeasure } from './network.rules.js';
import { OrganizationNetwork, OverdueReferrals, PartnerCount } from './network.types.js';

interface Measured {
  id: string;
  sent: number;
  received: number;
  accepted: number;
  refused: number;
  completed: number;
  medianDays: number | null;
  partners: Record<string, number>;
}

const measureSql = `
  select o.id,
    (select count(*) from referral r where r.from_organization_id = o.id and r.status <> 'DRAFT')::integer as sent,
    r.received, r.accepted, r.refused, r.completed, r.median as "medianDays",
    coalesce((
      select jsonb_object_agg(kind, partners) from (
        select p.kind, count(distinct p.id) as partners
        from referral_link l
        join organization_copy p on p.status = 'ACTIVE'
          and p.id = case when l.from_organization_id = o.id then l.to_organization_id else l.from_organization_id end
        where o.id in (l.from_organization_id, l.to_organization_id) and l.valid_to is null
        group by p.kind
      ) counted
    ), '{}') as partners
  from unnest($1::uuid[]) as o (id)
  cross join lateral (
    select count(*)::integer as received,
      count(*) filter (where status in ('ACCEPTED', 'IN_PROGRESS', 'COMPLETED'))::integer as accepted,
      count(*) filter (where status in ('DECLINED', 'EXPIRED'))::integer as refused,
      count(*) filter (where status = 'COMPLETED')::integer as completed,
      percentile_cont(0.5) within group (order by extract(epoch from accepted_at - sent_at) / 86400.0)
        filter (where accepted_at is not null) as median
    from referral where to_organization_id = o.id and status <> 'DRAFT'
  ) r`;

/** The measures of all organizations of a request in one statement. */
function measure(context: GraphContext, organizationId: string): Promise<Measured> {
  const loader = context.loader<string, Measured>('network', async (work, ids) => {
    const rows = await work.sql<Measured>(measureSql, [ids]);
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id)!);
  });
  return loader.load(organizationId);
}

function toNetworkType(row: Measured): OrganizationNetwork {
  const byKind = Object.entries(row.partners)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([kind, count]) => Object.assign(new PartnerCount(), { kind, count }));
  return Object.assign(new OrganizationNetwork(), {
    degree: byKind.reduce((sum, { count }) => sum + count, 0),
    byKind,
    referralsSent: row.sent,
    referralsReceived: row.received,
    acceptanceRate: acceptanceRate(row.accepted, row.refused),
    medianDaysToAccept: row.medianDays,
    completedWithFeedback: row.completed,
  });
}

@Resolver(() => OrganizationRef)
export class NetworkResolver {
  @FieldResolver(() => OrganizationNetwork, {
    nullable: true,
    description:
      'How it works with others (jejaring kerja); null for whoever neither acts for it nor supervises its region.',
  })
  async network(@Root() organization: OrganizationRef, @Ctx() context: GraphContext) {
    const id = decodeId('org', organization.id);
    const copy = id && (await loadBy(context, OrganizationCopy, 'id', id));
    if (!copy || !mayMeasure(copy, context.caller)) return null;
    return toNetworkType(await measure(context, copy.id));
  }
}

const coveredSql = `
  select r.code, array_agg(distinct category) as categories
  from unnest($1::text[]) as r (code)
  join service_capability s on exists (
    select 1 from unnest(s.regions) as served where r.code = served or starts_with(r.code, served || '.')
  )
  join organization_copy o on o.id = s.id and o.status = 'ACTIVE'
  cross join unnest(s.categories) as category
  group by r.code`;

const overdueSql = `
  select r.position::integer, f.to_organization_id as "organizationId",
    count(*) filter (where f.status = 'SENT')::integer as unacknowledged,
    count(*) filter (where f.status = 'EXPIRED')::integer as expired,
    min(case when f.status = 'SENT' then f.acknowledge_by else f.answer_by end) as "oldestDeadline"
  from unnest($1::text[], $2::text[]) with ordinality as r (low, high, position)
  join referral f on f.region_code >= r.low collate "C" and f.region_code < r.high collate "C"
  where (f.status = 'SENT' and f.acknowledge_by < $3)
    or (f.status = 'EXPIRED' and f.answer_by > $3::timestamptz - interval '90 days')
  group by 1, 2 order by 1, 3 desc, 4 desc, 2`;

interface Overdue {
  position: number;
  organizationId: string;
  unacknowledged: number;
  expired: number;
  oldestDeadline: Date;
}

@Resolver(() => RegionWelfare)
export class RegionNetworkResolver {
  @FieldResolver(() => [WelfareCategory], {
    description:
      'Categories of need that no active organization says it can serve in the whole region, in the order of the law.',
  })
  async coverageGaps(
    @Root() { code }: RegionWelfare,
    @Ctx() context: GraphContext,
  ): Promise<(keyof typeof WelfareCategory)[]> {
    const loader = context.loader<string, string[]>('coverage', async (work, codes) => {
      const rows = await work.sql<{ code: string; categories: string[] }>(coveredSql, [codes]);
      const found = new Map(rows.map((row) => [row.code, row.categories]));
      return codes.map((region) => found.get(region) ?? []);
    });
    const covered = await loader.load(code);
    return welfareCategories.filter((category) => !covered.includes(category));
  }

  @FieldResolver(() => [OverdueReferrals], {
    description:
      'Referrals left beyond their deadline, by the organization that is asked; for the offices in charge of the region, empty for others.',
  })
  async overdueReferrals(
    @Root() { code }: RegionWelfare,
    @Ctx() context: GraphContext,
  ): Promise<OverdueReferrals[]> {
    if (!sightOf(context.caller, code).inCharge) return [];
    const loader = context.loader<string, Overdue[]>('overdue referrals', async (work, codes) => {
      const ranges = codes.map(regionRange);
      const rows = await work.sql<Overdue>(overdueSql, [
        ranges.map(({ low }) => low),
        ranges.map(({ high }) => high),
        work.now,
      ]);
      return codes.map((_code, index) => rows.filter(({ position }) => position === index + 1));
    });
    return (await loader.load(code)).map(({ organizationId, ...row }) =>
      Object.assign(new OverdueReferrals(), row, { organization: organizationRef(organizationId) }),
    );
  }
}

import { grouped, loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import { OrganizationClassType } from '@jejaring/register/facts/organization-class.types';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { In } from 'typeorm';
import { Organization } from '../organization/organization.entity.js';
import { OrganizationType, toOrganizationType } from '../organization/organization.types.js';
import { ClassCount, RegionKarangTaruna } from '../region/region.types.js';
import { Classification, ClassificationInstrument } from './classification.entity.js';
import type { ClassificationCommand } from './classification.rules.js';
import { commandsFor, seesScores } from './classification.rules.js';
import { instrumentOn } from './classification.service.js';
import {
  AspectScore,
  ClassificationCommandType,
  ClassificationInstrumentType,
  ClassificationType,
  toAspects,
  toClassificationType,
  toInstrumentType,
} from './classification.types.js';

/** All classifications of many organizations that the caller may see, the latest year first. */
const classificationsOf = (context: GraphContext, organizationId: string) =>
  context
    .loader<string, Classification[]>('classifications', async (work, ids) => {
      const order = { year: 'DESC', id: 'DESC' } as const;
      const rows = await work.list(Classification, { organizationId: In([...ids]) }, order);
      return grouped(rows, ids, (row) => row.organizationId);
    })
    .load(organizationId);

const holds = ({ status }: Classification) =>
  status === 'DETERMINED' || status === 'UNDER_OBJECTION';

/** Karang Taruna of several regions by their latest class, in one statement. */
function countClasses(
  context: GraphContext,
  code: string,
  year: number | null,
): Promise<ClassCount[]> {
  const loader = context.loader<string, ClassCount[]>(
    `classes ${year ?? 'latest'}`,
    async (work, codes) => {
      const ranges = codes.map(regionRange);
      const rows = await work.sql<{ code: string; class: ClassCount['class']; count: number }>(
        `select r.code, latest.class, count(*)::integer as count
         from unnest($1::text[], $2::text[], $3::text[]) as r (code, low, high)
         cross join lateral (
           select distinct on (c.organization_id) c.determined_class as class
           from classification c join organization o on o.id = c.organization_id
           where c.region_code >= r.low collate "C" and c.region_code < r.high collate "C"
             and c.status in ('DETERMINED', 'UNDER_OBJECTION') and ($4::integer is null or c.year <= $4)
             and o.status in ('ACTIVE', 'DORMANT', 'SUSPENDED')
           order by c.organization_id, c.year desc
         ) latest
         group by r.code, latest.class
         order by array_position(array['TUMBUH', 'BERKEMBANG', 'MAJU', 'PERCONTOHAN'], latest.class)`,
        [codes, ranges.map(({ low }) => low), ranges.map(({ high }) => high), year],
      );
      return grouped(rows, codes, (row) => row.code).map((counts) =>
        counts.map((row) =>
          Object.assign(new ClassCount(), { class: row.class, count: row.count }),
        ),
      );
    },
  );
  return loader.load(code);
}

@Resolver(() => ClassificationType)
export class ClassificationResolver {
  @Query(() => ClassificationInstrumentType, {
    nullable: true,
    description: 'How scores become classes on a day; null before the first instrument.',
  })
  async classificationInstrument(
    @Arg('on', () => CalendarDate, { nullable: true, description: 'Day; absent: today.' })
    on: string | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<ClassificationInstrumentType | null> {
    const work = await context.read();
    const row = await instrumentOn(work, on ?? work.now.toISOString().slice(0, 10));
    return row && toInstrumentType(row);
  }

  @FieldResolver(() => OrganizationType, { nullable: true, description: 'The Karang Taruna.' })
  async organization(@Root() { row }: ClassificationType, @Ctx() context: GraphContext) {
    const organization = await loadBy(context, Organization, 'id', row.organizationId);
    return organization && toOrganizationType(organization);
  }

  @FieldResolver(() => ClassificationInstrumentType, {
    nullable: true,
    description: 'By which scores became a class.',
  })
  async instrument(@Root() { row }: ClassificationType, @Ctx() context: GraphContext) {
    const found = await loadBy(context, ClassificationInstrument, 'id', row.instrumentId);
    return found && toInstrumentType(found);
  }

  @FieldResolver(() => [AspectScore], {
    nullable: true,
    description: 'The six scores; for the organization and the offices above it, else null.',
  })
  scores(@Root() { row }: ClassificationType, @Ctx() { caller }: GraphContext) {
    return row.scores && seesScores(row, caller) ? toAspects(row.scores) : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Their weighted mean in hundredths of a point, for the same.',
  })
  totalHundredths(@Root() { row }: ClassificationType, @Ctx() { caller }: GraphContext) {
    return seesScores(row, caller) ? row.total : null;
  }

  @FieldResolver(() => OrganizationClassType, {
    nullable: true,
    description: 'The class that the scores propose, for the same.',
  })
  proposedClass(@Root() { row }: ClassificationType, @Ctx() { caller }: GraphContext) {
    return seesScores(row, caller) ? row.proposedClass : null;
  }

  @FieldResolver(() => [OrganizationType], {
    description: 'The Karang Taruna of higher levels whose officers took part.',
  })
  async assessingOrganizations(
    @Root() { row }: ClassificationType,
    @Ctx() context: GraphContext,
  ): Promise<OrganizationType[]> {
    const ids = row.assessors.flatMap(({ organizationId }) => organizationId ?? []);
    const found = await Promise.all(ids.map((id) => loadBy(context, Organization, 'id', id)));
    return found.filter((each) => each !== null).map(toOrganizationType);
  }

  @FieldResolver(() => [ClassificationCommandType], {
    description: 'What the caller may do with it now.',
  })
  viewerCan(
    @Root() { row }: ClassificationType,
    @Ctx() { caller }: GraphContext,
  ): ClassificationCommand[] {
    return commandsFor(row, caller);
  }
}

@Resolver(() => OrganizationType)
export class OrganizationClassResolver {
  @FieldResolver(() => ClassificationType, {
    nullable: true,
    description: 'The class that holds for a year or, without one, the latest; null for none.',
  })
  async classification(
    @Root() { row }: OrganizationType,
    @Arg('year', () => Int, { nullable: true, description: 'The year.' })
    year: number | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<ClassificationType | null> {
    const all = await classificationsOf(context, row.id);
    const found = all.filter(holds).find((each) => !year || each.year === year);
    return found ? toClassificationType(found) : null;
  }

  @FieldResolver(() => [ClassificationType], {
    description: 'All that the caller may see, the latest year first.',
  })
  async classifications(
    @Root() { row }: OrganizationType,
    @Ctx() context: GraphContext,
  ): Promise<ClassificationType[]> {
    return (await classificationsOf(context, row.id)).map(toClassificationType);
  }
}

@Resolver(() => RegionKarangTaruna)
export class RegionClassResolver {
  @FieldResolver(() => [ClassCount], {
    description: 'By the class determined last; those without one are left out.',
  })
  byClass(
    @Root() { region }: RegionKarangTaruna,
    @Arg('year', () => Int, { nullable: true, description: 'As of the end of this year.' })
    year: number | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<ClassCount[]> {
    return countClasses(context, region, year ?? null);
  }
}

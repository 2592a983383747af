import { encodeId } from '@jejaring/chassis/graph/ids';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { resultUnion } from '@jejaring/chassis/graph/problems';
import { StatedCount, toStatedCount } from '@jejaring/register/facts/stated-count.types';
import { createUnionType, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { EligibilityRuleType } from '../eligibility/eligibility.types.js';
import { OrganizationType, organizationOf } from '../organization/organization.types.js';
import { RegionType, regionRef } from '../region/region.types.js';
import {
  CompetitionCategoryType,
  CompetitionRefusedProblem,
  CompetitionStatusType,
  CompetitionTierType,
} from './competition-words.js';
import type { Competition } from './competition.entity.js';

type Ref<T> = T;

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Office', { description: 'An office of the administration, such as a Dinas Sosial.' })
export class OfficeRef {
  @Field(() => ID, { description: '`ofc_…`' })
  id!: string;
}

export const CompetitionOrganizer = createUnionType({
  name: 'CompetitionOrganizer',
  description: 'Who holds a competition (penyelenggara): an office, or an organization itself.',
  types: () => [OfficeRef, OrganizationType] as const,
  resolveType: (value: object) => value.constructor as never,
});

@Directive('@key(fields: "id")')
@ObjectType('Competition', {
  description:
    'A selection of the best organizations or workers of one category (lomba, seleksi pilar sosial berprestasi).',
})
export class CompetitionType {
  row!: Competition;

  @Field(() => ID, { description: '`cmp_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => Int, { description: 'Year it counts for.' })
  year!: number;

  @Field({ description: 'Its name, such as Lomba Karang Taruna Percontohan.' })
  title!: string;

  @Field(() => CompetitionTierType, { description: 'The level it is held at.' })
  tier!: keyof typeof CompetitionTierType;

  @Field(() => CompetitionCategoryType, { description: 'Who may win.' })
  category!: keyof typeof CompetitionCategoryType;

  @Field(() => RegionType, {
    nullable: true,
    description: 'Where its nominees come from; null for the nation.',
  })
  region!: Ref<RegionType> | null;

  @Field(() => CompetitionOrganizer, {
    nullable: true,
    description: 'Who holds it; null for an office that is known by its region alone.',
  })
  organizer!: OfficeRef | OrganizationType | null;

  @Field(() => RegionType, {
    nullable: true,
    description: 'Region of the organizer; null for the nation.',
  })
  organizerRegion!: Ref<RegionType> | null;

  @Field(() => Int, { description: 'How many days the judging takes.' })
  days!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many each part of the region may nominate, such as each regency of a province; null without a limit.',
  })
  quotaPerSubRegion!: number | null;

  @Field(() => Int, { description: 'How many may win at most.' })
  winnersPlanned!: number;

  @Field(() => StatedCount, {
    nullable: true,
    description: 'Entrants as stated by a report; null where nominations tell.',
  })
  statedEntrants!: Ref<StatedCount> | null;

  @Field(() => [EligibilityRuleType], { description: 'What is demanded of nominees.' })
  eligibility!: Ref<EligibilityRuleType>[];

  @Field(() => CompetitionStatusType, { description: 'Where it stands.' })
  status!: keyof typeof CompetitionStatusType;
}

export const CompetitionConnection = connectionOf('Competition', () => CompetitionType);

function organizerOf(row: Competition): OfficeRef | OrganizationType | null {
  const { organizerOfficeId: office, organizerOrganizationId: organization } = row;
  if (organization !== null) return organizationOf(organization);
  return office === null ? null : Object.assign(new OfficeRef(), { id: encodeId('ofc', office) });
}

const regionOrNation = (code: string) => (code === '' ? null : regionRef(code));

export function toCompetitionType(row: Competition): CompetitionType {
  const { id, regionCode, organizerRegionCode, statedEntrants, eligibility, ...shown } = row;
  return Object.assign(new CompetitionType(), shown, {
    row,
    id: encodeId('cmp', id),
    region: regionOrNation(regionCode),
    organizer: organizerOf(row),
    organizerRegion: regionOrNation(organizerRegionCode),
    statedEntrants: toStatedCount(statedEntrants),
    eligibility: eligibility.map((rule) => Object.assign(new EligibilityRuleType(), rule)),
  });
}

export const competitionResult = (name: string) =>
  resultUnion(name, () => CompetitionType, CompetitionRefusedProblem);

import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { resultUnion } from '@jejaring/chassis/graph/problems';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { zoneOf } from '@jejaring/register/facts/zone.rules';
import { StatedCount, toStatedCount } from '@jejaring/register/facts/stated-count.types';
import { createUnionType, Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Cached } from '@jejaring/trust/rights/cached';
import { JudgingSchemeType, toScheme } from '../criteria/criteria.types.js';
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
import { CalendarType, PrizeType, toPrize } from './terms.types.js';

/** A competition that is published changes with a step that is said. */
export const ofCompetition = { untilOwn: ['awards.competition'] } as const;
import { nomineeKindOf } from './tiers.rules.js';

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

export const NomineeKindType = enumOf('NomineeKind', 'What is nominated.', {
  ORGANIZATION: 'An organization of the register: a Karang Taruna or an LKS.',
  INDIVIDUAL: 'One worker or volunteer of the register: a TKSK, a PSM, a Tagana.',
});

@Cached()
@ObjectType('StageSeal', { description: 'How the score sheets of a stage were sealed.' })
export class StageSealType {
  @Field(() => Int, { description: 'Place of the stage in the scheme, from 1.' })
  stage!: number;

  @Field(() => Int, { description: 'How many sheets.' })
  sheets!: number;

  @Field({ description: 'SHA-256 that ends the chain of the sheets, in hexadecimal.' })
  chainHead!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Competition', {
  description:
    'A selection of the best organizations or workers of one category (lomba, seleksi pilar sosial berprestasi).',
})
export class CompetitionType {
  row!: Competition;

  @Cached()
  @Field(() => ID, { description: '`cmp_…`' })
  id!: string;

  @Cached({ ...ofCompetition, until: ['awards.award'] })
  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Cached(ofCompetition)
  @Field(() => Int, { description: 'Year it counts for.' })
  year!: number;

  @Cached(ofCompetition)
  @Field({ description: 'Its name, such as Lomba Karang Taruna Percontohan.' })
  title!: string;

  @Cached(ofCompetition)
  @Field(() => CompetitionTierType, { description: 'The level it is held at.' })
  tier!: keyof typeof CompetitionTierType;

  @Cached(ofCompetition)
  @Field(() => CompetitionCategoryType, { description: 'Who may win.' })
  category!: keyof typeof CompetitionCategoryType;

  @Cached(ofCompetition)
  @Field(() => RegionType, {
    nullable: true,
    description: 'Where its nominees come from; null for the nation.',
  })
  region!: Ref<RegionType> | null;

  @Cached(ofCompetition)
  @Field(() => CompetitionOrganizer, {
    nullable: true,
    description: 'Who holds it; null for an office that is known by its region alone.',
  })
  organizer!: OfficeRef | OrganizationType | null;

  @Cached(ofCompetition)
  @Field(() => RegionType, {
    nullable: true,
    description: 'Region of the organizer; null for the nation.',
  })
  organizerRegion!: Ref<RegionType> | null;

  @Cached(ofCompetition)
  @Field(() => Int, { description: 'How many days the judging takes.' })
  days!: number;

  @Cached(ofCompetition)
  @Field(() => Int, {
    nullable: true,
    description:
      'How many each part of the region may nominate, such as each regency of a province; null without a limit.',
  })
  quotaPerSubRegion!: number | null;

  @Cached(ofCompetition)
  @Field(() => Int, { description: 'How many may win at most.' })
  winnersPlanned!: number;

  @Cached(ofCompetition)
  @Field(() => StatedCount, {
    nullable: true,
    description: 'Entrants as stated by a report; null where nominations tell.',
  })
  statedEntrants!: Ref<StatedCount> | null;

  @Cached(ofCompetition)
  @Field(() => [EligibilityRuleType], { description: 'What is demanded of nominees.' })
  eligibility!: Ref<EligibilityRuleType>[];

  @Cached(ofCompetition)
  @Field(() => JudgingSchemeType, {
    nullable: true,
    description: 'Criteria and stages; null where the organizer decides without score sheets.',
  })
  judging!: Ref<JudgingSchemeType> | null;

  @Cached(ofCompetition)
  @Field(() => CalendarType, { nullable: true, description: 'Its days, as far as planned.' })
  calendar!: Ref<CalendarType> | null;

  @Cached(ofCompetition)
  @Field(() => [PrizeType], { description: 'What each place wins.' })
  prizes!: Ref<PrizeType>[];

  @Cached(ofCompetition)
  @Field(() => NomineeKindType, {
    description: 'Whether organizations or single workers are nominated.',
  })
  nomineeKind!: keyof typeof NomineeKindType;

  @Cached(ofCompetition)
  @Field(() => Int, { description: 'How many of the best go on to the competition above.' })
  promoteCount!: number;

  @Cached(ofCompetition)
  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Last day to object to the result (masa sanggah); null before the announcement.',
  })
  objectionsUntil!: string | null;

  @Cached(ofCompetition)
  @Field(() => [StageSealType], {
    description: 'The sealed stages, with the hash that proves later that no sheet was changed.',
  })
  seals!: Ref<StageSealType>[];

  @Cached(ofCompetition)
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
  const timeZone = zoneOf(regionCode);
  return Object.assign(new CompetitionType(), shown, {
    row,
    id: encodeId('cmp', id),
    region: regionOrNation(regionCode),
    organizer: organizerOf(row),
    organizerRegion: regionOrNation(organizerRegionCode),
    statedEntrants: toStatedCount(statedEntrants),
    eligibility: eligibility.map((rule) => Object.assign(new EligibilityRuleType(), rule)),
    judging: toScheme(row.judging),
    calendar: row.calendar && Object.assign(new CalendarType(), row.calendar, { timeZone }),
    prizes: row.prizes.map(toPrize),
    nomineeKind: nomineeKindOf(row.category),
    seals: row.seals.map((seal) => Object.assign(new StageSealType(), seal)),
  });
}

export const competitionResult = (name: string) =>
  resultUnion(name, () => CompetitionType, CompetitionRefusedProblem);

import { enumOf } from '@jejaring/chassis/graph/enums';
import { badInput } from '@jejaring/chassis/graph/faults';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { CommandInput } from '@jejaring/chassis/graph/inputs';
import { resultUnion } from '@jejaring/chassis/graph/problems';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import { ArrayMaxSize, ArrayMinSize, Max, MaxLength, Min, MinLength } from 'class-validator';
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { readCount } from './declared-number.rules.js';
import { scoreScale } from './scheme.rules.js';
import type { VillageStatus, VillageStatusSummary } from './village-status.entity.js';
import type { StatedLevel } from './village-status.rules.js';

type Ref<T> = T;

export const StatusSchemeType = enumOf(
  'VillageStatusScheme',
  'By which index the development of villages is measured.',
  {
    IPD: 'Index of village development (Indeks Pembangunan Desa, IPD) of BPS and Bappenas, from the village census (Podes): three levels.',
    IDM: 'Index of village building (Indeks Desa Membangun, IDM; Permendes 2/2016): five levels.',
    INDEKS_DESA: 'Village index (Indeks Desa; Permendes 9/2024): five levels.',
  },
);

export const StatusLevelType = enumOf('VillageStatusLevel', 'How far a village has developed.', {
  MANDIRI: 'Self-reliant (mandiri).',
  MAJU: 'Advanced (maju); not in IPD.',
  BERKEMBANG: 'Developing (berkembang).',
  TERTINGGAL: 'Left behind (tertinggal).',
  SANGAT_TERTINGGAL: 'Far left behind (sangat tertinggal); not in IPD.',
});

export const NumberLocaleType = enumOf(
  'NumberLocale',
  'How numbers are written in a text; declared, never guessed.',
  { ID: 'Indonesian: "1.047" is 1047.', EN: 'English: "1,047" is 1047.' },
);

export const StatusBasisType = enumOf('VillageStatusBasis', 'What counts of villages rest on.', {
  STATED: 'A source states the totals.',
  COUNTED: 'The statuses of single villages were counted.',
});

@ObjectType('VillageStatus', {
  description: 'The development status of one village in one year (status desa).',
})
export class VillageStatusType {
  @Field(() => ID, { description: '`vst_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the corrections.' })
  version!: number;

  @Field(() => RegionCode, { description: 'The village.' })
  regionCode!: string;

  @Field(() => StatusSchemeType, { description: 'By which index.' })
  scheme!: keyof typeof StatusSchemeType;

  @Field(() => Int, { description: 'The year it was measured for.' })
  year!: number;

  @Field(() => StatusLevelType, { description: 'The level.' })
  level!: keyof typeof StatusLevelType;

  @Field(() => Float, { nullable: true, description: 'The score, in the unit of the index.' })
  score!: number | null;

  @Field({ description: 'Who publishes it.' })
  source!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the publication.' })
  publishedOn!: string | null;
}

export function toVillageStatusType(row: VillageStatus): VillageStatusType {
  const { version, regionCode, scheme, year, level, source, publishedOn } = row;
  const score = row.score === null ? null : row.score / scoreScale;
  const id = encodeId('vst', row.id);
  const shown = { id, version, regionCode, scheme, year, level, score, source, publishedOn };
  return Object.assign(new VillageStatusType(), shown);
}

@ObjectType({ description: 'Villages of one level.' })
export class VillageLevelCount {
  @Field(() => StatusLevelType, { description: 'The level.' })
  level!: keyof typeof StatusLevelType;

  @Field(() => Int, { description: 'How many villages.' })
  count!: number;

  @Field(() => Int, { description: 'Their share; those of all levels add up to 10,000.' })
  basisPoints!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Beside a stated count: how many single villages are recorded at this level; null when none is recorded at any.',
  })
  counted!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Counted less stated, where both are there: sources that differ both stay.',
  })
  difference!: number | null;
}

@ObjectType({ description: 'The status of the villages of a region, as numbers.' })
export class RegionVillageStatus {
  regionCode!: string;

  @Field(() => StatusSchemeType, { description: 'By which index.' })
  scheme!: keyof typeof StatusSchemeType;

  @Field(() => Int, { description: 'The year it was measured for.' })
  year!: number;

  @Field(() => StatusBasisType, { description: 'What the counts rest on.' })
  basis!: keyof typeof StatusBasisType;

  @Field(() => Int, { description: 'Villages of all levels together.' })
  total!: number;

  @Field({ description: 'Who publishes it; several are separated by semicolons.' })
  source!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the publication, if stated.' })
  publishedOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the stated summary; null when counted.',
  })
  version!: number | null;

  @Field(() => [VillageLevelCount], { description: 'Each level of the index, the highest first.' })
  levels!: Ref<VillageLevelCount>[];
}

@ObjectType('VillageStatusSummary', {
  description: 'How many villages are at each level, as a source states it (rekapitulasi).',
})
export class VillageStatusSummaryType {
  @Field(() => ID, { description: '`vss_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the corrections.' })
  version!: number;

  @Field(() => RegionCode, { description: 'The region.' })
  regionCode!: string;
}

export const toSummaryType = (row: VillageStatusSummary): VillageStatusSummaryType =>
  Object.assign(new VillageStatusSummaryType(), {
    id: encodeId('vss', row.id),
    version: row.version,
    regionCode: row.regionCode,
  });

@InputType()
abstract class PublishedInput extends CommandInput {
  @Field(() => RegionCode, { description: 'The region that is spoken of.' })
  regionCode!: string;

  @Field(() => StatusSchemeType, { description: 'By which index.' })
  scheme!: keyof typeof StatusSchemeType;

  @Field(() => Int, { description: 'The year it was measured for.' })
  year!: number;

  @MinLength(2)
  @MaxLength(300)
  @Field({ description: 'Who publishes it, 2 to 300 characters.' })
  source!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of the publication.' })
  publishedOn?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The `version` that the caller saw, to correct what is recorded; absent at first.',
  })
  expectedVersion?: number | null;
}

@InputType({ description: 'The status of one village.' })
export class RecordVillageStatusInput extends PublishedInput {
  @Field(() => StatusLevelType, { description: 'The level; one that the index has.' })
  level!: keyof typeof StatusLevelType;

  @Field(() => Float, { nullable: true, description: 'The score, in the unit of the index.' })
  score?: number | null;
}

@InputType({ description: 'Villages of one level, as a source prints it.' })
export class StatedLevelInput {
  @Field(() => StatusLevelType, { description: 'The level.' })
  level!: keyof typeof StatusLevelType;

  @Min(0)
  @Max(100_000)
  @Field(() => Int, { nullable: true, description: 'How many villages; or give it as printed.' })
  count?: number | null;

  @MaxLength(20)
  @Field(() => String, {
    nullable: true,
    description: 'How many villages as the source prints it, "1.047"; needs `printedIn`.',
  })
  printed?: string | null;
}

@InputType({ description: 'How many villages are at each level.' })
export class StateVillageStatusSummaryInput extends PublishedInput {
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @Field(() => [StatedLevelInput], { description: 'Every level of the index, once.' })
  levels!: StatedLevelInput[];

  @Field(() => NumberLocaleType, {
    nullable: true,
    description: 'How the source writes numbers; needed for counts given as printed.',
  })
  printedIn?: keyof typeof NumberLocaleType | null;
}

export const RecordVillageStatusResult = resultUnion(
  'RecordVillageStatusResult',
  () => VillageStatusType,
);
export const StateVillageStatusSummaryResult = resultUnion(
  'StateVillageStatusSummaryResult',
  () => VillageStatusSummaryType,
);

const localeNames = { ID: 'id-ID', EN: 'en' } as const;

/** Counts as numbers; an input error where one is neither a number nor printed in a declared way. */
export function readStatedLevels({
  levels,
  printedIn,
}: StateVillageStatusSummaryInput): StatedLevel[] {
  return levels.map(({ level, count, printed }) => {
    if (count != null && printed == null) return { level, count };
    const read =
      count == null && printed != null && printedIn
        ? readCount(printed, localeNames[printedIn])
        : null;
    if (read !== null) return { level, count: read };
    throw badInput('levels', `Give ${level} as a count, or as printed in a declared locale.`);
  });
}

export const readPublished = (input: PublishedInput) => ({
  regionCode: input.regionCode,
  scheme: input.scheme,
  year: input.year,
  source: input.source,
  publishedOn: input.publishedOn ?? null,
  expectedVersion: input.expectedVersion ?? null,
});

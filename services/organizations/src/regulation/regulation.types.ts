import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId, readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { LocalizedText, Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { ArrayMaxSize, Max, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Regulation } from './regulation.entity.js';
import { citationOf } from './regulation.rules.js';

type Ref<T> = T;

export const RegulationKindType = enumOf('RegulationKind', 'What a regulation is.', {
  UU: 'Law (Undang-Undang).',
  PP: 'Government regulation (Peraturan Pemerintah).',
  INPRES: 'Instruction of the President (Instruksi Presiden).',
  PERMENSOS: 'Regulation of the minister of social affairs (Peraturan Menteri Sosial).',
  PERMENDAGRI: 'Regulation of the minister of the interior (Peraturan Menteri Dalam Negeri).',
  PERDIRJEN: 'Regulation of a director general (Peraturan Direktur Jenderal).',
  PERDA: 'Regional regulation of a province or a regency (Peraturan Daerah).',
  PERGUB: 'Regulation of a governor (Peraturan Gubernur).',
  PERBUP: 'Regulation of a regent (Peraturan Bupati).',
  PERWAL: 'Regulation of a mayor (Peraturan Wali Kota).',
});

export const RegulationStatusType = enumOf('RegulationStatus', 'Where a regulation stands.', {
  DRAFT: 'In preparation (rancangan).',
  IN_FORCE: 'Enacted and neither replaced nor revoked (berlaku).',
  REPLACED: 'Another took its place (diganti).',
  REVOKED: 'Taken back without another in its place (dicabut).',
});

export const DatePrecisionType = enumOf('DatePrecision', 'How exactly a day is known.', {
  DAY: 'To the day.',
  MONTH: 'To the month; its first day stands for it.',
  YEAR: 'To the year; a day of it stands for it.',
});

export const RegulationCommandType = enumOf(
  'RegulationCommand',
  'What can be done with a regulation.',
  {
    BRING_INTO_FORCE: '`bringIntoForce`',
    REPLACE: '`replaceRegulation`',
    REVOKE: '`revokeRegulation`',
  },
);

@Directive('@key(fields: "id")')
@ObjectType('Regulation', {
  description:
    'A regulation under which decisions are taken (peraturan perundang-undangan), national or local, with the time in which it holds.',
})
export class RegulationType {
  row!: Regulation;

  @Field(() => ID, { description: '`rgl_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field({ description: 'As people cite it: `Permensos 25/2019`.' })
  citation!: string;

  @Field(() => RegulationKindType, { description: 'What it is.' })
  kind!: keyof typeof RegulationKindType;

  @Field(() => String, { nullable: true, description: 'Its number; null while it has none.' })
  number!: string | null;

  @Field(() => Int, { description: 'Its year; of a draft, the year in which it was announced.' })
  year!: number;

  @Field({ description: 'What it is about.' })
  title!: string;

  @Field(() => RegulationStatusType, { description: 'Where it stands.' })
  status!: keyof typeof RegulationStatusType;

  @Field(() => CalendarDate, { nullable: true, description: 'First day in force.' })
  validFrom!: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'First day no longer in force.' })
  validTo!: string | null;

  @Field(() => DatePrecisionType, { description: 'How exactly `validFrom` is known.' })
  datePrecision!: keyof typeof DatePrecisionType;

  @Field(() => LocalizedText, {
    nullable: true,
    description: 'What it calls a Karang Taruna, in our words; null when it does not say.',
  })
  definition!: Ref<LocalizedText> | null;
}

export const RegulationConnection = connectionOf('Regulation', () => RegulationType);

export function toRegulationType(row: Regulation): RegulationType {
  const { version, kind, number, year, title, status, validFrom, validTo, datePrecision } = row;
  return Object.assign(new RegulationType(), {
    row,
    id: encodeId('rgl', row.id),
    version,
    citation: citationOf(row),
    kind,
    number,
    year,
    title,
    status,
    validFrom,
    validTo,
    datePrecision,
    definition: row.definition && Object.assign(new LocalizedText(), row.definition),
  });
}

@ObjectType({ implements: Problem, description: 'The regulation cannot take this step.' })
export class RegulationRefusedProblem extends Problem {
  @Field({ description: 'Why, in one word: `wrong-state`, `already-registered`.' })
  ground!: string;

  @Field(() => RegulationStatusType, {
    nullable: true,
    description: 'Where it stands, when that is the reason.',
  })
  currentStatus!: keyof typeof RegulationStatusType | null;
}

const words: Record<string, { en: string; id: string }> = {
  'wrong-state': {
    en: 'The regulation is not at this stage.',
    id: 'Peraturan tidak berada pada tahap ini.',
  },
  'already-registered': {
    en: 'A regulation of this kind, number and year is registered already.',
    id: 'Peraturan dengan jenis, nomor dan tahun ini sudah terdaftar.',
  },
};

export function toRegulationProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  if (message === undefined) return null;
  const { status: currentStatus = null } = refusal as Refusal & {
    status?: keyof typeof RegulationStatusType;
  };
  return problem(RegulationRefusedProblem, message, { ground: refusal.refused, currentStatus });
}

export const regulationResult = (name: string) =>
  resultUnion(name, () => RegulationType, RegulationRefusedProblem);

@InputType({ description: 'Words in both languages of the graph.' })
export class LocalizedTextInput {
  @MinLength(3)
  @MaxLength(1000)
  @Field({ description: 'English, 3 to 1,000 characters.' })
  en!: string;

  @MinLength(3)
  @MaxLength(1000)
  @Field({ description: 'Bahasa Indonesia, 3 to 1,000 characters.' })
  id!: string;
}

@InputType({ description: 'A regulation for the register; it begins as a draft.' })
export class RegisterRegulationInput extends CommandInput {
  @Field(() => RegulationKindType, { description: 'What it is.' })
  kind!: keyof typeof RegulationKindType;

  @MinLength(1)
  @MaxLength(40)
  @Field(() => String, { nullable: true, description: 'Its number, when it has one.' })
  number?: string | null;

  @Min(1945)
  @Max(2200)
  @Field(() => Int, { description: 'Its year.' })
  year!: number;

  @MinLength(5)
  @MaxLength(300)
  @Field({ description: 'What it is about, 5 to 300 characters.' })
  title!: string;

  @Field(() => RegionCode, {
    nullable: true,
    description: 'The province or regency it is of; absent for the nation.',
  })
  region?: string | null;

  @ValidateNested()
  @Field(() => LocalizedTextInput, {
    nullable: true,
    description: 'What it calls a Karang Taruna, in your words.',
  })
  definition?: Ref<LocalizedTextInput> | null;

  @ArrayMaxSize(20)
  @Field(() => [ID], { defaultValue: [], description: 'The regulations that it amends.' })
  amends!: string[];
}

@InputType({ description: 'A draft that becomes law.' })
export class BringIntoForceInput extends SeenInput {
  @Field(() => ID, { description: 'The regulation.' })
  id!: string;

  @MinLength(1)
  @MaxLength(40)
  @Field(() => String, { nullable: true, description: 'Its number, when it was given only now.' })
  number?: string | null;

  @Field(() => CalendarDate, { description: 'First day in force.' })
  validFrom!: string;

  @Field(() => DatePrecisionType, {
    defaultValue: 'DAY',
    description: 'How exactly that day is known.',
  })
  datePrecision: keyof typeof DatePrecisionType = 'DAY';
}

@InputType({ description: 'A regulation whose place another takes.' })
export class ReplaceRegulationInput extends SeenInput {
  @Field(() => ID, { description: 'The regulation that ends.' })
  id!: string;

  @Field(() => ID, { description: 'The one that takes its place.' })
  by!: string;

  @Field(() => CalendarDate, { description: 'First day no longer in force.' })
  on!: string;
}

@InputType({ description: 'A regulation that ends without another in its place.' })
export class RevokeRegulationInput extends SeenInput {
  @Field(() => ID, { description: 'The regulation.' })
  id!: string;

  @Field(() => CalendarDate, { description: 'First day no longer in force.' })
  on!: string;
}

export const seenRegulation = ({
  id,
  expectedVersion,
}: {
  id: string;
  expectedVersion: number;
}) => ({
  id: readId('rgl', 'id', id),
  expectedVersion,
});

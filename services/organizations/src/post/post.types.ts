import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId, readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { CapacityType, DecreeInput, DecreeType, toDecree } from '../decree/decree.types.js';
import type { OfficeUnit, Post, PostHolder } from './post.entity.js';

type Ref<T> = T;

export const UnitKindType = enumOf('OfficeUnitKind', 'What a part of an office is.', {
  SEKRETARIAT: 'Secretariat (sekretariat).',
  BIDANG: 'Division (bidang).',
  SEKSI: 'Section (seksi).',
  SUBBAGIAN: 'Subdivision of the secretariat (subbagian).',
  DITJEN: 'Directorate general of a ministry (direktorat jenderal).',
  DIREKTORAT: 'Directorate of a ministry (direktorat).',
  UPT: 'Technical unit (unit pelaksana teknis).',
});

export const PostKindType = enumOf('PostKind', 'What a post is.', {
  HEAD: 'Head of the office (kepala dinas, Kadis).',
  SECRETARY: 'Secretary (sekretaris).',
  DIVISION_HEAD: 'Head of a division (kepala bidang, Kabid).',
  SECTION_HEAD: 'Head of a section (kepala seksi, Kasi).',
  OFFICER: 'Officer without a part of the office to lead.',
});

export const UnitCommandType = enumOf('OfficeUnitCommand', 'What can be done with a unit.', {
  CLOSE: '`closeUnit`',
});

export const PostCommandType = enumOf('PostCommand', 'What can be done with a post.', {
  CLOSE: '`closePost`',
  FILL: '`fillPost`',
  VACATE: '`vacatePost`',
});

@ObjectType('OfficeUnit', { description: 'A part of an office, such as a Bidang or a Seksi.' })
export class OfficeUnitType {
  row!: OfficeUnit;

  @Field(() => ID, { description: '`unt_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => UnitKindType, { description: 'What it is.' })
  kind!: keyof typeof UnitKindType;

  @Field({ description: 'Its name: "Seksi Pengembangan Kelembagaan Sosial".' })
  name!: string;

  @Field(() => CalendarDate, { description: 'First day.' })
  validFrom!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day without it.' })
  validTo!: string | null;
}

@ObjectType('Post', {
  description: 'A post in an office (jabatan): who signs or decides does so in one.',
})
export class PostType {
  row!: Post;

  @Field(() => ID, { description: '`pst_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => PostKindType, { description: 'What it is.' })
  kind!: keyof typeof PostKindType;

  @Field({ description: 'Its title: "Kasi Pengembangan Kelembagaan Sosial".' })
  title!: string;

  @Field(() => CalendarDate, { description: 'First day.' })
  validFrom!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day without it.' })
  validTo!: string | null;
}

@ObjectType('PostHolder', { description: 'Who held a post, in which capacity, from when to when.' })
export class PostHolderType {
  @Field(() => ID, { description: '`hld_…`' })
  id!: string;

  @Field({ description: 'Initials of the person; the name is stored encrypted.' })
  initials!: string;

  @Field(() => CapacityType, { description: 'For good or acting.' })
  capacity!: keyof typeof CapacityType;

  @Field(() => DecreeType, { description: 'The decree that it rests on.' })
  decree!: Ref<DecreeType>;

  @Field(() => CalendarDate, { description: 'First day.' })
  validFrom!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day without.' })
  validTo!: string | null;

  @Field(() => PostType, { description: 'The post.' })
  post!: Ref<PostType>;
}

export function toUnitType(row: OfficeUnit): OfficeUnitType {
  const { version, kind, name, validFrom, validTo } = row;
  const id = encodeId('unt', row.id);
  return Object.assign(new OfficeUnitType(), { row, id, version, kind, name, validFrom, validTo });
}

export function toPostType(row: Post): PostType {
  const { version, kind, title, validFrom, validTo } = row;
  const id = encodeId('pst', row.id);
  return Object.assign(new PostType(), { row, id, version, kind, title, validFrom, validTo });
}

export function toHolderType(row: PostHolder, post: PostType): PostHolderType {
  const { initials, capacity, validFrom, validTo } = row;
  const decree = toDecree(row.decree);
  return Object.assign(new PostHolderType(), {
    id: encodeId('hld', row.id),
    initials,
    capacity,
    decree,
    validFrom,
    validTo,
    post,
  });
}

@ObjectType({ implements: Problem, description: 'The structure of an office cannot change so.' })
export class PostRefusedProblem extends Problem {
  @Field({
    description:
      'Why, in one word: `already-closed`, `in-use`, `held-already`, `not-held`, `other-office`.',
  })
  ground!: string;
}

const words: Record<string, { en: string; id: string }> = {
  'already-closed': { en: 'It has been closed already.', id: 'Sudah ditutup.' },
  'in-use': {
    en: 'Something that belongs to it goes on beyond that day.',
    id: 'Masih ada bagian atau pejabat yang berlaku setelah tanggal itu.',
  },
  'held-already': {
    en: 'Somebody holds the post in that time.',
    id: 'Jabatan sudah diisi pada masa itu.',
  },
  'not-held': {
    en: 'Nobody holds the post in that capacity.',
    id: 'Tidak ada pejabat dalam kedudukan itu.',
  },
  'other-office': {
    en: 'The unit belongs to another office.',
    id: 'Unit tersebut milik kantor lain.',
  },
};

export function toPostProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  return message ? problem(PostRefusedProblem, message, { ground: refusal.refused }) : null;
}

export const unitResult = (name: string) =>
  resultUnion(name, () => OfficeUnitType, PostRefusedProblem);
export const postResult = (name: string) => resultUnion(name, () => PostType, PostRefusedProblem);

@InputType({ description: 'A new part of an office.' })
export class OpenUnitInput extends CommandInput {
  @Field(() => ID, { description: 'The office.' })
  officeId!: string;

  @Field(() => ID, { nullable: true, description: 'The unit that it belongs to.' })
  parentId?: string | null;

  @Field(() => UnitKindType, { description: 'What it is.' })
  kind!: keyof typeof UnitKindType;

  @MinLength(3)
  @MaxLength(200)
  @Field({ description: 'Its name, 3 to 200 characters.' })
  name!: string;

  @Field(() => CalendarDate, { description: 'First day.' })
  validFrom!: string;
}

@InputType({ description: 'A new post.' })
export class OpenPostInput extends CommandInput {
  @Field(() => ID, { description: 'The office.' })
  officeId!: string;

  @Field(() => ID, { nullable: true, description: 'The unit that it belongs to.' })
  unitId?: string | null;

  @Field(() => PostKindType, { description: 'What it is.' })
  kind!: keyof typeof PostKindType;

  @MinLength(3)
  @MaxLength(200)
  @Field({ description: 'Its title, 3 to 200 characters; names nobody.' })
  title!: string;

  @Field(() => CalendarDate, { description: 'First day.' })
  validFrom!: string;
}

@InputType({ description: 'A unit or a post that ends.' })
export class CloseInput extends SeenInput {
  @Field(() => ID, { description: 'The unit or the post.' })
  id!: string;

  @Field(() => CalendarDate, { description: 'First day without it.' })
  on!: string;
}

@InputType({ description: 'Somebody takes a post.' })
export class FillPostInput extends SeenInput {
  @Field(() => ID, { description: 'The post.' })
  id!: string;

  @MinLength(2)
  @MaxLength(200)
  @Field({ description: 'Name of the person, stored encrypted; initials are shown.' })
  name!: string;

  @Field(() => CapacityType, { defaultValue: 'DEFINITIVE', description: 'For good or acting.' })
  capacity: keyof typeof CapacityType = 'DEFINITIVE';

  @ValidateNested()
  @Field(() => DecreeInput, { description: 'The decree that it rests on.' })
  decree!: Ref<DecreeInput>;

  @Field(() => CalendarDate, { description: 'First day.' })
  validFrom!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'First day without, when it is set.' })
  validTo?: string | null;
}

@InputType({ description: 'Somebody leaves a post.' })
export class VacatePostInput extends SeenInput {
  @Field(() => ID, { description: 'The post.' })
  id!: string;

  @Field(() => CapacityType, {
    defaultValue: 'DEFINITIVE',
    description: 'In which capacity it was held.',
  })
  capacity: keyof typeof CapacityType = 'DEFINITIVE';

  @Field(() => CalendarDate, { description: 'First day without.' })
  on!: string;
}

export const seenPost = ({ id, expectedVersion }: { id: string; expectedVersion: number }) => ({
  id: readId('pst', 'id', id),
  expectedVersion,
});

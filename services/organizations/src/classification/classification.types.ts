import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DecreeType, toDecree } from '../decree/decree.types.js';
import { OrganizationClassType } from '@jejaring/register/facts/organization-class.types';
import type { Classification, ClassificationInstrument } from './classification.entity.js';
import type { Scores } from './instrument.rules.js';
import { aspects } from './instrument.rules.js';

type Ref<T> = T;

export const AspectType = enumOf(
  'ClassificationAspect',
  'What is assessed (Permensos 25/2019, article 23).',
  {
    ORGANISATION: 'Organization and board (organisasi dan kepengurusan).',
    HUMAN_RESOURCES: 'People (sumber daya manusia).',
    FACILITIES: 'Facilities (sarana dan prasarana).',
    ADMINISTRATION: 'Papers (administrasi).',
    PARTNERSHIP: 'Partnership (kemitraan).',
    PROGRAMME: 'Programme and activities (program kegiatan).',
  },
);

export const ClassificationStatusType = enumOf(
  'ClassificationStatus',
  'Where a classification stands.',
  {
    DRAFT: 'Begun; no scores yet.',
    SCORED: 'Six scores are given.',
    VERIFIED: 'Another hand bore the scores out.',
    DETERMINED: 'The class holds by decree (penetapan).',
    UNDER_OBJECTION: 'The class holds; the organization objects (keberatan).',
    SUPERSEDED: 'Another classification of the same year took its place.',
  },
);

export const ObjectionGroundType = enumOf('ObjectionGround', 'Why an organization objects.', {
  SCORES_WRONG: 'Scores do not fit the facts.',
  PAPERS_OVERLOOKED: 'Papers were not looked at.',
  ASSESSORS_BIASED: 'Assessors were not independent.',
  PROCEDURE: 'The procedure was not kept.',
});

export const ClassificationCommandType = enumOf(
  'ClassificationCommand',
  'What can be done with a classification.',
  {
    SCORE: '`scoreClassification`',
    VERIFY: '`verifyClassification`',
    DETERMINE: '`determineClassification`',
    OBJECT: '`objectToClassification`',
  },
);

@ObjectType({ description: 'A number for one of the six aspects.' })
export class AspectScore {
  @Field(() => AspectType, { description: 'The aspect.' })
  aspect!: keyof typeof AspectType;

  @Field(() => Int, { description: 'Score of 0 to 100, or weight.' })
  value!: number;
}

export const toAspects = (scores: Scores): AspectScore[] =>
  aspects.map((aspect) => Object.assign(new AspectScore(), { aspect, value: scores[aspect] }));

@ObjectType('ClassificationInstrument', {
  description:
    'How six scores become a class. Aspects and classes are law; weights and cut-offs are of the instrument.',
})
export class ClassificationInstrumentType {
  @Field(() => ID, { description: '`ins_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes.' })
  version!: number;

  @Field(() => CalendarDate, { description: 'In use from this day until the next one.' })
  validFrom!: string;

  @Field(() => [AspectScore], { description: 'What each aspect counts, beside the others.' })
  weights!: AspectScore[];

  @Field(() => Int, { description: 'Least total of BERKEMBANG.' })
  berkembangFrom!: number;

  @Field(() => Int, { description: 'Least total of MAJU.' })
  majuFrom!: number;

  @Field(() => Int, { description: 'Least total of PERCONTOHAN.' })
  percontohanFrom!: number;
}

export function toInstrumentType(row: ClassificationInstrument): ClassificationInstrumentType {
  const { version, validFrom, cutOffs } = row;
  return Object.assign(new ClassificationInstrumentType(), {
    id: encodeId('ins', row.id),
    version,
    validFrom,
    weights: toAspects(row.weights),
    berkembangFrom: cutOffs.berkembang,
    majuFrom: cutOffs.maju,
    percontohanFrom: cutOffs.percontohan,
  });
}

@ObjectType('Classification', {
  description:
    'The class of a Karang Taruna for a year (klasifikasi; Permensos 25/2019, articles 23 and 24).',
})
export class ClassificationType {
  row!: Classification;

  @Field(() => ID, { description: '`cls_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => Int, { description: 'The year it holds for.' })
  year!: number;

  @Field(() => ClassificationStatusType, { description: 'Where it stands.' })
  status!: keyof typeof ClassificationStatusType;

  @Field(() => OrganizationClassType, {
    nullable: true,
    description: 'The class that holds by decree; null until it is determined.',
  })
  class!: keyof typeof OrganizationClassType | null;

  @Field(() => DecreeType, { nullable: true, description: 'The decree that determined it.' })
  decree!: Ref<DecreeType> | null;

  @Field(() => ObjectionGroundType, { nullable: true, description: 'Why it was objected to.' })
  objectionGround!: keyof typeof ObjectionGroundType | null;
}

export function toClassificationType(row: Classification): ClassificationType {
  const { version, year, status } = row;
  return Object.assign(new ClassificationType(), {
    row,
    id: encodeId('cls', row.id),
    version,
    year,
    status,
    class: row.determinedClass,
    decree: toDecree(row.decree),
    objectionGround: row.objectionGround as ClassificationType['objectionGround'],
  });
}

@ObjectType({ implements: Problem, description: 'The classification cannot take this step.' })
export class ClassificationRefusedProblem extends Problem {
  @Field({
    description: 'Why, in one word: `wrong-state`, `own-scores`, `in-progress`, `no-instrument`.',
  })
  ground!: string;

  @Field(() => ClassificationStatusType, {
    nullable: true,
    description: 'Where it stands, when that is the reason.',
  })
  currentStatus!: keyof typeof ClassificationStatusType | null;
}

const words: Record<string, { en: string; id: string }> = {
  'wrong-state': {
    en: 'The classification is not at this stage.',
    id: 'Klasifikasi tidak berada pada tahap ini.',
  },
  'own-scores': {
    en: 'Who scored neither verifies nor determines.',
    id: 'Penilai tidak boleh memverifikasi atau menetapkan hasil penilaiannya.',
  },
  'in-progress': {
    en: 'There is one in progress or in use already.',
    id: 'Sudah ada yang sedang berjalan atau berlaku.',
  },
  'no-instrument': {
    en: 'The ministry has adopted no instrument for this day.',
    id: 'Belum ada instrumen klasifikasi yang berlaku pada hari ini.',
  },
};

export function toClassificationProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  if (message === undefined) return null;
  const { status: currentStatus = null } = refusal as Refusal & {
    status?: keyof typeof ClassificationStatusType;
  };
  const fields = { ground: refusal.refused, currentStatus };
  return problem(ClassificationRefusedProblem, message, fields);
}

export const classificationResult = (name: string) =>
  resultUnion(name, () => ClassificationType, ClassificationRefusedProblem);

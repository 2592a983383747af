import { encodeId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { Problem, problem } from '@jejaring/chassis/graph/problems';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import type { IdPrefix } from '@jejaring/schema/ids';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  PrivacyRefusalType,
  PrivacyRequestChannelType,
  PrivacyRequestKindType,
  PrivacyRequestStatusType,
} from './privacy-request-words.js';
import type { PrivacyRequest } from './privacy-request.entity.js';
import type { PrivacyRefusal } from './privacy-request.rules.js';

@Directive('@shareable')
@ObjectType('PrivacyRequest', {
  description:
    'What a person asked for over the data that is held of them (permohonan subjek data), with its clock of three days and nights (UU 27/2022).',
})
export class PrivacyRequestType {
  row!: PrivacyRequest;

  @Field(() => ID, { description: '`prq_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => ID, { description: 'The record of the person.' })
  subjectId!: string;

  @Field(() => RegionCode, { description: 'Where the record lies.' })
  regionCode!: string;

  @Field(() => PrivacyRequestKindType, { description: 'The right that is asked for.' })
  kind!: keyof typeof PrivacyRequestKindType;

  @Field(() => PrivacyRequestStatusType, { description: 'How far it is.' })
  status!: keyof typeof PrivacyRequestStatusType;

  @Field(() => PrivacyRequestChannelType, { description: 'The way it came in.' })
  channel!: keyof typeof PrivacyRequestChannelType;

  @Field({ description: 'When it came in.' })
  receivedAt!: Date;

  @Field({ description: 'Three days and nights later (UU 27/2022, articles 30, 32, 40 and 41).' })
  dueAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When the data were given out.' })
  exportedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was fulfilled or refused.' })
  decidedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When a restriction was lifted again.' })
  liftedAt!: Date | null;

  @Field(() => PrivacyRefusalType, { nullable: true, description: 'Why it was refused.' })
  refusalGround!: keyof typeof PrivacyRefusalType | null;
}

/** A request as the graph shows it; `prefix` is that of the kind of person. */
export function toRequestType(row: PrivacyRequest, prefix: IdPrefix): PrivacyRequestType {
  const { version, regionCode, kind, status, channel, receivedAt } = row;
  const { dueAt, exportedAt, decidedAt, liftedAt, refusalGround } = row;
  const asked = { version, regionCode, kind, status, channel, receivedAt };
  const shown = { ...asked, dueAt, exportedAt, decidedAt, liftedAt, refusalGround };
  return Object.assign(new PrivacyRequestType(), {
    ...shown,
    row,
    id: encodeId('prq', row.id),
    subjectId: encodeId(prefix, row.subjectId),
  });
}

@InputType({ description: 'What a person asked for, when, and by which way.' })
export class OpenPrivacyRequestInput extends CommandInput {
  @Field(() => ID, { description: 'The record of the person.' })
  subjectId!: string;

  @Field(() => PrivacyRequestKindType, { description: 'The right that is asked for.' })
  kind!: keyof typeof PrivacyRequestKindType;

  @Field(() => PrivacyRequestChannelType, { description: 'The way it came in.' })
  channel!: keyof typeof PrivacyRequestChannelType;

  @Field(() => Date, { nullable: true, description: 'When it came in; now, when left out.' })
  receivedAt?: Date | null;

  @Field(() => ID, { nullable: true, description: 'The consent that is taken back.' })
  consentId?: string | null;
}

@InputType()
export abstract class SeenRequestInput extends SeenInput {
  @Field(() => ID, { description: 'The request, `prq_…`.' })
  id!: string;
}

@InputType({ description: 'The request whose wish is done, or is done by this.' })
export class FulfilPrivacyRequestInput extends SeenRequestInput {}

@InputType({ description: 'The request whose restriction is lifted.' })
export class LiftRestrictionInput extends SeenRequestInput {}

@InputType({ description: 'The request that is refused, and why.' })
export class RefusePrivacyRequestInput extends SeenRequestInput {
  @Field(() => PrivacyRefusalType, { description: 'A ground of the law that fits its kind.' })
  ground!: keyof typeof PrivacyRefusalType;
}

@Directive('@shareable')
@ObjectType({ implements: Problem, description: 'The request of a person cannot be answered so.' })
export class PrivacyRequestRefusedProblem extends Problem {
  @Field({
    description:
      'Why, in one word: `already-decided`, `same-hand`, `nothing-exported`, `not-rectified`, `ground-does-not-fit`, `kept-by-law`, `no-consent`, `not-restricted`, `lifted-elsewhere`, `not-restrictable`.',
  })
  ground!: string;

  @Field(() => PrivacyRefusalType, {
    nullable: true,
    description: 'The ground on which to refuse it, where the law keeps the record.',
  })
  keptBecause!: keyof typeof PrivacyRefusalType | null;
}

const words: Record<string, { en: string; id: string }> = {
  'already-decided': {
    en: 'The request was answered before.',
    id: 'Permohonan ini sudah dijawab.',
  },
  'same-hand': {
    en: 'Who entered a request for erasure does not fulfil it: a second officer does.',
    id: 'Petugas yang mencatat permohonan penghapusan tidak boleh memenuhinya sendiri.',
  },
  'nothing-exported': {
    en: 'Give the data out first.',
    id: 'Berikan terlebih dahulu salinan datanya.',
  },
  'not-rectified': {
    en: 'The record has not been changed since the request came in.',
    id: 'Data belum diubah sejak permohonan diterima.',
  },
  'ground-does-not-fit': {
    en: 'The law does not refuse this right on this ground.',
    id: 'Undang-undang tidak mengenal alasan ini untuk menolak hak tersebut.',
  },
  'kept-by-law': {
    en: 'The law keeps the record; refuse the request on the ground named here.',
    id: 'Data masih wajib disimpan; tolak permohonan dengan alasan yang disebut di sini.',
  },
  'not-restrictable': {
    en: 'Who holds this office is public while they hold it.',
    id: 'Pemegang jabatan ini bersifat publik selama menjabat.',
  },
  'not-restricted': {
    en: 'No restriction that was made for this request is in force.',
    id: 'Tidak ada pembatasan yang berlaku untuk permohonan ini.',
  },
  'lifted-elsewhere': {
    en: 'The restriction of a case is lifted at the case, on a legal basis.',
    id: 'Pembatasan kasus dicabut pada kasusnya, dengan dasar hukum.',
  },
  'no-consent': {
    en: 'No data of this kind rest on a consent.',
    id: 'Tidak ada data jenis ini yang diproses berdasarkan persetujuan.',
  },
};

export function toRequestProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  if (message === undefined) return null;
  const keptBecause = (refusal as { because?: PrivacyRefusal }).because ?? null;
  return problem(PrivacyRequestRefusedProblem, message, { ground: refusal.refused, keptBecause });
}

import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Cached } from '@jejaring/trust/rights/cached';
import { PrizeType, toPrize } from '../competition/terms.types.js';
import { OrganizationType, organizationOf } from '../organization/organization.types.js';
import type { Award } from './award.entity.js';

/** An award changes when it is granted, presented and revoked. */
export const ofAward = { untilOwn: ['awards.award'] } as const;

type Ref<T> = T;

export const AwardStatusType = enumOf('AwardStatus', 'Where an award stands.', {
  GRANTED: 'Granted by the announcement.',
  PRESENTED: 'Handed over.',
  REVOKED: 'Taken back; its place stays empty.',
});

export const AwardCommandType = enumOf('AwardCommand', 'What can be done with an award.', {
  REVOKE: '`revokeAward`',
});

export const RevocationGroundType = enumOf('AwardRevocationGround', 'Why an award is taken back.', {
  FALSE_DOCUMENTS: 'Papers of the nomination were false.',
  OBJECTION_UPHELD: 'An objection (sanggahan) was right.',
  DISSOLVED: 'Its holder was dissolved.',
});

export const SignatoryCapacityType = enumOf(
  'AwardSignatoryCapacity',
  'In which capacity a decree was signed.',
  {
    DEFINITIVE: 'As the holder of the post.',
    PLT: 'Acting, while the post is vacant (Pelaksana Tugas).',
    PLH: 'Acting, while the holder is away (Pelaksana Harian).',
    PJ: 'As the appointed caretaker (Penjabat).',
  },
);

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('OrganizationEvent', {
  description: 'An event of an organization, such as a Rapat Kerja Daerah.',
})
export class OrganizationEventRef {
  @Field(() => ID, { description: '`oev_…`' })
  id!: string;
}

@Cached()
@ObjectType('AwardPresentation', { description: 'When and where an award was handed over.' })
export class PresentationType {
  @Field(() => CalendarDate, { description: 'The day.' })
  on!: string;

  @Field(() => OrganizationEventRef, {
    nullable: true,
    description: 'The event at which it was; null when it is not in the register.',
  })
  occasion!: Ref<OrganizationEventRef> | null;
}

@Cached()
@ObjectType('AwardDecree', { description: 'The decree that an award rests on (Surat Keputusan).' })
export class AwardDecreeType {
  @Field({ description: 'Its number.' })
  number!: string;

  @Field(() => CalendarDate, { description: 'Its day.' })
  issuedOn!: string;

  @Field({ description: 'The post that signed, such as Kepala Dinas Sosial.' })
  signatoryPosition!: string;

  @Field(() => SignatoryCapacityType, { description: 'In which capacity.' })
  capacity!: keyof typeof SignatoryCapacityType;
}

@Directive('@key(fields: "id")')
@ObjectType('Award', { description: 'What an organization won in a competition (penghargaan).' })
export class AwardType {
  row!: Award;

  @Cached()
  @Field(() => ID, { description: '`awd_…`' })
  id!: string;

  @Cached(ofAward)
  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Cached(ofAward)
  @Field(() => Int, {
    description: 'Place (juara); equal places share a number and the next is skipped: 1, 2, 2, 4.',
  })
  rank!: number;

  @Cached(ofAward)
  @Field(() => Int, { description: 'Year of the competition.' })
  year!: number;

  @Cached(ofAward)
  @Field(() => CalendarDate, { description: 'When it was announced.' })
  grantedOn!: string;

  @Cached(ofAward)
  @Field(() => String, {
    nullable: true,
    description: 'What the place is called, such as Juara I.',
  })
  title!: string | null;

  @Cached(ofAward)
  @Field(() => PrizeType, { nullable: true, description: 'What it brings.' })
  prize!: Ref<PrizeType> | null;

  @Cached(ofAward)
  @Field(() => AwardStatusType, { description: 'Where it stands.' })
  status!: keyof typeof AwardStatusType;

  @Cached(ofAward)
  @Field(() => PresentationType, {
    nullable: true,
    description: 'When and where it was handed over.',
  })
  presentedAt!: Ref<PresentationType> | null;

  @Cached(ofAward)
  @Field(() => AwardDecreeType, { nullable: true, description: 'The decree it rests on.' })
  decree!: Ref<AwardDecreeType> | null;

  @Cached(ofAward)
  @Field(() => OrganizationType, { nullable: true, description: 'Who won.' })
  organization!: Ref<OrganizationType> | null;
}

export const AwardConnection = connectionOf('Award', () => AwardType);

function presentationOf({ presentedOn, occasionId }: Award): PresentationType | null {
  if (presentedOn === null) return null;
  const occasion =
    occasionId && Object.assign(new OrganizationEventRef(), { id: encodeId('oev', occasionId) });
  return Object.assign(new PresentationType(), { on: presentedOn, occasion });
}

export function toAwardType(row: Award): AwardType {
  const { id, version, rank, year, grantedOn, title, status, organizationId } = row;
  return Object.assign(new AwardType(), {
    row,
    id: encodeId('awd', id),
    version,
    rank,
    year,
    grantedOn,
    title,
    status,
    prize: row.prize && toPrize(row.prize),
    presentedAt: presentationOf(row),
    decree: row.decree && Object.assign(new AwardDecreeType(), row.decree),
    organization: organizationOf(organizationId),
  });
}

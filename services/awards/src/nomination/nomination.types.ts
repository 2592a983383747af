import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { OrganizationType, organizationOf } from '../organization/organization.types.js';
import { RegionType, regionRef } from '../region/region.types.js';
import type { Nomination } from './nomination.entity.js';
import { RepresentativeInput } from './representatives.types.js';

type Ref<T> = T;

export const NominationStatusType = enumOf('NominationStatus', 'Where a nomination stands.', {
  SUBMITTED: 'Handed in, not judged yet.',
  ELIGIBLE: 'The nominee meets every rule.',
  INELIGIBLE: 'The nominee does not meet a rule.',
  NEEDS_REVIEW: 'A rule cannot be answered from what is known; the organizer decides.',
  WITHDRAWN: 'Taken back.',
  WINNER: 'It won a place.',
  UNPLACED: 'It took part and won no place.',
});

export const NominationCommandType = enumOf(
  'NominationCommand',
  'What can be done with a nomination.',
  {
    WITHDRAW: '`withdrawNomination`',
    REVIEW: '`reviewNomination`',
    NAME_REPRESENTATIVES: '`nameRepresentatives`',
  },
);

@Directive('@key(fields: "id")')
@ObjectType('Nomination', {
  description:
    'The proposal of an organization for a competition (usulan). Before the winners are announced it is seen by the organizer, the nominee and the offices of its region only.',
})
export class NominationType {
  row!: Nomination;

  @Field(() => ID, { description: '`nom_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => NominationStatusType, { description: 'Where it stands.' })
  status!: keyof typeof NominationStatusType;

  @Field(() => OrganizationType, { nullable: true, description: 'The nominee.' })
  organization!: Ref<OrganizationType> | null;

  @Field(() => RegionType, {
    nullable: true,
    description:
      'The part of the competition’s region that the nominee comes from: its regency or city in a provincial competition.',
  })
  region!: Ref<RegionType> | null;

  @Field(() => CalendarDate, {
    description: 'When it was handed in; eligibility is judged for this day.',
  })
  submittedOn!: string;

  @Field(() => Int, { description: 'How many people take part for the nominee.' })
  representativeCount!: number;
}

export const NominationConnection = connectionOf('Nomination', () => NominationType);

export function toNominationType(row: Nomination): NominationType {
  const { id, version, status, organizationId, subRegionCode, submittedOn } = row;
  return Object.assign(new NominationType(), {
    row,
    id: encodeId('nom', id),
    version,
    status,
    submittedOn,
    representativeCount: row.representatives.length,
    organization: organizationOf(organizationId),
    region: regionRef(subRegionCode),
  });
}

@ObjectType({ implements: Problem, description: 'The nomination cannot be made or changed so.' })
export class NominationRefusedProblem extends Problem {
  @Field({
    description:
      'Why, in one word: `nominations-not-open`, `wrong-kind`, `outside-region`, `already-nominated`, `quota-reached`, `wrong-state`, `same-hand`, `not-on-board`.',
  })
  ground!: string;

  @Field(() => NominationStatusType, {
    nullable: true,
    description: 'Where the nomination stands, when that is the reason.',
  })
  currentStatus!: keyof typeof NominationStatusType | null;
}

const words: Record<string, { en: string; id: string }> = {
  'nominations-not-open': {
    en: 'The competition takes no nominations now.',
    id: 'Lomba tidak sedang menerima usulan.',
  },
  'wrong-kind': {
    en: 'The competition is for another kind of organization.',
    id: 'Lomba ini untuk jenis organisasi lain.',
  },
  'outside-region': {
    en: 'The organization is seated outside the region of the competition.',
    id: 'Organisasi berkedudukan di luar wilayah lomba.',
  },
  'already-nominated': {
    en: 'The organization is nominated already.',
    id: 'Organisasi ini sudah diusulkan.',
  },
  'quota-reached': {
    en: 'This part of the region has nominated as many as it may.',
    id: 'Kuota usulan dari wilayah ini sudah terpenuhi.',
  },
  'wrong-state': {
    en: 'The nomination is not at this stage.',
    id: 'Usulan tidak berada pada tahap ini.',
  },
  'same-hand': {
    en: 'Who nominated may not review it.',
    id: 'Pengusul tidak boleh memeriksa usulannya sendiri.',
  },
  'not-on-board': {
    en: 'A representative is not on the nominee’s board.',
    id: 'Ada perwakilan yang bukan pengurus peserta.',
  },
};

export function toNominationProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  if (message === undefined) return null;
  const { nominationStatus: currentStatus = null } = refusal as {
    nominationStatus?: keyof typeof NominationStatusType;
  };
  return problem(NominationRefusedProblem, message, { ground: refusal.refused, currentStatus });
}

export const nominationResult = (name: string) =>
  resultUnion(name, () => NominationType, NominationRefusedProblem);

@InputType({ description: 'The organization that is nominated, and for what.' })
export class NominateOrganizationInput extends CommandInput {
  @Field(() => ID, { description: 'The competition.' })
  competitionId!: string;

  @Field(() => ID, { description: 'The organization.' })
  organizationId!: string;

  @Field(() => RegionCode, {
    nullable: true,
    description:
      'Where the organization is seated; needed only while the register has not told of it here.',
  })
  regionCode?: string | null;

  @ValidateNested({ each: true })
  @ArrayMaxSize(10)
  @Field(() => [RepresentativeInput], {
    defaultValue: [],
    description: 'Who takes part for it (perwakilan).',
  })
  representatives!: Ref<RepresentativeInput>[];
}

@InputType()
abstract class SeenNominationInput extends SeenInput {
  @Field(() => ID, { description: 'The nomination.' })
  id!: string;
}

@InputType({ description: 'The nomination that is taken back.' })
export class WithdrawNominationInput extends SeenNominationInput {}

@InputType({ description: 'Who takes part for a nominee, instead of those named before.' })
export class NameRepresentativesInput extends SeenNominationInput {
  @ValidateNested({ each: true })
  @ArrayMaxSize(10)
  @Field(() => [RepresentativeInput], { description: 'They, at most ten.' })
  representatives!: Ref<RepresentativeInput>[];
}

@InputType({ description: 'What the organizer decides where the facts do not.' })
export class ReviewNominationInput extends SeenNominationInput {
  @Field({ description: 'Whether the nominee may take part.' })
  eligible!: boolean;
}

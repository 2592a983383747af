import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { MaxLength, MinLength } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { OrganizationRef, organizationRef } from '../organization/organization.types.js';
import type { BreakGlassGrant } from './break-glass.entity.js';

type Ref<T> = T;

export const EmergencyType = enumOf('Emergency', 'What makes an opening of a case necessary.', {
  THREAT_TO_LIFE: 'Somebody’s life or health is in danger.',
  CHILD_IN_DANGER: 'A child is in danger.',
  DISASTER: 'A disaster; those who handle the case cannot be reached.',
  COURT_ORDER: 'A court or the police demand it at once.',
});

export const VerdictType = enumOf('BreakGlassVerdict', 'What the review of an opening found.', {
  JUSTIFIED: 'It was necessary.',
  UNJUSTIFIED: 'It was not; it ended at once, and its user gets no other until it is judged anew.',
});

export const BreakGlassCommandType = enumOf(
  'BreakGlassCommand',
  'What can be done with an opening in an emergency.',
  { REVIEW: '`reviewBreakGlass`' },
);

@ObjectType('BreakGlassGrant', {
  description:
    'The opening of one case to one person for an hour, in an emergency (akses darurat); who answers for the case and who watches over the data hear of it at once.',
})
export class BreakGlassGrantType {
  row!: BreakGlassGrant;

  @Field(() => ID, { description: '`bgl_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => EmergencyType, { description: 'What kind of emergency was named.' })
  emergency!: keyof typeof EmergencyType;

  @Field({ description: 'Role of whoever used it.' })
  usedAs!: string;

  @Field(() => OrganizationRef, {
    nullable: true,
    description: 'The organization of whoever used it; null for an office.',
  })
  usedFor!: Ref<OrganizationRef> | null;

  @Field({ description: 'When it was opened.' })
  grantedAt!: Date;

  @Field({ description: 'When it ends by itself.' })
  expiresAt!: Date;

  @Field({ description: 'Until when it must be reviewed.' })
  reviewBy!: Date;

  @Field(() => VerdictType, { nullable: true, description: 'What the review found; null before.' })
  verdict!: keyof typeof VerdictType | null;

  @Field(() => Date, { nullable: true, description: 'When it was reviewed.' })
  reviewedAt!: Date | null;
}

export const BreakGlassGrantConnection = connectionOf('BreakGlassGrant', () => BreakGlassGrantType);

export function toGrantType(row: BreakGlassGrant): BreakGlassGrantType {
  const { version, emergency, grantedAt, expiresAt, reviewBy, verdict, reviewedAt } = row;
  const shown = { version, emergency, grantedAt, expiresAt, reviewBy, verdict, reviewedAt };
  return Object.assign(new BreakGlassGrantType(), shown, {
    row,
    id: encodeId('bgl', row.id),
    usedAs: row.actorRole,
    usedFor: organizationRef(row.actorOrganizationId),
  });
}

@ObjectType({ implements: Problem, description: 'The case is not opened, or not judged, so.' })
export class BreakGlassRefusedProblem extends Problem {
  @Field({
    description:
      'Why, in one word: `stronger-sign-in`, `suspended`, `attempts-spent`, `not-needed`, `reviewers-own`, `already-reviewed`.',
  })
  ground!: string;
}

const words: Record<string, { en: string; id: string }> = {
  'stronger-sign-in': {
    en: 'Sign in with a second factor first.',
    id: 'Masuklah terlebih dahulu dengan faktor kedua.',
  },
  suspended: {
    en: 'An earlier emergency access of yours waits for its review, or was found unjustified.',
    id: 'Akses darurat Anda sebelumnya belum ditinjau atau dinilai tidak beralasan.',
  },
  'attempts-spent': {
    en: 'You have tried this as often as a day allows.',
    id: 'Anda sudah mencapai batas percobaan dalam sehari.',
  },
  'not-needed': {
    en: 'The case is open to you already.',
    id: 'Kasus ini sudah terbuka bagi Anda.',
  },
  'reviewers-own': {
    en: 'Another hand than yours has to judge this.',
    id: 'Peninjauan ini harus dilakukan oleh orang lain.',
  },
  'already-reviewed': { en: 'It was found justified before.', id: 'Sudah dinilai beralasan.' },
};

export function toBreakGlassProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  return message ? problem(BreakGlassRefusedProblem, message, { ground: refusal.refused }) : null;
}

export const breakGlassResult = (name: string) =>
  resultUnion(name, () => BreakGlassGrantType, BreakGlassRefusedProblem);

@InputType({
  description: 'A case that must be seen at once, and why. The words are stored encrypted.',
})
export class BreakGlassInput extends CommandInput {
  @Field(() => ID, { description: 'The case: `case_…`, or its number `KS/…`.' })
  id!: string;

  @Field(() => EmergencyType, { description: 'What kind of emergency it is.' })
  emergency!: keyof typeof EmergencyType;

  @MinLength(10)
  @MaxLength(1000)
  @Field({ description: 'What happened, for the review; 10 to 1,000 characters.' })
  reason!: string;
}

@InputType({ description: 'What the review of an opening found.' })
export class ReviewBreakGlassInput extends SeenInput {
  @Field(() => ID, { description: 'The opening: `bgl_…`.' })
  id!: string;

  @Field(() => VerdictType, { description: 'What was found.' })
  verdict!: keyof typeof VerdictType;
}

import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { OrganizationRef, organizationRef } from '../organization/organization.types.js';
import type { ReferralLink } from './link.entity.js';

type Ref<T> = T;

export const LinkKindType = enumOf('ReferralLinkKind', 'What two organizations do together.', {
  REFERRAL: 'Cases are referred.',
  JOINT_SERVICE: 'Services are given together.',
  INFORMATION: 'They keep one another informed.',
});

@ObjectType('ReferralLink', {
  description: 'A line in the network of an organization (jejaring kerja): with whom it works.',
})
export class ReferralLinkType {
  row!: ReferralLink;

  @Field(() => ID, { description: '`lnk_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field(() => OrganizationRef, { nullable: true, description: 'Who drew it.' })
  from!: Ref<OrganizationRef> | null;

  @Field(() => OrganizationRef, { nullable: true, description: 'The partner.' })
  to!: Ref<OrganizationRef> | null;

  @Field(() => LinkKindType, { description: 'What they do together.' })
  kind!: keyof typeof LinkKindType;

  @Field(() => Date, { description: 'Since when.' })
  validFrom!: Date;

  @Field(() => Date, { nullable: true, description: 'Until when; null while it stands.' })
  validTo!: Date | null;
}

export function toLinkType(row: ReferralLink): ReferralLinkType {
  const { id, version, kind, validFrom, validTo } = row;
  return Object.assign(new ReferralLinkType(), {
    row,
    id: encodeId('lnk', id),
    version,
    kind,
    validFrom,
    validTo,
    from: organizationRef(row.fromOrganizationId),
    to: organizationRef(row.toOrganizationId),
  });
}

@ObjectType({ implements: Problem, description: 'The link cannot be drawn or ended so.' })
export class ReferralLinkRefusedProblem extends Problem {
  @Field({
    description:
      'Why, in one word: `partner-is-self`, `partner-not-active`, `link-drawn`, `link-ended`.',
  })
  ground!: string;
}

const words: Record<string, { en: string; id: string }> = {
  'partner-is-self': {
    en: 'An organization is no partner of itself.',
    id: 'Organisasi tidak dapat bermitra dengan dirinya sendiri.',
  },
  'partner-not-active': {
    en: 'Both organizations must be active.',
    id: 'Kedua organisasi harus aktif.',
  },
  'link-drawn': { en: 'The link was drawn before.', id: 'Jejaring ini sudah ada.' },
  'link-ended': { en: 'The link has ended.', id: 'Jejaring ini sudah berakhir.' },
};

export function toLinkProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  return message ? problem(ReferralLinkRefusedProblem, message, { ground: refusal.refused }) : null;
}

export const linkResult = (name: string) =>
  resultUnion(name, () => ReferralLinkType, ReferralLinkRefusedProblem);

@InputType({ description: 'A line in the network of an organization (jejaring kerja).' })
export class DrawReferralLinkInput extends CommandInput {
  @Field(() => ID, { description: 'The organization whose network it is.' })
  from!: string;

  @Field(() => ID, { description: 'The partner.' })
  to!: string;

  @Field(() => LinkKindType, { description: 'What they do together.' })
  kind!: keyof typeof LinkKindType;
}

@InputType({ description: 'The link that ends.' })
export class EndReferralLinkInput extends SeenInput {
  @Field(() => ID, { description: 'The link.' })
  id!: string;
}

import { encodeId, readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import { CalendarDate, RegionCode } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { ArrayMaxSize, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { levelOf } from '@jejaring/chassis/work/scope.rules';
import { FactSourceInput, readSources } from '@jejaring/register/facts/fact-source.types';
import { Cached } from '@jejaring/trust/rights/cached';
import { RegionLevelType } from '../region/region.types.js';
import { noParticulars } from '../welfare-resource/welfare-resource.rules.js';
import { ParticularsInput, readParticulars } from '../welfare-resource/welfare-resource.types.js';
import {
  OrganizationDocument,
  OrganizationKindType,
  OrganizationStatusType,
  RejectionGroundType,
} from './organization-words.js';

/** Whatever the public sees of an organization changes with a step that is said. */
export const ofOrganization = { untilOwn: ['organizations.organization'] } as const;
import type { Organization } from './organization.entity.js';

@Directive('@key(fields: "id")')
@ObjectType('Organization', {
  description:
    'A welfare resource (Potensi dan Sumber Kesejahteraan Sosial, PSKS) of the register, such as a Karang Taruna.',
})
export class OrganizationType {
  row!: Organization;

  @Cached()
  @Field(() => ID, { description: '`org_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Cached()
  @Field(() => OrganizationKindType, { description: 'Which of the 12 kinds.' })
  kind!: keyof typeof OrganizationKindType;

  @Cached()
  @Field(() => RegionLevelType, { description: 'The level it works at.' })
  level!: keyof typeof RegionLevelType;

  @Cached(ofOrganization)
  @Field({ description: 'Its name.' })
  name!: string;

  @Cached(ofOrganization)
  @Field(() => String, {
    nullable: true,
    description:
      'Number in the register: kind, region, serial (`KT-3279042006-0001`); null until verified.',
  })
  registeredNumber!: string | null;

  @Cached(ofOrganization)
  @Field(() => CalendarDate, { nullable: true, description: 'Day of founding.' })
  establishedOn!: string | null;

  @Cached(ofOrganization)
  @Field(() => String, {
    nullable: true,
    description: 'What the office asked to complete, while it is returned.',
  })
  returnReason!: string | null;

  @Cached(ofOrganization)
  @Field(() => RejectionGroundType, { nullable: true, description: 'Why it was refused.' })
  rejectionGround!: keyof typeof RejectionGroundType | null;

  @Cached(ofOrganization)
  @Field(() => String, {
    nullable: true,
    description: 'Decree of the last suspension or dissolution.',
  })
  decreeNumber!: string | null;
}

export const OrganizationConnection = connectionOf('Organization', () => OrganizationType);

export function toOrganizationType(row: Organization): OrganizationType {
  const { version, kind, level, name, registeredNumber, establishedOn } = row;
  const { returnReason, rejectionGround, decreeNumber } = row;
  return Object.assign(new OrganizationType(), {
    row,
    id: encodeId('org', row.id),
    version,
    kind,
    level,
    name,
    registeredNumber,
    establishedOn,
    returnReason,
    rejectionGround,
    decreeNumber,
  });
}

@ObjectType({ implements: Problem, description: 'The registration cannot take this step.' })
export class RegistrationRefusedProblem extends Problem {
  @Field({
    description:
      'Why, in one word: `wrong-state`, `own-application`, `place-taken`, `duty-taken`, `incomplete`.',
  })
  ground!: string;

  @Field(() => OrganizationStatusType, {
    nullable: true,
    description: 'Where it stands, when that is the reason.',
  })
  currentStatus!: keyof typeof OrganizationStatusType | null;

  @Field(() => [String], { description: 'What is missing, when it is incomplete.' })
  missing!: string[];
}

const words: Record<string, { en: string; id: string }> = {
  'wrong-state': {
    en: 'The registration is not at this stage.',
    id: 'Pendaftaran tidak berada pada tahap ini.',
  },
  'own-application': {
    en: 'Who applied may not verify it.',
    id: 'Pemohon tidak boleh memverifikasi pendaftarannya sendiri.',
  },
  'place-taken': {
    en: 'There is already a Karang Taruna at this place and level.',
    id: 'Sudah ada Karang Taruna di wilayah dan tingkat ini.',
  },
  'duty-taken': {
    en: 'There is already a TKSK in this kecamatan.',
    id: 'Sudah ada TKSK di kecamatan ini.',
  },
  incomplete: { en: 'The registration is incomplete.', id: 'Pendaftaran belum lengkap.' },
};

export function toOrganizationProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  if (message === undefined) return null;
  const { status: currentStatus = null, missing = [] } = refusal as Refusal & {
    status?: keyof typeof OrganizationStatusType;
    missing?: string[];
  };
  return problem(RegistrationRefusedProblem, message, {
    ground: refusal.refused,
    currentStatus,
    missing,
  });
}

export const organizationResult = (name: string) =>
  resultUnion(name, () => OrganizationType, RegistrationRefusedProblem);

@InputType({ description: 'A registration as its applicant begins it.' })
export class DraftRegistrationInput extends CommandInput {
  @Field(() => OrganizationKindType, { description: 'Which of the 12 kinds.' })
  kind!: keyof typeof OrganizationKindType;

  @Field(() => RegionLevelType, {
    nullable: true,
    description:
      'The level; that of a Karang Taruna is its region’s. Absent: that of where it serves or sits.',
  })
  level?: keyof typeof RegionLevelType | null;

  @MinLength(3)
  @MaxLength(200)
  @Field({ description: 'Its name, 3 to 200 characters.' })
  name!: string;

  @Field(() => RegionCode, { description: 'Where it is seated.' })
  regionCode!: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of founding; needed to submit.' })
  establishedOn?: string | null;

  @MinLength(2)
  @MaxLength(200)
  @Field(() => String, {
    nullable: true,
    description:
      'Name of the chair (ketua), stored encrypted; a Karang Taruna needs one to submit.',
  })
  chairName?: string | null;

  @ArrayMaxSize(10)
  @Field(() => [OrganizationDocument], {
    defaultValue: [],
    description: 'Papers at hand; an LKS needs three to submit.',
  })
  documents!: (keyof typeof OrganizationDocument)[];

  @ValidateNested()
  @Field(() => ParticularsInput, {
    nullable: true,
    description: 'What only some of the 12 kinds have.',
  })
  particulars?: ParticularsInput | null;

  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Field(() => [FactSourceInput], {
    defaultValue: [],
    description: 'Where its facts come from, when they are taken from reports.',
  })
  sources!: FactSourceInput[];
}

@InputType({ description: 'An organization as the caller saw it.' })
export class OrganizationStepInput extends SeenInput {
  @Field(() => ID, { description: 'The organization.' })
  id!: string;
}

@InputType({ description: 'Writes a registration anew; what is absent stays as it is.' })
export class AmendRegistrationInput extends OrganizationStepInput {
  @MinLength(3)
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'Its name, 3 to 200 characters.' })
  name?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Day of founding.' })
  establishedOn?: string | null;

  @MinLength(2)
  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'Name of the chair, stored encrypted.' })
  chairName?: string | null;

  @ArrayMaxSize(10)
  @Field(() => [OrganizationDocument], { nullable: true, description: 'All papers at hand.' })
  documents?: (keyof typeof OrganizationDocument)[] | null;

  @ValidateNested()
  @Field(() => ParticularsInput, {
    nullable: true,
    description: 'What only some of the 12 kinds have, as a whole.',
  })
  particulars?: ParticularsInput | null;
}

@InputType({ description: 'Sends a registration back.' })
export class ReturnRegistrationInput extends OrganizationStepInput {
  @MinLength(5)
  @MaxLength(1000)
  @Field({ description: 'What is to be completed, 5 to 1,000 characters; names nobody.' })
  reason!: string;
}

@InputType({ description: 'Refuses a registration.' })
export class RejectRegistrationInput extends OrganizationStepInput {
  @Field(() => RejectionGroundType, { description: 'Why.' })
  ground!: keyof typeof RejectionGroundType;
}

@InputType({ description: 'A step that rests on a decree.' })
export class OrganizationDecreeInput extends OrganizationStepInput {
  @MinLength(3)
  @MaxLength(100)
  @Field({ description: 'Number of the decree (Surat Keputusan).' })
  decreeNumber!: string;
}

export const seenOrganization = ({ id, expectedVersion }: OrganizationStepInput) => ({
  id: readId('org', 'id', id),
  expectedVersion,
});

/** A draft as the register takes it: absent is null, the level follows from where it serves or sits. */
export function draftedFacts(input: DraftRegistrationInput) {
  const { kind, name, regionCode, documents } = input;
  const particulars = input.particulars ? readParticulars(input.particulars) : noParticulars;
  return {
    kind,
    name,
    regionCode,
    documents,
    particulars,
    level: input.level ?? levelOf(particulars.dutyRegionCode ?? regionCode),
    establishedOn: input.establishedOn ?? null,
    chairName: input.chairName ?? null,
    sources: readSources(input.sources),
  };
}

export const amendedFacts = (input: AmendRegistrationInput) => ({
  ...seenOrganization(input),
  ...(input.name ? { name: input.name } : {}),
  ...(input.establishedOn ? { establishedOn: input.establishedOn } : {}),
  ...(input.chairName ? { chairName: input.chairName } : {}),
  ...(input.documents ? { documents: input.documents } : {}),
  ...(input.particulars ? { particulars: readParticulars(input.particulars) } : {}),
});

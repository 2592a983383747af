import { Classified } from '@jejaring/trust/audit/classified';
import { enumOf } from '@jejaring/chassis/graph/enums';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { LocalizedText, Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { ArrayMinSize } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { OrganizationRef, organizationRef } from '../organization/organization.types.js';
import type { ConsentText } from './consent-text.entity.js';
import type { Consent } from './consent.entity.js';
import { stopsBy } from './consent.rules.js';

type Ref<T> = T;

export const ConsentPurpose = enumOf('ConsentPurpose', 'What a person agreed to (UU 27/2022).', {
  CASE_HANDLING: 'Handling the case.',
  SHARE_WITH_ORG: 'Sharing with other organizations.',
  SHARE_WITH_OFFICE: 'Sharing with offices.',
  STATISTICS: 'Statistics.',
  PUBLICATION_PHOTO: 'Publishing a photo.',
});

export const ConsentGiver = enumOf('ConsentGiver', 'Who agreed (UU 27/2022, articles 25 and 26).', {
  SELF: 'The person.',
  PARENT: 'A parent.',
  GUARDIAN: 'A guardian.',
});

export const ConsentMethod = enumOf('ConsentMethod', 'How it was given.', {
  SIGNED_FORM: 'Signed form.',
  THUMBPRINT: 'Thumbprint.',
  VERBAL_WITNESSED: 'By word before a witness.',
  ASSISTED: 'With assistance suited to a disability.',
});

@ObjectType('Consent', {
  description: 'What a person, parent or guardian agreed to (persetujuan).',
})
export class ConsentType {
  row!: Consent;

  @Field(() => ID, { description: '`con_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Classified('personal')
  @Field(() => [ConsentPurpose], { description: 'To what.' })
  purposes!: (keyof typeof ConsentPurpose)[];

  @Field(() => Int, { description: 'Version of the words that were agreed to.' })
  textVersion!: number;

  @Classified('personal')
  @Field(() => [OrganizationRef], {
    nullable: true,
    description: 'With whom; null when nobody in particular was named.',
  })
  sharedWith!: Ref<OrganizationRef>[] | null;

  @Classified('internal')
  @Field({ description: 'When it was given.' })
  givenAt!: Date;

  @Classified('internal')
  @Field(() => Date, { nullable: true, description: 'When it ends by itself.' })
  expiresAt!: Date | null;

  @Classified('internal')
  @Field(() => Date, { nullable: true, description: 'When it was withdrawn.' })
  withdrawnAt!: Date | null;

  @Classified('internal')
  @Field(() => Date, {
    nullable: true,
    description:
      'Until when everybody who holds something on its ground has stopped (UU 27/2022, article 40); null while it stands.',
  })
  stopsBy!: Date | null;
}

export function toConsentType(row: Consent): ConsentType {
  const sharedWith = row.sharedWith?.map((id) => organizationRef(id)!) ?? null;
  const { version, textVersion, purposes, givenAt, expiresAt, withdrawnAt } = row;
  const shown = {
    version,
    textVersion,
    purposes,
    givenAt,
    expiresAt,
    withdrawnAt,
    stopsBy: withdrawnAt && stopsBy(withdrawnAt),
    sharedWith,
  };
  return Object.assign(new ConsentType(), shown, {
    row,
    id: encodeId('con', row.id),
  }) as ConsentType;
}

/** One entry per version, in the order of the rows. */
export function toConsentTexts(rows: readonly ConsentText[]): ConsentTextType[] {
  const versions = new Map(rows.map(({ version, validFrom }) => [version, validFrom]));
  return [...versions].map(([version, validFrom]) => {
    const inLanguage = (language: ConsentText['language']) =>
      rows.find((row) => row.version === version && row.language === language)!;
    const { body: id, sha256 } = inLanguage('id');
    const body = Object.assign(new LocalizedText(), { id, en: inLanguage('en').body });
    return Object.assign(new ConsentTextType(), { version, validFrom, body, sha256 });
  });
}

@ObjectType({ implements: Problem, description: 'The consent cannot be changed so.' })
export class ConsentRefusedProblem extends Problem {
  @Field({ description: 'Why, in one word: `already-withdrawn`, `wrong-state` (of the case).' })
  ground!: string;
}

const words: Record<string, { en: string; id: string }> = {
  'already-withdrawn': { en: 'It was withdrawn before.', id: 'Persetujuan sudah dicabut.' },
  'wrong-state': { en: 'The case is not at this stage.', id: 'Kasus tidak berada pada tahap ini.' },
};

export function toConsentProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  return message ? problem(ConsentRefusedProblem, message, { ground: refusal.refused }) : null;
}

export const consentResult = (name: string) =>
  resultUnion(name, () => ConsentType, ConsentRefusedProblem);

@InputType({ description: 'What the person agreed to (persetujuan), when and how.' })
export class RecordConsentInput extends CommandInput {
  @Field(() => ID, { description: 'The case whose person agrees.' })
  caseId!: string;

  @Field(() => ConsentGiver, { description: 'Who agreed.' })
  givenBy!: keyof typeof ConsentGiver;

  @Field(() => ConsentMethod, { description: 'How.' })
  method!: keyof typeof ConsentMethod;

  @ArrayMinSize(1)
  @Field(() => [ConsentPurpose], { description: 'To what.' })
  purposes!: (keyof typeof ConsentPurpose)[];

  @Field(() => [ID], {
    nullable: true,
    description: 'The organizations it names; null when none in particular.',
  })
  sharedWith?: string[] | null;

  @Field(() => Date, { nullable: true, description: 'When it was given; now, when left out.' })
  givenAt?: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it ends by itself.' })
  expiresAt?: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the words agreed to; that in force on the day, when left out.',
  })
  textVersion?: number | null;
}

@ObjectType('ConsentText', {
  description: 'The words of the consent form (formulir persetujuan) in one version.',
})
export class ConsentTextType {
  @Field(() => Int, { description: 'Its version.' })
  version!: number;

  @Field({ description: 'From when on it is asked for.' })
  validFrom!: Date;

  @Field(() => LocalizedText, { description: 'The words.' })
  body!: Ref<LocalizedText>;

  @Field({ description: 'SHA-256 of the words in Indonesian, in hexadecimal.' })
  sha256!: string;
}

@InputType({ description: 'The consent that is withdrawn.' })
export class WithdrawConsentInput extends SeenInput {
  @Field(() => ID, { description: 'The consent.' })
  id!: string;
}

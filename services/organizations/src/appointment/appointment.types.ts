import { encodeId, readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { invalidInput, refuse } from '@jejaring/chassis/work/refusal';
import { accountOf } from '@jejaring/chassis/work/standing';
import { Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import {
  CapacityType,
  DecreeInput,
  DecreeType,
  readDecree,
  toDecree,
} from '../decree/decree.types.js';
import { EndReasonType, RoleType } from './appointment-words.js';
import type { Appointment } from './appointment.entity.js';

type Ref<T> = T;

@ObjectType('Appointment', {
  description:
    'That somebody may act in a role, for a region, an office or an organization, from when to when, by which decree (penugasan).',
})
export class AppointmentType {
  row!: Appointment;

  @Field(() => ID, { description: '`apt_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field({
    description:
      'Whom it is about: SHA-256 of the subject of their tokens, in hexadecimal. No name.',
  })
  account!: string;

  @Field(() => RoleType, { description: 'The role that may be claimed.' })
  role!: keyof typeof RoleType;

  @Field({ description: 'Whether it holds for the whole nation.' })
  nationwide!: boolean;

  @Field(() => CapacityType, { description: 'For good or acting.' })
  capacity!: keyof typeof CapacityType;

  @Field(() => DecreeType, { description: 'The decree that it rests on.' })
  decree!: Ref<DecreeType>;

  @Field(() => Date, { description: 'From this moment on.' })
  validFrom!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'No longer at this moment; null while no end is set.',
  })
  validTo!: Date | null;

  @Field(() => EndReasonType, { nullable: true, description: 'Why it ended before its time.' })
  endReason!: keyof typeof EndReasonType | null;

  @Field(() => DecreeType, { nullable: true, description: 'The decree that ended it.' })
  endDecree!: Ref<DecreeType> | null;
}

export const AppointmentConnection = connectionOf('Appointment', () => AppointmentType);

export function toAppointmentType(row: Appointment): AppointmentType {
  const { version, account, role, capacity, validFrom, validTo, endReason } = row;
  return Object.assign(new AppointmentType(), {
    row,
    id: encodeId('apt', row.id),
    nationwide: row.regionCode === '',
    decree: toDecree(row.decree),
    endDecree: toDecree(row.endDecree),
    version,
    account,
    role,
    capacity,
    validFrom,
    validTo,
    endReason,
  });
}

@ObjectType({ implements: Problem, description: 'Somebody cannot be appointed or dismissed so.' })
export class AppointmentRefusedProblem extends Problem {
  @Field({
    description: 'Why, in one word: `own-appointment`, `already-appointed`, `already-ended`.',
  })
  ground!: string;
}

const words: Record<string, { en: string; id: string }> = {
  'own-appointment': {
    en: 'Nobody appoints themselves.',
    id: 'Tidak seorang pun boleh menetapkan dirinya sendiri.',
  },
  'already-appointed': {
    en: 'The person holds this appointment already.',
    id: 'Orang ini sudah memegang penugasan tersebut.',
  },
  'already-ended': { en: 'The appointment has ended.', id: 'Penugasan sudah berakhir.' },
};

export function toAppointmentProblem(refusal: Refusal): Problem | null {
  const message = words[refusal.refused];
  return message ? problem(AppointmentRefusedProblem, message, { ground: refusal.refused }) : null;
}

export const appointmentResult = (name: string) =>
  resultUnion(name, () => AppointmentType, AppointmentRefusedProblem);

@InputType({ description: 'Whom to appoint, to what, by which decree.' })
export class MakeAppointmentInput extends CommandInput {
  @MinLength(1)
  @MaxLength(255)
  @Field(() => String, {
    nullable: true,
    description:
      'Subject of the person’s tokens; only its hash is stored. Either this or `account`.',
  })
  subject?: string | null;

  @Matches(/^[0-9a-f]{64}$/, { message: 'account has 64 hexadecimal digits in lower case' })
  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of that subject, in hexadecimal. Either this or `subject`.',
  })
  account?: string | null;

  @Field(() => RoleType, { description: 'The role to act in.' })
  role!: keyof typeof RoleType;

  @Field(() => RegionCode, {
    nullable: true,
    description: 'The region to act in; absent for the whole nation.',
  })
  region?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organization to act for.' })
  organizationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The office to act for.' })
  officeId?: string | null;

  @Field(() => CapacityType, { defaultValue: 'DEFINITIVE', description: 'For good or acting.' })
  capacity: keyof typeof CapacityType = 'DEFINITIVE';

  @ValidateNested()
  @Field(() => DecreeInput, { description: 'The decree that it rests on.' })
  decree!: Ref<DecreeInput>;

  @Field(() => Date, { description: 'From this moment on.' })
  validFrom!: Date;

  @Field(() => Date, { nullable: true, description: 'Until this moment; absent for no set end.' })
  validTo?: Date | null;
}

@InputType({ description: 'Takes an appointment back.' })
export class EndAppointmentInput extends SeenInput {
  @Field(() => ID, { description: 'The appointment.' })
  id!: string;

  @Field(() => EndReasonType, { description: 'Why.' })
  reason!: keyof typeof EndReasonType;

  @ValidateNested()
  @Field(() => DecreeInput, { nullable: true, description: 'Needed when it ends by decree.' })
  decree?: Ref<DecreeInput> | null;

  @Field(() => Date, { nullable: true, description: 'From this moment on; absent: now.' })
  at?: Date | null;
}

/** Whom the caller means: a subject of tokens or its hash, one of the two. */
function readAccount({ subject, account }: MakeAppointmentInput): string {
  if (subject && !account) return accountOf(subject);
  if (account && !subject) return account;
  return refuse(
    invalidInput('account', {
      en: 'Give either the subject or the account.',
      id: 'Berikan subjek token atau akun, salah satu saja.',
    }),
  );
}

export const readAppointment = (input: MakeAppointmentInput) => {
  const { role, capacity, validFrom, validTo = null } = input;
  return {
    role,
    capacity,
    validFrom,
    validTo,
    regionCode: input.region ?? '',
    organizationId: input.organizationId
      ? readId('org', 'organizationId', input.organizationId)
      : null,
    officeId: input.officeId ? readId('ofc', 'officeId', input.officeId) : null,
    decree: readDecree(input.decree),
    /** Inside the command, so that its refusal is one of the command. */
    readAccount: () => readAccount(input),
  };
};

export const readAppointmentEnd = (input: EndAppointmentInput, now: Date) => ({
  id: readId('apt', 'id', input.id),
  expectedVersion: input.expectedVersion,
  reason: input.reason,
  at: input.at ?? now,
  decree: input.decree ? readDecree(input.decree) : null,
});

import { enumOf } from '@jejaring/chassis/graph/enums';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { MaxLength, MinLength } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import { OrganizationStepInput, OrganizationType } from '../organization/organization.types.js';
import type { Accreditation, OperatingPermit } from './welfare-resource.entity.js';

export const PermitIssuerType = enumOf('PermitIssuer', 'Whose permit it is.', {
  REGENCY: 'The regency or city.',
  PROVINCE: 'The province.',
  MINISTRY: 'The ministry of social affairs.',
});

export const AccreditationGradeType = enumOf(
  'AccreditationGrade',
  'Grade by the accreditation body (Badan Akreditasi LKS, BALKS).',
  { A: 'Very good.', B: 'Good.', C: 'Sufficient.' },
);

@ObjectType('OperatingPermit', { description: 'Permit of an institution to operate (SIOP).' })
export class OperatingPermitType {
  @Field({ description: 'Its number.' })
  number!: string;

  @Field(() => PermitIssuerType, { description: 'Who gave it.' })
  issuer!: keyof typeof PermitIssuerType;

  @Field(() => CalendarDate, { description: 'First day of its validity.' })
  validFrom!: string;

  @Field(() => CalendarDate, { description: 'First day without it.' })
  validTo!: string;
}

@ObjectType('Accreditation', { description: 'Grade of an institution (akreditasi).' })
export class AccreditationType {
  @Field(() => AccreditationGradeType, { description: 'The grade.' })
  grade!: keyof typeof AccreditationGradeType;

  @Field({ description: 'Number of the certificate.' })
  certificateNumber!: string;

  @Field(() => CalendarDate, { description: 'First day of its validity.' })
  validFrom!: string;

  @Field(() => CalendarDate, { description: 'First day without it.' })
  validTo!: string;
}

export const toOperatingPermitType = (row: OperatingPermit): OperatingPermitType => {
  const { number, issuer, validFrom, validTo } = row;
  return Object.assign(new OperatingPermitType(), { number, issuer, validFrom, validTo });
};

export const toAccreditationType = (row: Accreditation): AccreditationType => {
  const { grade, certificateNumber, validFrom, validTo } = row;
  return Object.assign(new AccreditationType(), { grade, certificateNumber, validFrom, validTo });
};

@InputType({ description: 'A paper of an institution, valid for a period.' })
abstract class PaperInput extends OrganizationStepInput {
  @Field(() => CalendarDate, { description: 'First day of its validity, today at the latest.' })
  validFrom!: string;

  @Field(() => CalendarDate, { description: 'First day without it.' })
  validTo!: string;
}

@InputType({ description: 'A permit to operate, as it was given.' })
export class RecordOperatingPermitInput extends PaperInput {
  @MinLength(1)
  @MaxLength(100)
  @Field({ description: 'Its number.' })
  number!: string;

  @Field(() => PermitIssuerType, { description: 'Who gave it.' })
  issuer!: keyof typeof PermitIssuerType;
}

@InputType({ description: 'A grade, as the accreditation body gave it.' })
export class RecordAccreditationInput extends PaperInput {
  @MinLength(1)
  @MaxLength(100)
  @Field({ description: 'Number of the certificate.' })
  certificateNumber!: string;

  @Field(() => AccreditationGradeType, { description: 'The grade.' })
  grade!: keyof typeof AccreditationGradeType;
}

@ObjectType({ implements: Problem, description: 'It is not in the register yet.' })
export class NotRegisteredProblem extends Problem {
  @Field({ description: 'Why, in one word: `not-registered`.' })
  ground!: string;
}

export function toPermitProblem(refusal: Refusal): Problem | null {
  if (refusal.refused !== 'not-registered') return null;
  const message = {
    en: 'Only an institution of the register is given papers.',
    id: 'Hanya lembaga yang terdaftar yang dapat menerima izin atau akreditasi.',
  };
  return problem(NotRegisteredProblem, message, { ground: refusal.refused });
}

export const RecordOperatingPermitResult = resultUnion(
  'RecordOperatingPermitResult',
  () => OrganizationType,
  NotRegisteredProblem,
);
export const RecordAccreditationResult = resultUnion(
  'RecordAccreditationResult',
  () => OrganizationType,
  NotRegisteredProblem,
);

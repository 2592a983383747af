import { encodeId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { Problem, problem, resultUnion } from '@jejaring/chassis/graph/problems';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import type { Refusal } from '@jejaring/chassis/work/refusal';
import { MaxLength, Min, MinLength } from 'class-validator';
import { Directive, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RegionType, regionRef } from '../region/region.types.js';
import type { Juror } from './juror.entity.js';
import {
  ConflictKindType,
  JurorRoleType,
  JurorStatusType,
  juryWords,
  ReopenReasonType,
} from './jury-words.js';

type Ref<T> = T;

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Officer', { description: 'Somebody on the board of an organization (pengurus).' })
export class OfficerRef {
  @Field(() => ID, { description: '`ofr_…`' })
  id!: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Juror', {
  description:
    'Somebody who judges a competition (juri); seen by the organizer, the auditor and the juror.',
})
export class JurorType {
  row!: Juror;

  @Field(() => ID, { description: '`jur_…`' })
  id!: string;

  @Field(() => Int, { description: 'Counts the changes; give it back as `expectedVersion`.' })
  version!: number;

  @Field({ description: 'Where the juror comes from, such as a university.' })
  institution!: string;

  @Field(() => JurorRoleType, { description: 'What the juror is in the jury.' })
  role!: keyof typeof JurorRoleType;

  @Field(() => RegionType, {
    nullable: true,
    description: 'The village or district that the juror lives or serves in, when one was stated.',
  })
  region!: Ref<RegionType> | null;

  @Field(() => JurorStatusType, { description: 'Whether the juror counts.' })
  status!: keyof typeof JurorStatusType;
}

export const JurorConnection = connectionOf('Juror', () => JurorType);

export const toJurorType = (row: Juror): JurorType =>
  Object.assign(new JurorType(), {
    row,
    id: encodeId('jur', row.id),
    version: row.version,
    institution: row.institution,
    role: row.role,
    region: row.regionCode === null ? null : regionRef(row.regionCode),
    status: row.status,
  });

@ObjectType('Recusal', { description: 'That a juror does not judge a nominee, and why.' })
export class RecusalType {
  @Field(() => ID, { description: 'The nomination, `nom_…`.' })
  nominationId!: string;

  @Field(() => ConflictKindType, { description: 'Why.' })
  kind!: keyof typeof ConflictKindType;

  @Field({ description: 'Whether the register’s events told it, and nobody had to say it.' })
  detected!: boolean;
}

@ObjectType({ implements: Problem, description: 'The jury cannot be changed so.' })
export class JuryRefusedProblem extends Problem {
  @Field({
    description:
      'Why, in one word: `wrong-state`, `already-juror`, `chair-taken`, `organizer-seat`, `juror-recused`, `not-before-ranking`, `not-judging`, `wrong-sheet-state`.',
  })
  ground!: string;
}

export function toJuryProblem(refusal: Refusal): Problem | null {
  const message = juryWords[refusal.refused];
  return message ? problem(JuryRefusedProblem, message, { ground: refusal.refused }) : null;
}

export const juryResult = (name: string) => resultUnion(name, () => JurorType, JuryRefusedProblem);

@InputType({ description: 'Somebody who is to judge.' })
export class AppointJurorInput extends CommandInput {
  @Field(() => ID, { description: 'The competition.' })
  competitionId!: string;

  @MinLength(1)
  @MaxLength(200)
  @Field({
    description: 'Subject (`sub`) of the token that the juror signs in with; no name is kept.',
  })
  account!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The juror as an officer of some board, when the register knows them as one.',
  })
  officerId?: string | null;

  @Field(() => RegionCode, {
    nullable: true,
    description: 'The village or district that the juror lives or serves in.',
  })
  region?: string | null;

  @MinLength(2)
  @MaxLength(200)
  @Field({ description: 'Where the juror comes from, 2 to 200 characters.' })
  institution!: string;

  @Field(() => JurorRoleType, { description: 'What the juror is in the jury.' })
  role!: keyof typeof JurorRoleType;
}

@InputType()
abstract class SeenJurorInput extends SeenInput {
  @Field(() => ID, { description: 'The juror.' })
  id!: string;
}

@InputType({ description: 'Why a juror steps aside, and for whom.' })
export class DeclareConflictInput extends SeenJurorInput {
  @Field(() => ID, { description: 'The nomination that the juror will not judge.' })
  nominationId!: string;

  @Field(() => ConflictKindType, { description: 'Why.' })
  kind!: keyof typeof ConflictKindType;
}

@InputType({ description: 'Whom the organizer takes out, and why.' })
export class RecuseJurorInput extends SeenJurorInput {
  @Field(() => ID, {
    nullable: true,
    description: 'For this nomination only; without it the juror judges nobody any more.',
  })
  nominationId?: string | null;

  @Field(() => ConflictKindType, { description: 'Why.' })
  kind!: keyof typeof ConflictKindType;
}

@InputType({ description: 'The sheet that its juror gets back.' })
export class ReopenScoreSheetInput extends CommandInput {
  @Field(() => ID, { description: 'The juror whose sheet it is.' })
  jurorId!: string;

  @Field(() => ID, { description: 'The nomination that it judges.' })
  nominationId!: string;

  @Min(1)
  @Field(() => Int, { description: 'Place of the stage in the scheme, from 1.' })
  stage!: number;

  @Field(() => ReopenReasonType, { description: 'Why.' })
  reason!: keyof typeof ReopenReasonType;
}

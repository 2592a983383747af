import { encodeId, readId } from '@jejaring/chassis/graph/ids';
import { Matches } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Representative } from './representatives.rules.js';

@ObjectType('NominationRepresentative', {
  description: 'Somebody who takes part for a nominee (perwakilan).',
})
export class RepresentativeType {
  @Field({ description: 'Initials, such as `A. B.`' })
  initials!: string;

  @Field(() => ID, { nullable: true, description: '`ofr_…` of an officer of the board.' })
  officerId!: string | null;
}

@InputType({ description: 'Somebody who takes part for a nominee.' })
export class RepresentativeInput {
  @Matches(/^[A-Z]\.( [A-Z]\.){0,4}$/, { message: 'initials are as A. B., of one to five' })
  @Field({ description: 'Initials, such as `A. B.`: no names are kept here.' })
  initials!: string;

  @Field(() => ID, { nullable: true, description: '`ofr_…` of an officer of the board.' })
  officerId?: string | null;
}

export const readRepresentatives = (inputs: readonly RepresentativeInput[]): Representative[] =>
  inputs.map(({ initials, officerId }) => ({
    initials,
    officerId: officerId ? readId('ofr', 'officerId', officerId) : null,
  }));

export const toRepresentative = ({ initials, officerId }: Representative): RepresentativeType =>
  Object.assign(new RepresentativeType(), {
    initials,
    officerId: officerId === null ? null : encodeId('ofr', officerId),
  });

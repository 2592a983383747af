import { enumOf } from '@jejaring/chassis/graph/enums';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { MaxLength, MinLength } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import type { Decree } from './decree.rules.js';

export const CapacityType = enumOf(
  'Capacity',
  'In which capacity a post is held or a paper signed.',
  {
    DEFINITIVE: 'For good (definitif).',
    PLT: 'Acting while the post is vacant (Pelaksana Tugas, Plt).',
    PLH: 'Acting while the holder is away (Pelaksana Harian, Plh).',
    PJ: 'Caretaker of an office of head of government (Penjabat, Pj).',
  },
);

@ObjectType('Decree', {
  description: 'The paper that an act rests on (Surat Keputusan). It names a post, no person.',
})
export class DecreeType {
  @Field({ description: 'Its number, as printed.' })
  number!: string;

  @Field(() => CalendarDate, { description: 'Day on which it was issued.' })
  issuedOn!: string;

  @Field({ description: 'The post that signed it.' })
  signatoryPosition!: string;

  @Field(() => CapacityType, { description: 'In which capacity it was signed.' })
  signatoryCapacity!: keyof typeof CapacityType;
}

@InputType({ description: 'The paper that an act rests on.' })
export class DecreeInput {
  @MinLength(3)
  @MaxLength(100)
  @Field({ description: 'Its number, as printed, 3 to 100 characters.' })
  number!: string;

  @Field(() => CalendarDate, { description: 'Day on which it was issued.' })
  issuedOn!: string;

  @MinLength(3)
  @MaxLength(100)
  @Field({
    description: 'The post that signed it, such as "Wali Kota Banjar"; no name of a person.',
  })
  signatoryPosition!: string;

  @Field(() => CapacityType, {
    defaultValue: 'DEFINITIVE',
    description: 'In which capacity it was signed.',
  })
  signatoryCapacity: keyof typeof CapacityType = 'DEFINITIVE';
}

export const toDecree = (decree: Decree | null): DecreeType | null =>
  decree && Object.assign(new DecreeType(), decree);

/** The decree that was sent; absent is null from here on. */
export const readDecree = (input: DecreeInput): Decree => ({
  number: input.number,
  issuedOn: input.issuedOn,
  signatoryPosition: input.signatoryPosition,
  signatoryCapacity: input.signatoryCapacity,
});

import { readId } from '@jejaring/chassis/graph/ids';
import { CommandInput, SeenInput } from '@jejaring/chassis/graph/inputs';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import {
  ArrayMaxSize,
  ArrayMinSize,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { longestEndpoint } from '../webhook/endpoint.rules.js';
import { DeliveryModeType, SignatureType } from './subscription-words.js';
import { longestOverlapHours } from './subscription.rules.js';
import type { CreateSubscription, Seen } from './subscription.service.js';
import { typeFilter } from './type-filter.rules.js';

@InputType({ description: 'An endpoint to be sent events.' })
export class CreateEventSubscriptionInput extends CommandInput {
  @MinLength(2)
  @MaxLength(100)
  @Field({ description: 'What its office calls it, 2 to 100 characters.' })
  name!: string;

  @MaxLength(longestEndpoint)
  @Field({
    description:
      'URL by https, of a name or address of the public internet, port 443 or 8443, without password and fragment. It cannot be changed: subscribe anew.',
  })
  endpoint!: string;

  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @Matches(typeFilter, {
    each: true,
    message: 'types has kinds of events, as training.certificate.issued.v1, or training.*',
  })
  @Field(() => [String], {
    description: 'Kinds of events, each exactly or as `training.*`, `training.certificate.*`.',
  })
  types!: string[];

  @Field(() => RegionCode, {
    nullable: true,
    description: 'Events of this region alone; your whole region if absent.',
  })
  regionCode?: string | null;

  @Field(() => DeliveryModeType, {
    defaultValue: 'ORDERED',
    description: 'How events follow one another.',
  })
  mode!: keyof typeof DeliveryModeType;

  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @Field(() => [SignatureType], { defaultValue: ['V1'], description: 'How to sign.' })
  signatures!: (keyof typeof SignatureType)[];
}

@InputType({ description: 'A subscription as the caller saw it.' })
export class SeenEventSubscriptionInput extends SeenInput {
  @Field(() => ID, { description: 'The subscription, `sub_…`.' })
  id!: string;
}

@InputType({ description: 'New secrets for a subscription.' })
export class RotateEventSubscriptionSecretInput extends SeenEventSubscriptionInput {
  @Min(0)
  @Max(longestOverlapHours)
  @Field(() => Int, {
    defaultValue: 24,
    description:
      'How many hours the former secret signs beside the new one, 0 to 336: 0 where it leaked.',
  })
  overlapHours!: number;
}

export const readCreation = (input: CreateEventSubscriptionInput): CreateSubscription => ({
  name: input.name,
  endpoint: input.endpoint,
  types: input.types,
  regionCode: input.regionCode ?? null,
  mode: input.mode,
  signatures: input.signatures,
});

export const readSeen = ({ id, expectedVersion }: SeenEventSubscriptionInput): Seen => ({
  id: readId('sub', 'id', id),
  expectedVersion,
});

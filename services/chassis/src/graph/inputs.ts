import { Field, InputType, Int } from 'type-graphql';
import { IdempotencyKey } from './scalars.js';

/** What every command carries. */
@InputType()
export abstract class CommandInput {
  @Field(() => IdempotencyKey, { description: 'Made by the client, once per intended change.' })
  idempotencyKey!: string;
}

/** What every change of something that the caller has seen carries. */
@InputType()
export abstract class SeenInput extends CommandInput {
  @Field(() => Int, { description: 'The `version` that the caller saw.' })
  expectedVersion!: number;
}

import { encodeId } from '@jejaring/chassis/graph/ids';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('TrainingEvent', { description: 'A training, with what was handed over during it.' })
export class TrainingEventType {
  uuid!: string;

  @Field(() => ID, { description: '`trn_…`' })
  id!: string;
}

export const toTrainingEventType = (uuid: string): TrainingEventType =>
  Object.assign(new TrainingEventType(), { uuid, id: encodeId('trn', uuid) });

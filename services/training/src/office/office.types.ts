import { encodeId } from '@jejaring/chassis/graph/ids';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Office', { description: 'An office of the administration, such as a Dinas Sosial.' })
export class OfficeRef {
  @Field(() => ID, { description: '`ofc_…`' })
  id!: string;
}

export const officeRef = (id: string): OfficeRef =>
  Object.assign(new OfficeRef(), { id: encodeId('ofc', id) });

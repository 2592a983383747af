import { encodeId } from '@jejaring/chassis/graph/ids';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Organization', {
  description: 'An organization of the register; what competitions add to it.',
})
export class OrganizationType {
  uuid!: string;

  @Field(() => ID, { description: '`org_…`' })
  id!: string;
}

export const organizationOf = (uuid: string): OrganizationType =>
  Object.assign(new OrganizationType(), { uuid, id: encodeId('org', uuid) });

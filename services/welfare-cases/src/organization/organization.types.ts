import { encodeId } from '@jejaring/chassis/graph/ids';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType('Organization', { description: 'An organization of the register.' })
export class OrganizationRef {
  @Field(() => ID, { description: '`org_…`' })
  id!: string;
}

export const organizationRef = (id: string | null): OrganizationRef | null =>
  id === null ? null : Object.assign(new OrganizationRef(), { id: encodeId('org', id) });

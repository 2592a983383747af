import { encodeId } from '@jejaring/chassis/graph/ids';
import { connectionOf } from '@jejaring/chassis/graph/page';
import { CalendarDate } from '@jejaring/chassis/graph/scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { OrganizationType, organizationOf } from '../organization/organization.types.js';
import type { Award } from './award.entity.js';

type Ref<T> = T;

@Directive('@key(fields: "id")')
@ObjectType('Award', { description: 'What an organization won in a competition (penghargaan).' })
export class AwardType {
  row!: Award;

  @Field(() => ID, { description: '`awd_…`' })
  id!: string;

  @Field(() => Int, {
    description: 'Place (juara); equal places share a number and the next is skipped: 1, 2, 2, 4.',
  })
  rank!: number;

  @Field(() => Int, { description: 'Year of the competition.' })
  year!: number;

  @Field(() => CalendarDate, { description: 'When it was announced.' })
  grantedOn!: string;

  @Field(() => OrganizationType, { nullable: true, description: 'Who won.' })
  organization!: Ref<OrganizationType> | null;
}

export const AwardConnection = connectionOf('Award', () => AwardType);

export function toAwardType(row: Award): AwardType {
  const { id, rank, year, grantedOn, organizationId } = row;
  return Object.assign(new AwardType(), {
    row,
    id: encodeId('awd', id),
    rank,
    year,
    grantedOn,
    organization: organizationOf(organizationId),
  });
}

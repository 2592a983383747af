import { grouped } from '@jejaring/chassis/graph/batch';
import type { GraphContext } from '@jejaring/chassis/graph/context';
import { In } from 'typeorm';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Cached } from '@jejaring/trust/rights/cached';
import { Award } from '../award/award.entity.js';
import { AwardType, ofAward, toAwardType } from '../award/award.types.js';
import { OrganizationType } from './organization.types.js';

const mostShown = 100;

@Resolver(() => OrganizationType)
export class OrganizationResolver {
  @Cached({ until: ofAward.untilOwn })
  @FieldResolver(() => [AwardType], {
    nullable: true,
    description: `What it won, newest first; the newest ${mostShown}.`,
  })
  async awards(
    @Root() { uuid }: OrganizationType,
    @Ctx() context: GraphContext,
  ): Promise<AwardType[]> {
    const loader = context.loader<string, Award[]>('awardsOfOrganization', async (work, keys) => {
      const order = { grantedOn: 'DESC', id: 'DESC' } as const;
      const rows = await work.list(Award, { organizationId: In([...keys]) }, order);
      return grouped(rows, keys, ({ organizationId }) => organizationId);
    });
    return (await loader.load(uuid)).slice(0, mostShown).map(toAwardType);
  }
}

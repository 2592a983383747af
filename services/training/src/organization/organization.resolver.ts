import { inOrder } from '@jejaring/chassis/graph/batch';
import type { GraphContext } from '@jejaring/chassis/graph/context';
import { storedId } from '@jejaring/chassis/graph/ids';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { OrganizationTraining, OrganizationType } from './organization.types.js';

interface Learnt {
  id: string;
  certificates: number;
  trainingEvents: number;
}

/** What several organizations have learnt, in one statement. */
function learntBy(context: GraphContext, id: string): Promise<Learnt | null> {
  const loader = context.loader<string, Learnt | null>(
    'organizationTraining',
    async (work, ids) => {
      const rows = await work.sql<Learnt>(
        `select organization_id as id, sum(certificates)::integer as certificates,
         sum(training_events)::integer as "trainingEvents"
       from training_record where organization_id = any ($1::uuid[]) group by organization_id`,
        [ids],
      );
      return inOrder(rows, ids, (row) => row.id);
    },
  );
  return loader.load(id);
}

@Resolver(() => OrganizationType)
export class OrganizationResolver {
  @FieldResolver(() => OrganizationTraining, {
    nullable: true,
    description: 'What its people have learnt, as numbers.',
  })
  async training(
    @Root() organization: OrganizationType,
    @Ctx() context: GraphContext,
  ): Promise<OrganizationTraining> {
    const organizationId = storedId('org', organization.id);
    const { certificates = 0, trainingEvents = 0 } =
      (await learntBy(context, organizationId)) ?? {};
    const numbers = { certificates, trainingEvents };
    return Object.assign(new OrganizationTraining(), { organizationId, ...numbers });
  }
}

import { loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { mayMeasure } from '../network/network.rules.js';
import { OrganizationRef } from '../organization/organization.types.js';
import type { Counted } from './handled.types.js';
import { HandledCases, toHandledCases } from './handled.types.js';

type Row = Counted & { id: string };

/** What several organizations brought to an end, in one statement. */
function countedOf(context: GraphContext, organizationId: string): Promise<Counted[]> {
  const loader = context.loader<string, Counted[]>('handled cases', async (work, ids) => {
    const rows = await work.sql<Row>(
      `select organization_id as id, month, outcome, cases as count from handled_case_count
       where organization_id = any ($1::uuid[]) order by month desc, outcome`,
      [ids],
    );
    return ids.map((id) => rows.filter((row) => row.id === id).map(({ id: _of, ...line }) => line));
  });
  return loader.load(organizationId);
}

@Resolver(() => OrganizationRef)
export class HandledCasesResolver {
  @FieldResolver(() => HandledCases, {
    nullable: true,
    description:
      'Cases that it handled to their end (kasus tertangani), as numbers; null for an organization that welfare work knows nothing of.',
  })
  async handledCases(
    @Root() organization: OrganizationRef,
    @Arg('year', () => Int, { nullable: true, description: 'Only cases closed in this year.' })
    year: number | null | undefined,
    @Ctx() context: GraphContext,
  ): Promise<HandledCases | null> {
    const id = decodeId('org', organization.id);
    const copy = id && (await loadBy(context, OrganizationCopy, 'id', id));
    if (!copy) return null;
    if (!mayMeasure(copy, context.caller)) return toHandledCases(null);
    const counted = await countedOf(context, copy.id);
    return toHandledCases(
      counted.filter(({ month }) => year == null || month.startsWith(`${year}-`)),
    );
  }
}

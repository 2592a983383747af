import { loadBy } from '@jejaring/chassis/graph/batch';
import { GraphContext } from '@jejaring/chassis/graph/context';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { accountOf } from '@jejaring/chassis/work/standing';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Office } from '../office/office.entity.js';
import { OfficeType, toOfficeType } from '../office/office.types.js';
import { Organization } from '../organization/organization.entity.js';
import { OrganizationType, toOrganizationType } from '../organization/organization.types.js';
import { Region } from '../region/region.entity.js';
import { RegionType, toRegionType } from '../region/region.types.js';
import { RoleType, ViewerStandingType } from './appointment-words.js';

@ObjectType('Viewer', {
  description: 'Who asks, as the register lets them stand now: what a frontend shows as "you are".',
})
export class ViewerType {
  stands!: Caller;

  @Field(() => RoleType, { description: 'The role that the caller counts as right now.' })
  role!: keyof typeof RoleType;

  @Field(() => RoleType, { description: 'The role that the token claims.' })
  claimedRole!: keyof typeof RoleType;

  @Field(() => ViewerStandingType, { description: 'On what the role rests.' })
  standing!: keyof typeof ViewerStandingType;

  @Field({ description: 'Whether the role is for the whole nation.' })
  nationwide!: boolean;
}

async function isKnown(work: Work, subject: string): Promise<boolean> {
  const [found] = await work.sql<{ known: boolean }>(
    'select exists (select from standing where account = $1) as known',
    [accountOf(subject)],
  );
  return found!.known;
}

async function standingOf(work: Work, claimed: Caller): Promise<keyof typeof ViewerStandingType> {
  if (claimed.role === 'PUBLIC') return 'ANONYMOUS';
  if (work.caller.role !== claimed.role) return 'NOT_APPOINTED';
  return (await isKnown(work, claimed.id)) ? 'APPOINTED' : 'ISSUER';
}

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { nullable: true, description: 'Who asks, as they stand now.' })
  async viewer(@Ctx() context: GraphContext): Promise<ViewerType> {
    // Reading tells the context how the caller stands; what was claimed is kept before.
    const claimed = context.caller;
    const work = await context.read();
    const { caller: stands } = work;
    return Object.assign(new ViewerType(), {
      stands,
      role: stands.role as ViewerType['role'],
      claimedRole: claimed.role as ViewerType['role'],
      standing: await standingOf(work, claimed),
      nationwide: stands.region === '',
    });
  }

  @FieldResolver(() => RegionType, {
    nullable: true,
    description: 'The region that the role is for; null for the nation, and for none.',
  })
  async region(@Root() { stands }: ViewerType, @Ctx() context: GraphContext) {
    const region = stands.region && (await loadBy(context, Region, 'code', stands.region));
    return region ? toRegionType(region) : null;
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'The organization acted for.',
  })
  async organization(@Root() { stands }: ViewerType, @Ctx() context: GraphContext) {
    const id = stands.organizationId;
    const found = id && (await loadBy(context, Organization, 'id', id));
    return found ? toOrganizationType(found) : null;
  }

  @FieldResolver(() => OfficeType, { nullable: true, description: 'The office acted for.' })
  async office(@Root() { stands }: ViewerType, @Ctx() context: GraphContext) {
    const found = stands.officeId && (await loadBy(context, Office, 'id', stands.officeId));
    return found ? toOfficeType(found) : null;
  }
}

import { Access } from '@jejaring/chassis/graph/access';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { fault } from '@jejaring/chassis/graph/faults';
import { PageArgs } from '@jejaring/chassis/graph/page';
import type { SubgraphDefinition } from '@jejaring/chassis/graph/subgraph';
import { fieldOf } from '@jejaring/chassis/graph/subgraph';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { ClassType } from 'type-graphql';
import {
  Arg,
  Args,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { watchers } from './audit-policies.rules.js';
import { findSeal } from './chain-reader.js';
import type { SealStore } from './seal-store.js';
import type { Trail } from './trail.service.js';
import { listEntries } from './trail.service.js';
import { AuditEntryConnection, AuditVerificationType, damageText } from './trail.types.js';
import { verifyChain } from './verification.service.js';

/** Roles of people whom the register keeps as persons: they may ask who looked at them. */
const persons = ['KT_OFFICER', 'KT_MEMBER'] as const;
const mostSeals = 500;

/** A service whose trail the graph shows. */
interface Shown {
  service: string;
  readonly seals: SealStore;
}

/** Whoever looks into a trail leaves an entry in it. */
function noteLook(context: GraphContext, subject: string, coordinate: string): void {
  context.noteRead({ id: subject, region: context.caller.region }, 'internal', coordinate);
}

const isWatcher = ({ caller }: GraphContext) =>
  (watchers as readonly string[]).includes(caller.role);

const asSystem = <Result>(
  { database, deadline, caller }: GraphContext,
  purpose: string,
  act: (work: Work) => Promise<Result>,
) =>
  database.inWork(
    {
      caller: { ...systemCaller(purpose), requestId: caller.requestId },
      readOnly: true,
      deadline,
    },
    act,
  );

/** The entities that all services add to; each schema has classes of its own. */
function makeTypes() {
  @Directive('@key(fields: "entity")')
  @ObjectType('AuditTrail', {
    description: 'Everything that was done or read of one thing (jejak audit), by service.',
  })
  class AuditTrail {
    @Field(() => ID, { description: 'Id of the thing.' })
    entity!: string;
  }

  @Directive('@key(fields: "person own")')
  @ObjectType('AccessLog', {
    description:
      'Who was told something of a person or touched it (UU PDP 27/2022, article 7), by service.',
  })
  class AccessLog {
    @Field(() => ID, { description: 'Id of the person.' })
    person!: string;

    @Field({ description: 'Whether the person is the caller.' })
    own!: boolean;
  }

  @Directive('@key(fields: "lastSeals")')
  @ObjectType('AuditChains', { description: 'The sealed chains of all services.' })
  class AuditChains {
    @Field(() => Int, { description: 'How many of the last seals are verified.' })
    lastSeals!: number;
  }
  return { AuditTrail, AccessLog, AuditChains };
}

type Types = ReturnType<typeof makeTypes>;
type TrailRoot = InstanceType<Types['AuditTrail']>;
type LogRoot = InstanceType<Types['AccessLog']>;
type ChainsRoot = InstanceType<Types['AuditChains']>;

function trailFields({ AuditTrail, AccessLog }: Types, { service }: Shown): ClassType[] {
  const name = fieldOf(service);

  @Resolver(() => AuditTrail)
  class TrailField {
    @Directive('@classified(as: "internal")')
    @Access(...watchers)
    @FieldResolver(() => AuditEntryConnection, {
      name,
      nullable: true,
      description: `What ${service} entered about it, in regions of the caller; the newest first.`,
    })
    async entries(
      @Root() { entity }: TrailRoot,
      @Args() page: PageArgs,
      @Ctx() context: GraphContext,
    ): Promise<AuditEntryConnection> {
      const entries = await listEntries(
        await context.read(),
        { subject: entity, accessOnly: false },
        page,
      );
      noteLook(context, entity, `AuditTrail.${name}`);
      return entries;
    }
  }

  @Resolver(() => AccessLog)
  class LogField {
    @Directive('@classified(as: "internal")')
    @Access(...watchers, ...persons)
    @FieldResolver(() => AuditEntryConnection, {
      name,
      nullable: true,
      description: `Who was told something of the person by ${service}; the newest first.`,
    })
    async entries(
      @Root() { person, own }: LogRoot,
      @Args() page: PageArgs,
      @Ctx() context: GraphContext,
    ): Promise<AuditEntryConnection> {
      const entries = await readLog(context, { subject: person, accessOnly: true }, own, page);
      noteLook(context, person, `AccessLog.${name}`);
      return entries;
    }
  }
  return [TrailField, LogField];
}

/** A person sees all of their own log; the others what lies in their regions. */
async function readLog(context: GraphContext, trail: Trail, own: boolean, page: PageArgs) {
  if (!own) return listEntries(await context.read(), trail, page);
  return asSystem(context, 'own-access-log', async (work) => {
    const entries = await listEntries(work, trail, page);
    const total = await entries.totalCount();
    return Object.assign(entries, { counted: async () => total });
  });
}

function chainField({ AuditChains }: Types, shown: Shown): ClassType {
  @Resolver(() => AuditChains)
  class ChainField {
    @Access(...watchers)
    @FieldResolver(() => AuditVerificationType, {
      name: fieldOf(shown.service),
      nullable: true,
      description: `The chain of ${shown.service}, held against its rows, signatures and second store.`,
    })
    verification(
      @Root() { lastSeals }: ChainsRoot,
      @Ctx() context: GraphContext,
    ): Promise<AuditVerificationType> {
      return verifyLast(context, shown, lastSeals);
    }
  }
  return ChainField;
}

async function verifyLast(
  context: GraphContext,
  { service, seals: store }: Shown,
  lastSeals: number,
) {
  // Reading tells how the caller stands: a role that was taken back verifies nothing.
  await context.read();
  if (!isWatcher(context)) throw fault('FORBIDDEN', 'Only auditors verify chains.');
  return asSystem(context, 'verify-audit', async (work) => {
    const last = await findSeal(work, service);
    const fromSeal = Math.max(1, (last?.number ?? 0) - lastSeals + 1);
    const { finding, seals, entries, end } = await verifyChain(work, { service, store, fromSeal });
    return Object.assign(new AuditVerificationType(), {
      intact: finding === null,
      seals,
      entries,
      sealedUntil: end.number === 0 ? null : new Date(end.sealedAt),
      damage: finding?.damage ?? null,
      entryId: finding?.entryId ?? null,
      seal: finding?.seal ?? null,
      message: finding && damageText(finding.damage, finding.says),
    });
  });
}

/** Whether the caller is the person of an id. */
export type IsOwn = (context: GraphContext, person: string) => Promise<boolean>;

/** The fields by which one asks for a trail; one service has them for all. */
function rootFields({ AuditTrail, AccessLog, AuditChains }: Types, isOwn: IsOwn): ClassType {
  @Resolver()
  class AuditRoots {
    @Access(...watchers)
    @Query(() => AuditTrail, {
      nullable: true,
      description:
        'Everything that was done or read of one thing, a second after it happened. Looking is entered, too.',
    })
    auditTrail(@Arg('entity', () => ID, { description: 'Its id.' }) entity: string) {
      return Object.assign(new AuditTrail(), { entity });
    }

    @Access(...watchers, ...persons)
    @Query(() => AccessLog, {
      nullable: true,
      description:
        'Who was told something of a person: for the person themselves, auditors and data protection officers. Looking is entered, too.',
    })
    async accessLog(
      @Arg('person', () => ID, { description: 'Id of the person.' }) person: string,
      @Ctx() context: GraphContext,
    ) {
      const own = await isOwn(context, person);
      return own || isWatcher(context) ? Object.assign(new AccessLog(), { person, own }) : null;
    }

    @Access(...watchers)
    @Query(() => AuditChains, {
      nullable: true,
      description:
        'Verifies the ends of the chains now; all of them from the first seal: `npm run audit:verify`.',
    })
    verifyAuditChain(
      @Arg('lastSeals', () => Int, {
        defaultValue: 100,
        description: `How many of the last seals, 1 to ${mostSeals}.`,
      })
      asked: number,
    ) {
      const lastSeals = Math.min(Math.max(asked, 1), mostSeals);
      return Object.assign(new AuditChains(), { lastSeals });
    }
  }
  return AuditRoots;
}

/** What a service adds to its graph so that its audit is seen there; `isOwn` where the roots are. */
export function auditGraph(
  shown: Shown,
  isOwn: IsOwn | null,
): Required<Omit<SubgraphDefinition, 'resolvers'>> & { resolvers: ClassType[] } {
  const types = makeTypes();
  const { AuditTrail, AccessLog, AuditChains } = types;
  return {
    resolvers: [
      ...trailFields(types, shown),
      chainField(types, shown),
      ...(isOwn ? [rootFields(types, isOwn)] : []),
    ],
    types: [AuditTrail, AccessLog, AuditChains],
    references: {
      AuditTrail: ({ entity }) => Object.assign(new AuditTrail(), { entity: String(entity) }),
      AccessLog: ({ person, own }) =>
        Object.assign(new AccessLog(), { person: String(person), own: own === true }),
      AuditChains: ({ lastSeals }) =>
        Object.assign(new AuditChains(), { lastSeals: Number(lastSeals) }),
    },
  };
}

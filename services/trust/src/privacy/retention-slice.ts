import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { LocalizedText, resultUnion } from '@jejaring/chassis/graph/problems';
import { RegionCode } from '@jejaring/chassis/graph/scalars';
import { covers, regionRange, systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { ClassType } from 'type-graphql';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { PersonKind } from './person-kind.js';
import { RetentionPeriod } from './retention.entity.js';
import { countDue, monthsOf, setRetentionPeriod } from './retention.service.js';
import {
  RetentionPeriodType,
  RetentionPreviewType,
  SetRetentionPeriodInput,
} from './retention.types.js';

const officer = 'DATA_PROTECTION_OFFICER';

async function preview(
  work: Work,
  kind: PersonKind,
  asked: { asOf: Date; region: string },
): Promise<RetentionPreviewType> {
  const { name, starts, source } = kind.retention;
  const { asOf, region } = asked;
  const set = await work.find(RetentionPeriod, { rule: name });
  return Object.assign(new RetentionPreviewType(), {
    rule: name,
    source,
    asOf,
    starts: Object.assign(new LocalizedText(), starts),
    months: await monthsOf(work, kind.retention),
    periodVersion: set?.version ?? null,
    due: await countDue(work, kind, { asOf, range: regionRange(region) }),
  });
}

function toPeriodType({ rule, months, version }: RetentionPeriod): RetentionPeriodType {
  return Object.assign(new RetentionPeriodType(), { rule, months, version });
}

/** What a service adds to its graph so that the officer sees and sets how long persons are kept. */
export function retentionResolvers(subject: string, kinds: readonly PersonKind[]): ClassType[] {
  const setName = `set${subject}RetentionPeriod`;
  const SetResult = resultUnion(
    `${setName[0]!.toUpperCase()}${setName.slice(1)}Result`,
    () => RetentionPeriodType,
  );
  const command = commandsOf({ entity: RetentionPeriod, toType: toPeriodType });

  @Resolver()
  class Retention {
    @Access(officer)
    @Query(() => [RetentionPreviewType], {
      nullable: true,
      name: `${subject[0]!.toLowerCase()}${subject.slice(1)}RetentionPreview`,
      description: 'Who is to be erased because their time is over: counts, for each rule.',
    })
    async preview(
      @Arg('asOf', () => Date, {
        nullable: true,
        description: 'The moment; now, when left out. Erased is by the clock of the service alone.',
      })
      asOf: Date | undefined,
      @Arg('region', () => RegionCode, {
        nullable: true,
        description: 'The region; all that the caller covers, when left out.',
      })
      region: string | undefined,
      @Ctx() context: GraphContext,
    ): Promise<RetentionPreviewType[]> {
      const { now, caller } = await context.read();
      if (caller.role !== officer || caller.region === null) return [];
      const asked = { asOf: asOf ?? now, region: region ?? caller.region };
      if (!covers(caller.region, asked.region)) return [];
      // Who they are the officer may not see; how many, is counted by the service.
      const options = { caller: systemCaller('retention-preview'), readOnly: true };
      return context.database.inWork(options, async (work) => {
        const previews: RetentionPreviewType[] = [];
        for (const kind of kinds) previews.push(await preview(work, kind, asked));
        return previews;
      });
    }

    @Access(officer)
    @Mutation(() => SetResult, {
      name: setName,
      description: 'Sets how long a kind of person is kept; by the officer of the nation.',
    })
    set(@Arg('input') input: SetRetentionPeriodInput, @Ctx() context: GraphContext) {
      const { rule, months, expectedVersion = null } = input;
      return command(context, setName, input, (work) =>
        setRetentionPeriod(work, kinds, { rule, months, expectedVersion }),
      );
    }
  }
  return [Retention];
}

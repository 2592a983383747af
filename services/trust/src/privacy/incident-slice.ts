import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { decodeId, encodeId, readId } from '@jejaring/chassis/graph/ids';
import { connectionOf, listPage, PageArgs } from '@jejaring/chassis/graph/page';
import { LocalizedText, resultUnion } from '@jejaring/chassis/graph/problems';
import type { ClassType } from 'type-graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { DataIncident, IncidentPerson } from './incident.entity.js';
import type { IncidentCommand } from './incident.rules.js';
import { commandsFor, isOverdue } from './incident.rules.js';
import type { IncidentsOf } from './incident.service.js';
import {
  assessIncident,
  closeIncident,
  notifyIncident,
  reportIncident,
} from './incident.service.js';
import {
  AffectedPersonType,
  AssessDataIncidentInput,
  CloseDataIncidentInput,
  DataIncidentCommandType,
  DataIncidentNotices,
  DataIncidentRefusedProblem,
  DataIncidentStatusType,
  DataIncidentType,
  NotifyDataIncidentInput,
  ReportDataIncidentInput,
  toIncidentProblem,
  toIncidentType,
} from './incident.types.js';
import { draftNotices } from './notice.rules.js';

const officer = 'DATA_PROTECTION_OFFICER';

const inBoth = (words: { en: string; id: string }) => Object.assign(new LocalizedText(), words);

@Resolver(() => DataIncidentType)
class IncidentFields {
  @FieldResolver(() => Boolean, { description: 'Whether its time passed without a notice.' })
  async overdue(@Root() { row }: DataIncidentType, @Ctx() context: GraphContext) {
    return isOverdue(row, (await context.read()).now);
  }

  @FieldResolver(() => DataIncidentNotices, {
    description: 'Drafts of what is to be written, from what was found so far.',
  })
  notices(@Root() { row }: DataIncidentType): DataIncidentNotices {
    const { toPersons, toAuthority } = draftNotices(row);
    return Object.assign(new DataIncidentNotices(), {
      toPersons: inBoth(toPersons),
      toAuthority: inBoth(toAuthority),
    });
  }

  @FieldResolver(() => [DataIncidentCommandType], { description: 'What the caller may do now.' })
  viewerCan(@Root() { row }: DataIncidentType, @Ctx() { caller }: GraphContext): IncidentCommand[] {
    return commandsFor(row, caller);
  }
}

const seenOf = (input: { id: string; expectedVersion: number }) => ({
  id: readId('din', 'id', input.id),
  expectedVersion: input.expectedVersion,
});

const command = commandsOf({
  entity: DataIncident,
  toType: toIncidentType,
  toProblem: toIncidentProblem,
  fieldClasses: ['personal'],
});

function namesOf(subject: string) {
  const name = (verb: string) => `${verb}${subject}DataIncident`;
  const result = (verb: string) =>
    resultUnion(
      `${verb[0]!.toUpperCase()}${name(verb).slice(1)}Result`,
      () => DataIncidentType,
      DataIncidentRefusedProblem,
    );
  return { name, result };
}

function incidentCommands(subject: string, service: IncidentsOf): ClassType {
  const { name, result } = namesOf(subject);
  const ReportResult = result('report');
  const AssessResult = result('assess');

  @Resolver()
  class IncidentCommands {
    @Access(officer)
    @Mutation(() => ReportResult, {
      name: name('report'),
      description: 'Enters a failure of protection; the clock runs from its discovery.',
    })
    report(@Arg('input') input: ReportDataIncidentInput, @Ctx() context: GraphContext) {
      const { regionCode, kind, from, to, discoveredAt, account = null } = input;
      return command(context, name('report'), input, (work) =>
        reportIncident(work, service, {
          regionCode,
          kind,
          from,
          to,
          account,
          discoveredAt: discoveredAt ?? work.now,
        }),
      );
    }

    @Access(officer)
    @Mutation(() => AssessResult, {
      name: name('assess'),
      description: 'Finds in the access log whom it touched, and notes what was done about it.',
    })
    assess(@Arg('input') input: AssessDataIncidentInput, @Ctx() context: GraphContext) {
      const { handling } = input;
      return command(context, name('assess'), input, (work) =>
        assessIncident(work, service, { ...seenOf(input), handling }),
      );
    }
  }
  return IncidentCommands;
}

function incidentEnds(subject: string, service: IncidentsOf): ClassType {
  const { name, result } = namesOf(subject);
  const NotifyResult = result('notify');
  const CloseResult = result('close');

  @Resolver()
  class IncidentEnds {
    @Access(officer)
    @Mutation(() => NotifyResult, {
      name: name('notify'),
      description: 'Notes that persons and authority were told in writing.',
    })
    notify(@Arg('input') input: NotifyDataIncidentInput, @Ctx() context: GraphContext) {
      return command(context, name('notify'), input, (work) =>
        notifyIncident(work, service, seenOf(input)),
      );
    }

    @Access(officer)
    @Mutation(() => CloseResult, {
      name: name('close'),
      description: 'Closes an incident of which everybody was told.',
    })
    close(@Arg('input') input: CloseDataIncidentInput, @Ctx() context: GraphContext) {
      return command(context, name('close'), input, (work) => closeIncident(work, seenOf(input)));
    }
  }
  return IncidentEnds;
}

function incidentLists(subject: string, { kinds }: IncidentsOf): ClassType {
  const Connection = connectionOf(`${subject}DataIncident`, () => DataIncidentType);
  const Persons = connectionOf(`Affected${subject}`, () => AffectedPersonType);
  const listName = `${subject[0]!.toLowerCase()}${subject.slice(1)}DataIncidents`;

  const toPerson = ({ subjectTable, subjectId, regionCode }: IncidentPerson) => {
    const { prefix } = kinds.find(({ table }) => table === subjectTable)!;
    const id = encodeId(prefix, subjectId);
    return Object.assign(new AffectedPersonType(), { subjectId: id, regionCode });
  };

  @Resolver()
  class IncidentLists {
    @Access(officer)
    @Query(() => Connection, {
      nullable: true,
      name: listName,
      description: 'Failures of protection in the region of the caller, the soonest due first.',
    })
    async incidents(
      @Arg('status', () => DataIncidentStatusType, {
        nullable: true,
        description: 'Only those that are so far.',
      })
      status: keyof typeof DataIncidentStatusType | undefined,
      @Args() page: PageArgs,
      @Ctx() context: GraphContext,
    ) {
      const query = (await context.read()).select(DataIncident, 'i');
      if (status) query.where('i.status = :status', { status });
      return listPage({ query, order: ['dueAt', 'id'], toNode: toIncidentType }, page);
    }

    @Access(officer)
    @Query(() => Persons, {
      nullable: true,
      name: `${listName.slice(0, -1)}Persons`,
      description: 'Whom an incident touched, of those in the region of the caller.',
    })
    async persons(
      @Arg('incident', () => ID, { description: '`din_…`' }) incident: string,
      @Args() page: PageArgs,
      @Ctx() context: GraphContext,
    ) {
      const incidentId = decodeId('din', incident);
      if (incidentId === null) return null;
      const query = (await context.read())
        .select(IncidentPerson, 'p')
        .where('p.incidentId = :incidentId', { incidentId });
      return listPage({ query, order: ['subjectId', 'subjectTable'], toNode: toPerson }, page);
    }
  }
  return IncidentLists;
}

/**
 * What a service adds to its graph so that failures of protection are told in time: mutations and
 * lists named after `subject`, such as `reportOfficerDataIncident` and `officerDataIncidents`.
 */
export const incidentResolvers = (subject: string, service: IncidentsOf): ClassType[] => [
  IncidentFields,
  incidentCommands(subject, service),
  incidentEnds(subject, service),
  incidentLists(subject, service),
];

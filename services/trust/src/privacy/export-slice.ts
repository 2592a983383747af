import { Access } from '@jejaring/chassis/graph/access';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { resultUnion } from '@jejaring/chassis/graph/problems';
import type { ClassType } from 'type-graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { printPersonData } from './export-pdf.js';
import { tellPerson } from './export.service.js';
import { ExportPersonDataInput, PersonDataExport } from './export.types.js';
import { requestCommand, seenOf } from './privacy-request-slice.js';
import type { PrivacyOf } from './privacy-request.service.js';
import { markExported } from './privacy-request.service.js';
import { PrivacyRequestRefusedProblem, PrivacyRequestType } from './privacy-request.types.js';

/**
 * What a service adds to its graph so that persons get what is held of them. It is in the answer
 * itself: a file with a link would be one more copy that somebody has to forget.
 */
export function exportResolvers(subject: string, privacy: PrivacyOf): ClassType[] {
  const name = `export${subject}Data`;
  const command = requestCommand(privacy);
  const Result = resultUnion(
    `${name[0]!.toUpperCase()}${name.slice(1)}Result`,
    () => PersonDataExport,
    PrivacyRequestRefusedProblem,
  );

  @Resolver()
  class Exports {
    @Access('DATA_PROTECTION_OFFICER')
    @Mutation(() => Result, {
      name,
      description: 'Gives out what is held of a person, for a request of access or of a copy.',
    })
    async export(@Arg('input') input: ExportPersonDataInput, @Ctx() context: GraphContext) {
      const outcome = await command(context, name, input, (work) =>
        markExported(work, seenOf(input)),
      );
      if (!(outcome instanceof PrivacyRequestType)) return outcome;
      const { row } = outcome;
      const kind = privacy.kinds.find(({ table }) => table === row.subjectTable)!;
      const { caller, deadline } = context;
      const told = await context.database.inWork({ caller, deadline, readOnly: false }, (work) =>
        tellPerson(work, kind, row),
      );
      return Object.assign(new PersonDataExport(), {
        request: outcome,
        json: JSON.stringify(told, null, 2),
        pdf: (await printPersonData(told)).toString('base64'),
      });
    }
  }
  return [Exports];
}

import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Organization } from '../organization/organization.entity.js';
import { seenOrganization, toOrganizationType } from '../organization/organization.types.js';
import { permitRecorders } from './permit.rules.js';
import {
  RecordAccreditationInput,
  RecordAccreditationResult,
  RecordOperatingPermitInput,
  RecordOperatingPermitResult,
  toPermitProblem,
} from './permit.types.js';
import { recordAccreditation, recordOperatingPermit } from './welfare-resource.service.js';

const command = commandsOf({
  entity: Organization,
  toType: toOrganizationType,
  toProblem: toPermitProblem,
});

@Resolver()
export class PermitCommandsResolver {
  @Access(...permitRecorders)
  @Mutation(() => RecordOperatingPermitResult, {
    description: 'Records a permit that an institution was given.',
  })
  recordOperatingPermit(
    @Arg('input') input: RecordOperatingPermitInput,
    @Ctx() context: GraphContext,
  ) {
    const facts = { ...input, ...seenOrganization(input) };
    return command(context, 'recordOperatingPermit', input, (work) =>
      recordOperatingPermit(work, facts),
    );
  }

  @Access(...permitRecorders)
  @Mutation(() => RecordAccreditationResult, {
    description: 'Records the grade that an institution was given.',
  })
  recordAccreditation(@Arg('input') input: RecordAccreditationInput, @Ctx() context: GraphContext) {
    const facts = { ...input, ...seenOrganization(input) };
    return command(context, 'recordAccreditation', input, (work) =>
      recordAccreditation(work, facts),
    );
  }
}

import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { countNumber } from '@jejaring/trust/keys/budget';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AmendOfficerInput, readPositions, RegisterOfficerInput } from './officer-inputs.types.js';
import { Officer } from './officer.entity.js';
import { officerKeepers } from './officer.rules.js';
import { amendOfficer, registerOfficer } from './officer.service.js';
import {
  AmendOfficerResult,
  RegisterOfficerResult,
  toOfficerProblem,
  toOfficerType,
} from './officer.types.js';

const command = commandsOf({
  entity: Officer,
  toType: toOfficerType,
  toProblem: toOfficerProblem,
  fieldClasses: ['personal'],
});

@Resolver()
export class OfficerCommandsResolver {
  @Access(...officerKeepers)
  @Mutation(() => RegisterOfficerResult, {
    description: 'Registers a person who may then be given a seat on a board.',
  })
  async registerOfficer(@Arg('input') input: RegisterOfficerInput, @Ctx() context: GraphContext) {
    const { name, birthDate, sex, nik = null, accountSubject = null } = input;
    const facts = {
      name,
      birthDate,
      sex,
      nik,
      accountSubject,
      organizationId: readId('org', 'organizationId', input.organizationId),
      residenceRegionCode: input.residenceRegion,
      officialPositions: readPositions(input.officialPositions),
    };
    const spent = await countNumber(context, nik);
    return (
      spent ?? command(context, 'registerOfficer', input, (work) => registerOfficer(work, facts))
    );
  }

  @Access(...officerKeepers)
  @Mutation(() => AmendOfficerResult, {
    description: 'Corrects what was said of an officer, or links an account.',
  })
  async amendOfficer(@Arg('input') input: AmendOfficerInput, @Ctx() context: GraphContext) {
    const { officialPositions, accountSubject, expectedVersion, residenceRegion } = input;
    const facts = {
      expectedVersion,
      id: readId('ofr', 'id', input.id),
      ...(input.name ? { name: input.name } : {}),
      ...(input.birthDate ? { birthDate: input.birthDate } : {}),
      ...(input.sex ? { sex: input.sex } : {}),
      ...(input.nik ? { nik: input.nik } : {}),
      ...(residenceRegion ? { residenceRegionCode: residenceRegion } : {}),
      ...(officialPositions ? { officialPositions: readPositions(officialPositions) } : {}),
      ...(typeof accountSubject === 'string' ? { accountSubject } : {}),
    };
    const spent = await countNumber(context, input.nik);
    return spent ?? command(context, 'amendOfficer', input, (work) => amendOfficer(work, facts));
  }
}

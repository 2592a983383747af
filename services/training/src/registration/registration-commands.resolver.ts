import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { organizerRoles } from '../training-event/training-event.rules.js';
import { confirmAttendance } from './attendance.service.js';
import { registrationResult, toRegistrationProblem } from './registration-problems.types.js';
import { Registration } from './registration.entity.js';
import { registrantRoles } from './registration.rules.js';
import { registerParticipant, withdrawParticipant } from './registration.service.js';
import {
  RegisterParticipantInput,
  RegistrationStepInput,
  seenRegistration,
  toRegistrationType,
} from './registration.types.js';

const RegisterParticipantResult = registrationResult('RegisterParticipantResult');
const WithdrawParticipantResult = registrationResult('WithdrawParticipantResult');
const ConfirmAttendanceResult = registrationResult('ConfirmAttendanceResult');

const command = commandsOf({
  entity: Registration,
  toType: toRegistrationType,
  toProblem: toRegistrationProblem,
  fieldClasses: ['personal'],
});

@Resolver()
export class RegistrationCommandsResolver {
  @Access(...registrantRoles)
  @Mutation(() => RegisterParticipantResult, {
    description: 'Registers somebody for a training: a seat, or the end of the waiting list.',
  })
  registerParticipant(@Arg('input') input: RegisterParticipantInput, @Ctx() context: GraphContext) {
    const facts = {
      trainingEventId: readId('trn', 'trainingEventId', input.trainingEventId),
      organizationId: readId('org', 'organizationId', input.organizationId),
      participantRef: input.participantRef.toLowerCase(),
      name: input.displayName,
    };
    return command(context, 'registerParticipant', input, (work) =>
      registerParticipant(work, facts),
    );
  }

  @Access(...registrantRoles)
  @Mutation(() => WithdrawParticipantResult, {
    description: 'Takes a registration back; its seat goes to the first who waits.',
  })
  withdrawParticipant(@Arg('input') input: RegistrationStepInput, @Ctx() context: GraphContext) {
    return command(context, 'withdrawParticipant', input, (work) =>
      withdrawParticipant(work, seenRegistration(input)),
    );
  }

  @Access(...organizerRoles)
  @Mutation(() => ConfirmAttendanceResult, {
    description: 'Says, while the event takes place, that a participant is there.',
  })
  confirmAttendance(@Arg('input') input: RegistrationStepInput, @Ctx() context: GraphContext) {
    return command(context, 'confirmAttendance', input, (work) =>
      confirmAttendance(work, seenRegistration(input)),
    );
  }
}

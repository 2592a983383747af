import { Access } from '@jejaring/chassis/graph/access';
import { commandsOf } from '@jejaring/chassis/graph/command';
import { GraphContext } from '@jejaring/chassis/graph/context';
import { readId } from '@jejaring/chassis/graph/ids';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { organizerRoles } from '../training-event/training-event.rules.js';
import { confirmAttendance } from './attendance.service.js';
import { registrationResult, toRegistrationProblem } from './registration-problems.types.js';
import { Registration } from './registration.entity.js';
import { registrantRoles, senderRoles } from './registration.rules.js';
import {
  acceptSeat,
  declineSeat,
  registerParticipant,
  replaceParticipant,
  withdrawParticipant,
} from './registration.service.js';
import {
  readPerson,
  RegisterParticipantInput,
  RegistrationStepInput,
  ReplaceParticipantInput,
  seenRegistration,
  toRegistrationType,
} from './registration.types.js';

const RegisterParticipantResult = registrationResult('RegisterParticipantResult');
const WithdrawParticipantResult = registrationResult('WithdrawParticipantResult');
const AcceptSeatResult = registrationResult('AcceptSeatResult');
const DeclineSeatResult = registrationResult('DeclineSeatResult');
const ReplaceParticipantResult = registrationResult('ReplaceParticipantResult');
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
      ...readPerson(input),
    };
    return command(context, 'registerParticipant', input, (work) =>
      registerParticipant(work, facts),
    );
  }

  @Access(...senderRoles)
  @Mutation(() => WithdrawParticipantResult, {
    description: 'Takes a registration back; its seat is offered to the first who waits.',
  })
  withdrawParticipant(@Arg('input') input: RegistrationStepInput, @Ctx() context: GraphContext) {
    return command(context, 'withdrawParticipant', input, (work) =>
      withdrawParticipant(work, seenRegistration(input)),
    );
  }

  @Access(...senderRoles)
  @Mutation(() => AcceptSeatResult, { description: 'Takes a seat that was offered, in time.' })
  acceptSeat(@Arg('input') input: RegistrationStepInput, @Ctx() context: GraphContext) {
    return command(context, 'acceptSeat', input, (work) =>
      acceptSeat(work, seenRegistration(input)),
    );
  }

  @Access(...senderRoles)
  @Mutation(() => DeclineSeatResult, {
    description: 'Leaves a seat that was offered to the next who waits.',
  })
  declineSeat(@Arg('input') input: RegistrationStepInput, @Ctx() context: GraphContext) {
    return command(context, 'declineSeat', input, (work) =>
      declineSeat(work, seenRegistration(input)),
    );
  }

  @Access(...senderRoles)
  @Mutation(() => ReplaceParticipantResult, {
    description:
      'Lets somebody else of the organization come in the same seat; answers with their registration.',
  })
  replaceParticipant(@Arg('input') input: ReplaceParticipantInput, @Ctx() context: GraphContext) {
    const facts = { ...seenRegistration(input), by: readPerson(input) };
    return command(context, 'replaceParticipant', input, (work) => replaceParticipant(work, facts));
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

import { loadBy } from '@jejaring/chassis/graph/batch';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { revealResolver } from '@jejaring/trust/keys/reveal-slice';
import { revealedParticipant } from './registration/revealed-participant.js';
import { evidenceResolvers } from '@jejaring/evidence/evidence-slice';
import { privacyResolvers } from '@jejaring/trust/privacy/privacy-slice';
import type { SubgraphDefinition } from '@jejaring/chassis/graph/subgraph';
import { trafficGraph } from '@jejaring/upkeep/traffic-slice';
import { auditShown } from './audit.js';
import { Certificate } from './certificate/certificate.entity.js';
import { CertificateResolver } from './certificate/certificate.resolver.js';
import { toCertificateType } from './certificate/certificate.types.js';
import { DelegationCommandsResolver } from './delegation/delegation-commands.resolver.js';
import { Delegation } from './delegation/delegation.entity.js';
import { DelegationResolver, EventDelegationsResolver } from './delegation/delegation.resolver.js';
import { toDelegationType } from './delegation/delegation.types.js';
import {
  AttendedTrainingResolver,
  AttendedTrainingsResolver,
} from './organization/attended.resolver.js';
import { OrganizationResolver } from './organization/organization.resolver.js';
import { organizationRef } from './organization/organization.types.js';
import { RegionResolver } from './region/region.resolver.js';
import { regionRef } from './region/region.types.js';
import { RegistrationCommandsResolver } from './registration/registration-commands.resolver.js';
import { Registration } from './registration/registration.entity.js';
import { RegistrationResolver } from './registration/registration.resolver.js';
import { toRegistrationType } from './registration/registration.types.js';
import { TrainingSession } from './session/session.entity.js';
import {
  EventSessionsResolver,
  ProgressResolver,
  SessionCommandsResolver,
} from './session/session.resolver.js';
import { toSessionType } from './session/session.types.js';
import { TrainingEventCommandsResolver } from './training-event/training-event-commands.resolver.js';
import { toTrainingEventType } from './training-event/training-event-view.types.js';
import { TrainingEvent } from './training-event/training-event.entity.js';
import { TrainingEventResolver } from './training-event/training-event.resolver.js';
import { provenRecords } from './evidence/proven-records.js';
import { privacy } from './privacy/persons.js';

const trafficShown = trafficGraph('training');

export const graph: SubgraphDefinition = {
  resolvers: [
    RegionResolver,
    OrganizationResolver,
    AttendedTrainingsResolver,
    AttendedTrainingResolver,
    TrainingEventResolver,
    TrainingEventCommandsResolver,
    RegistrationResolver,
    RegistrationCommandsResolver,
    DelegationResolver,
    EventDelegationsResolver,
    SessionCommandsResolver,
    EventSessionsResolver,
    ProgressResolver,
    DelegationCommandsResolver,
    CertificateResolver,
    ...auditShown.resolvers,
    ...trafficShown.resolvers,
    revealResolver('Participant', revealedParticipant),
    ...evidenceResolvers('Training', provenRecords),
    ...privacyResolvers('Participant', privacy),
  ],
  types: [...auditShown.types, ...trafficShown.types],
  references: {
    ...auditShown.references,
    ...trafficShown.references,
    Region: ({ code }) => regionRef(String(code)),
    Organization({ id }) {
      const uuid = decodeId('org', String(id));
      return uuid ? organizationRef(uuid) : null;
    },
    async TrainingEvent({ id }, context) {
      const uuid = decodeId('trn', String(id));
      const row = uuid && (await loadBy(context, TrainingEvent, 'id', uuid));
      return row ? toTrainingEventType(row) : null;
    },
    async TrainingRegistration({ id }, context) {
      const uuid = decodeId('reg', String(id));
      const row = uuid && (await loadBy(context, Registration, 'id', uuid));
      return row ? toRegistrationType(row) : null;
    },
    async TrainingSession({ id }, context) {
      const uuid = decodeId('tss', String(id));
      const row = uuid && (await loadBy(context, TrainingSession, 'id', uuid));
      return row ? toSessionType(row) : null;
    },
    async TrainingDelegation({ id }, context) {
      const uuid = decodeId('dlg', String(id));
      const row = uuid && (await loadBy(context, Delegation, 'id', uuid));
      return row ? toDelegationType(row) : null;
    },
    async Certificate({ id }, context) {
      const uuid = decodeId('crt', String(id));
      const row = uuid && (await loadBy(context, Certificate, 'id', uuid));
      return row ? toCertificateType(row) : null;
    },
  },
};

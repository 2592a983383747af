import { loadBy } from '@jejaring/chassis/graph/batch';
import { decodeId } from '@jejaring/chassis/graph/ids';
import { revealResolver } from '@jejaring/trust/keys/reveal-slice';
import { revealedChair, revealedOfficer, revealedPostHolder } from './keys/revealed-persons.js';
import { evidenceResolvers } from '@jejaring/evidence/evidence-slice';
import { privacyResolvers } from '@jejaring/trust/privacy/privacy-slice';
import type { SubgraphDefinition } from '@jejaring/chassis/graph/subgraph';
import { trafficGraph } from '@jejaring/upkeep/traffic-slice';
import { auditShown } from './audit.js';
import {
  AppointmentResolver,
  OfficeAppointmentsResolver,
  OrganizationAppointmentsResolver,
} from './appointment/appointment.resolver.js';
import { ViewerResolver } from './appointment/viewer.resolver.js';
import { assistanceResolvers } from './assistance/assistance-resolvers.js';
import { BoardCommandsResolver } from './board/board-commands.resolver.js';
import {
  ExpiringBoardsResolver,
  OfficerSeatsResolver,
  OrganizationBoardResolver,
  SeatResolver,
} from './board/board-parts.resolver.js';
import { Board } from './board/board.entity.js';
import { BoardResolver } from './board/board.resolver.js';
import { toBoardType } from './board/board.types.js';
import { MembershipResolver } from './membership/membership.resolver.js';
import { ClassificationCommandsResolver } from './classification/classification-commands.resolver.js';
import {
  ClassificationResolver,
  OrganizationClassResolver,
  RegionClassResolver,
} from './classification/classification.resolver.js';
import {
  EconomicVentureCommandsResolver,
  EconomicVentureResolver,
} from './economic-venture/economic-venture.resolver.js';
import { Office } from './office/office.entity.js';
import { OfficeResolver } from './office/office.resolver.js';
import { toOfficeType } from './office/office.types.js';
import { OfficerCommandsResolver } from './officer/officer-commands.resolver.js';
import { Officer } from './officer/officer.entity.js';
import { OfficerResolver } from './officer/officer.resolver.js';
import { toOfficerType } from './officer/officer.types.js';
import { OrganizationCommandsResolver } from './organization/organization-commands.resolver.js';
import { Organization } from './organization/organization.entity.js';
import { OrganizationResolver } from './organization/organization.resolver.js';
import { toOrganizationType } from './organization/organization.types.js';
import { PostCommandsResolver } from './post/post-commands.resolver.js';
import { OfficeStructureResolver, OfficeUnitResolver, PostResolver } from './post/post.resolver.js';
import { partnershipResolvers } from './partnership/partnership-resolvers.js';
import { Region } from './region/region.entity.js';
import { RegionResolver } from './region/region.resolver.js';
import { toRegionType } from './region/region.types.js';
import { provenRecords } from './evidence/proven-records.js';
import { SupervisorResolver, SupervisorsResolver } from './supervision/supervision.resolver.js';
import { OrganizationEventCommandsResolver } from './organization-event/organization-event-commands.resolver.js';
import { OrganizationEvent } from './organization-event/organization-event.entity.js';
import { OrganizationEventResolver } from './organization-event/organization-event.resolver.js';
import { toOrganizationEventType } from './organization-event/organization-event.types.js';
import { RegulationPolicyResolver } from './regulation-policy/regulation-policy.resolver.js';
import { Regulation } from './regulation/regulation.entity.js';
import { RegulationResolver } from './regulation/regulation.resolver.js';
import { toRegulationType } from './regulation/regulation.types.js';
import {
  RegionVillageStatusResolver,
  VillageStatusResolver,
} from './village-status/village-status.resolver.js';
import { toTrainingEventType } from './training-event/training-event.types.js';
import { PermitCommandsResolver } from './welfare-resource/permit-commands.resolver.js';
import { WelfareResourceResolver } from './welfare-resource/welfare-resource.resolver.js';
import { ActivityCommandsResolver } from './work-programme/activity-commands.resolver.js';
import { ActivityResolver } from './work-programme/activity.resolver.js';
import { WorkProgrammeCommandsResolver } from './work-programme/work-programme-commands.resolver.js';
import {
  OrganizationProgrammesResolver,
  WorkProgrammeResolver,
} from './work-programme/work-programme.resolver.js';
import { privacy } from './privacy/persons.js';

const trafficShown = trafficGraph('organizations');

export const graph: SubgraphDefinition = {
  resolvers: [
    RegionResolver,
    OfficeResolver,
    OrganizationResolver,
    OrganizationCommandsResolver,
    ...auditShown.resolvers,
    ...trafficShown.resolvers,
    revealResolver('Officer', revealedOfficer),
    revealResolver('PostHolder', revealedPostHolder),
    revealResolver('OrganizationChair', revealedChair),
    ...evidenceResolvers('Organization', provenRecords),
    ...privacyResolvers('Officer', privacy),
    RegulationPolicyResolver,
    AppointmentResolver,
    OrganizationAppointmentsResolver,
    OfficeAppointmentsResolver,
    ViewerResolver,
    OfficeStructureResolver,
    OfficeUnitResolver,
    PostResolver,
    PostCommandsResolver,
    RegulationResolver,
    ...assistanceResolvers,
    WelfareResourceResolver,
    PermitCommandsResolver,
    WorkProgrammeResolver,
    WorkProgrammeCommandsResolver,
    OrganizationProgrammesResolver,
    ActivityResolver,
    ActivityCommandsResolver,
    OfficerResolver,
    OfficerCommandsResolver,
    OfficerSeatsResolver,
    BoardResolver,
    BoardCommandsResolver,
    OrganizationBoardResolver,
    SeatResolver,
    ExpiringBoardsResolver,
    MembershipResolver,
    SupervisorsResolver,
    SupervisorResolver,
    ClassificationResolver,
    ClassificationCommandsResolver,
    OrganizationClassResolver,
    RegionClassResolver,
    VillageStatusResolver,
    RegionVillageStatusResolver,
    ...partnershipResolvers,
    OrganizationEventResolver,
    OrganizationEventCommandsResolver,
    EconomicVentureResolver,
    EconomicVentureCommandsResolver,
  ],
  types: [...auditShown.types, ...trafficShown.types],
  references: {
    ...auditShown.references,
    ...trafficShown.references,
    async Region({ code }, context) {
      const row = await loadBy(context, Region, 'code', String(code));
      return row && toRegionType(row);
    },
    TrainingEvent({ id }) {
      const uuid = decodeId('trn', String(id));
      return uuid === null ? null : toTrainingEventType(uuid);
    },
    async Office({ id }, context) {
      const uuid = decodeId('ofc', String(id));
      const row = uuid && (await loadBy(context, Office, 'id', uuid));
      return row ? toOfficeType(row) : null;
    },
    async Regulation({ id }, context) {
      const uuid = decodeId('rgl', String(id));
      const row = uuid && (await loadBy(context, Regulation, 'id', uuid));
      return row ? toRegulationType(row) : null;
    },
    async Officer({ id }, context) {
      const uuid = decodeId('ofr', String(id));
      const row = uuid && (await loadBy(context, Officer, 'id', uuid));
      return row ? toOfficerType(row) : null;
    },
    async Board({ id }, context) {
      const uuid = decodeId('brd', String(id));
      const row = uuid && (await loadBy(context, Board, 'id', uuid));
      return row ? toBoardType(row) : null;
    },
    async OrganizationEvent({ id }, context) {
      const uuid = decodeId('oev', String(id));
      const row = uuid && (await loadBy(context, OrganizationEvent, 'id', uuid));
      return row ? toOrganizationEventType(row) : null;
    },
    async Organization({ id }, context) {
      const uuid = decodeId('org', String(id));
      const row = uuid && (await loadBy(context, Organization, 'id', uuid));
      return row ? toOrganizationType(row) : null;
    },
  },
};

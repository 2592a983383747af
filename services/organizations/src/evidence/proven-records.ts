import type { ProvenType } from '@jejaring/evidence/evidence-slice';
import { Organization } from '../organization/organization.entity.js';
import { organizationPolicy } from '../organization/organization.rules.js';
import { OrganizationType } from '../organization/organization.types.js';
import { Board } from '../board/board.entity.js';
import { boardPolicy } from '../board/board.rules.js';
import { BoardType } from '../board/board.types.js';
import { Handover } from '../assistance/assistance.entity.js';
import { allocationPolicy } from '../assistance/allocation.rules.js';
import { HandoverType } from '../assistance/assistance.types.js';
import { Partnership } from '../partnership/partnership.entity.js';
import { partnershipPolicy } from '../partnership/partnership.rules.js';
import { PartnershipType } from '../partnership/partnership.types.js';
import { Activity } from '../work-programme/work-programme.entity.js';
import { activityPolicy } from '../work-programme/activity.rules.js';
import { ActivityType } from '../work-programme/work-programme.types.js';
import { OrganizationEvent } from '../organization-event/organization-event.entity.js';
import { organizationEventPolicy } from '../organization-event/organization-event.rules.js';
import { OrganizationEventType } from '../organization-event/organization-event.types.js';
import { Classification } from '../classification/classification.entity.js';
import { classificationPolicy } from '../classification/classification.rules.js';
import { ClassificationType } from '../classification/classification.types.js';
import { Regulation } from '../regulation/regulation.entity.js';
import { regulationPolicy } from '../regulation/regulation.rules.js';
import { RegulationType } from '../regulation/regulation.types.js';

/** Records of this service that files may prove. A table that joins them joins the table `evidence` by a migration. */
export const provenRecords: ProvenType[] = [
  {
    prefix: 'org',
    table: 'organization',
    entity: Organization,
    type: OrganizationType,
    clauses: [...organizationPolicy.commands.SUBMIT, ...organizationPolicy.commands.VERIFY],
  },
  {
    prefix: 'brd',
    table: 'board',
    entity: Board,
    type: BoardType,
    clauses: [...boardPolicy.commands.ELECT, ...boardPolicy.commands.CONFIRM],
  },
  {
    prefix: 'hnd',
    table: 'handover',
    entity: Handover,
    type: HandoverType,
    clauses: allocationPolicy.commands.HAND_OVER,
  },
  {
    prefix: 'prt',
    table: 'partnership',
    entity: Partnership,
    type: PartnershipType,
    clauses: partnershipPolicy.commands.SIGN,
  },
  {
    prefix: 'act',
    table: 'activity',
    entity: Activity,
    type: ActivityType,
    clauses: activityPolicy.commands.REALISE,
  },
  {
    prefix: 'oev',
    table: 'organization_event',
    entity: OrganizationEvent,
    type: OrganizationEventType,
    clauses: organizationEventPolicy.commands.HOLD,
  },
  {
    prefix: 'cls',
    table: 'classification',
    entity: Classification,
    type: ClassificationType,
    clauses: classificationPolicy.commands.DETERMINE,
  },
  {
    prefix: 'rgl',
    table: 'regulation',
    entity: Regulation,
    type: RegulationType,
    clauses: regulationPolicy.commands.BRING_INTO_FORCE,
  },
];

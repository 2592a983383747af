import { organizationsAuditSealed } from '@jejaring/schema/events/audit.events';
import { ServiceAudit } from '@jejaring/trust/audit/service-audit';
import { auditGraph } from '@jejaring/trust/audit/trail.resolver';
import { isOwnPerson } from './officer/own-person.js';

/** Who did what with what this service keeps, sealed. */
export const audit = new ServiceAudit('organizations', organizationsAuditSealed);

/** What the graph shows of it; for all services one asks here. */
export const auditShown = auditGraph(audit, isOwnPerson);

import { eventHubAuditSealed } from '@jejaring/schema/events/audit.events';
import { ServiceAudit } from '@jejaring/trust/audit/service-audit';
import { auditGraph } from '@jejaring/trust/audit/trail.resolver';

/** Who did what with what this service keeps, sealed. */
export const audit = new ServiceAudit('event-hub', eventHubAuditSealed);

/** What the graph shows of it. */
export const auditShown = auditGraph(audit, null);

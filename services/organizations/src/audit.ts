import { organizationsAuditSealed } from '@jejaring/schema/events/audit.events';
import { ServiceAudit } from '@jejaring/trust/audit/service-audit';

/** Who did what with what this service keeps, sealed. */
export const audit = new ServiceAudit('organizations', organizationsAuditSealed);

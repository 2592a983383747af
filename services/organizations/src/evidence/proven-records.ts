import type { ProvenType } from '@jejaring/evidence/evidence-slice';
import { Organization } from '../organization/organization.entity.js';
import { organizationPolicy } from '../organization/organization.rules.js';
import { OrganizationType } from '../organization/organization.types.js';

/** Records of this service that files may prove. A table that joins them joins the table `evidence` by a migration. */
export const provenRecords: ProvenType[] = [
  {
    prefix: 'org',
    table: 'organization',
    entity: Organization,
    type: OrganizationType,
    clauses: [...organizationPolicy.commands.SUBMIT, ...organizationPolicy.commands.VERIFY],
  },
];

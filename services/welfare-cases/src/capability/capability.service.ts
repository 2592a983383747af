import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import { proceed } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { ServiceCapability } from './capability.entity.js';
import { declare } from './capability.rules.js';

export interface DeclareCapability {
  organizationId: string;
  categories: string[];
  regions: string[];
  monthlyCapacity: number;
}

/** The newest declaration stands for the organization. */
export async function declareCapability(
  work: Work,
  input: DeclareCapability,
): Promise<ServiceCapability> {
  const { organizationId: id, ...declared } = input;
  const organization = await work.find(OrganizationCopy, { id });
  proceed(declare(organization, id, work.caller));
  const known = await work.find(ServiceCapability, { id });
  if (known) return work.update(ServiceCapability, known, declared);
  return work.insert(ServiceCapability, { id, version: 1, ...declared });
}

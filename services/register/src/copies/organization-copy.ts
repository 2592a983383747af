import {
  organizationBecameDormant,
  organizationDissolved,
  organizationReactivated,
  organizationRegistered,
  organizationReinstated,
  organizationSuspended,
} from '@jejaring/schema/events/organizations.events';
import type { QueryRunner } from 'typeorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Consumer } from '@jejaring/chassis/events/inbox';
import { when } from '@jejaring/chassis/events/inbox';
import { storedId } from '@jejaring/chassis/graph/ids';
import { protect } from '@jejaring/trust/rights/protect';
import { definePolicy, everyone } from '@jejaring/trust/rights/policy.rules';

export type RegistryStatus = 'ACTIVE' | 'DORMANT' | 'SUSPENDED' | 'DISSOLVED';

/** What a service decides from when it may not ask the register: a copy, fed by its events. */
@Entity('organization_copy')
export class OrganizationCopy {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  level!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  status!: RegistryStatus;
}

/** It shows what the public register shows; only events write it. */
export const organizationCopyPolicy = definePolicy({
  table: 'organization_copy',
  access: 'public',
  read: everyone,
  write: [],
  commands: {},
});

export async function createOrganizationCopy(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table organization_copy (
      id uuid primary key,
      kind text not null,
      level text not null,
      region_code text collate "C" not null,
      status text not null check (status in ('ACTIVE', 'DORMANT', 'SUSPENDED', 'DISSOLVED'))
    );
    create index organization_copy_region on organization_copy (region_code, level, kind);`);
  await protect(runner, organizationCopyPolicy);
}

const statusAfter = [
  [organizationBecameDormant, 'DORMANT'],
  [organizationReactivated, 'ACTIVE'],
  [organizationSuspended, 'SUSPENDED'],
  [organizationReinstated, 'ACTIVE'],
  [organizationDissolved, 'DISSOLVED'],
] as const satisfies [unknown, RegistryStatus][];

/** Keeps the copy of one service: what is registered, and whether it may be given work. */
export function organizationConsumers(service: string): Consumer[] {
  const add = when(
    `${service}.add-organization`,
    organizationRegistered,
    async (work, { data }) => {
      const { organizationId, kind, level, regionCode } = data;
      const id = storedId('org', organizationId);
      await work.put(OrganizationCopy, { id, kind, level, regionCode, status: 'ACTIVE' }, ['id']);
    },
  );
  const marks = statusAfter.map(([contract, status]) =>
    when(`${service}.mark-organization`, contract, async (work, { data }) => {
      const id = storedId('org', data.organizationId);
      await work.sql('update organization_copy set status = $2 where id = $1', [id, status]);
    }),
  );
  return [add, ...marks];
}

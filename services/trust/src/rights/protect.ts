import { grant, keepVersions } from '@jejaring/chassis/work/migration';
import type { QueryRunner } from 'typeorm';
import { closeTableSql } from './policy-sql.js';
import type { TablePolicy } from './policy.rules.js';

/** Closes a table and grants the service its use; its policies follow when all migrations have run. */
export async function protect(
  runner: QueryRunner,
  policy: TablePolicy,
  rights: Parameters<typeof grant>[2] = ['select', 'insert', 'update'],
): Promise<void> {
  await runner.query(closeTableSql(policy, policy.table));
  await grant(runner, policy.table, rights);
}

/** Keeps former versions of a table's rows, under the same policy as the table. */
export async function keepHistory(runner: QueryRunner, policy: TablePolicy): Promise<void> {
  await keepVersions(runner, policy.table);
  await runner.query(closeTableSql(policy, `${policy.table}_history`));
}

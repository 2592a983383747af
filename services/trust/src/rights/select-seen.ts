import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { EntityTarget, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { filterFor } from './policy-sql.js';
import type { TablePolicy } from './policy.rules.js';

/**
 * Rows for a list that spans more than the caller sees. Row-level security leaves out the rest
 * anyway, after looking at it; with the same said in constants the index finds what is theirs.
 */
export function selectSeen<Row extends ObjectLiteral>(
  work: Work,
  policy: TablePolicy,
  entity: EntityTarget<Row>,
  alias: string,
): SelectQueryBuilder<Row> {
  const { sql, values } = filterFor(policy, work.caller, alias, work.now);
  return work.select(entity, alias).where(`(${sql})`, values);
}

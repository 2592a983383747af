import type { Stack } from '#stack';
import { checkEverything } from './checks.js';
import type { Databases, ServiceName } from './databases.js';
import type { Ledger } from './ledger.js';

interface Damage {
  /** The check that must notice. */
  check: string;
  service: ServiceName;
  sql: string;
}

const one = (table: string, key: string, condition = 'true') =>
  `(select ${key} from ${table} where ${condition} limit 1)`;

const campaign = `actor like 'campaign:%'`;

/** What a fault could have done, one thing for each check. */
const damages: Damage[] = [
  {
    check: 'acknowledged',
    service: 'organizations',
    sql: `delete from idempotency_key where key = ${one('idempotency_key', 'key', campaign)}`,
  },
  {
    check: 'audit',
    service: 'welfare-cases',
    sql: `with gone as (select id from audit_entry where ${campaign} limit 1),
      leaf as (delete from audit_leaf where entry_id in (select id from gone)),
      trail as (delete from audit_subject where entry_id in (select id from gone))
      delete from audit_entry where id in (select id from gone)`,
  },
  {
    check: 'made once',
    service: 'organizations',
    sql: `update organization set applicant_id = 'campaign:nobody'
      where id = ${one('organization', 'id', `applicant_id not like 'campaign:%'`)}`,
  },
  {
    check: 'rows',
    service: 'welfare-cases',
    sql: `update referral set version = version + 1
      where id = ${one('referral', 'id', `status = 'COMPLETED'`)}`,
  },
  {
    check: 'history',
    service: 'organizations',
    sql: `delete from organization_history where version = 1 and id =
      ${one('organization', 'id', `applicant_id like 'campaign:kt_officer:%' and status = 'ACTIVE'`)}`,
  },
  {
    check: 'effect',
    service: 'awards',
    sql: `delete from inbox where event_id = ${one('inbox', 'event_id')}`,
  },
  {
    check: 'copy',
    service: 'training',
    sql: `update organization_copy set status = 'DISSOLVED' where id = ${one('organization_copy', 'id')}`,
  },
  {
    check: 'counter',
    service: 'welfare-cases',
    sql: `update open_case_count set open_cases = open_cases + 1
      where region_code = ${one('open_case_count', 'region_code')}`,
  },
  {
    check: 'fold',
    service: 'awards',
    sql: `update handled_case_count set cases = cases + 1
      where organization_id = ${one('handled_case_count', 'organization_id')}`,
  },
  {
    check: 'parked',
    service: 'awards',
    sql: `insert into parked_event (topic, key, partition, "offset", headers, reason)
      values ('jejaring.training', 'nobody', 0, 'sabotage', '{}', 'GAP')`,
  },
  {
    check: 'sequence',
    service: 'training',
    sql: `update outbox_sequence set last = last + 1
      where aggregateid = ${one('outbox_sequence', 'aggregateid')}`,
  },
];

/** Damages the data after a clean run, one thing at a time, and answers which checks were blind. */
export async function sabotage(
  stack: Stack,
  databases: Databases,
  ledger: Ledger,
  since: Date,
): Promise<{ damages: number; unnoticed: string[] }> {
  const unnoticed: string[] = [];
  const noticedBy = (check: string) =>
    ledger.violations.filter((violation) => violation.check === check).length;
  for (const { check, service, sql } of damages) {
    ledger.violations.length = 0;
    await databases.damage(service, sql);
    await checkEverything(stack, databases, ledger, since);
    if (noticedBy(check) === 0) unnoticed.push(check);
  }
  ledger.violations.length = 0;
  return { damages: damages.length, unnoticed };
}

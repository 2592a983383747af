import type { Clause, TablePolicy } from './policy.rules.js';
import { everyone } from './policy.rules.js';

const setting = (name: string) => `current_setting('app.${name}', true)`;
const organization = `nullif(${setting('organization')}, '')::uuid`;
const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

/**
 * One clause as a condition over the transaction's settings. Regions are compared as a half-open
 * range of byte-ordered text, which an index serves and which an empty setting can never satisfy;
 * the relation is read into an array first, because `EXISTS` would be asked again for every row.
 */
function clauseSql(clause: Clause): string {
  const role = `${setting('role')} in (${quoted(clause.roles)})`;
  const statuses = 'statuses' in clause ? clause.statuses : undefined;
  const inStatus = statuses ? ` and status in (${quoted(statuses)})` : '';
  if ('within' in clause) {
    const { within } = clause;
    return `(${role} and ${within} >= ${setting('low')} and ${within} < ${setting('high')}${inStatus})`;
  }
  if ('organization' in clause) {
    return `(${role} and ${clause.organization} = ${organization}${inStatus})`;
  }
  if ('actor' in clause) return `(${role} and ${clause.actor} = ${setting('actor')})`;
  if ('everywhere' in clause) return `(${role}${inStatus})`;
  if ('records' in clause) {
    // Asked under the record's own policy, whose rights these then are.
    const visible = clause.records.map(
      (table) => `when '${table}' then exists (select from ${table} r where r.id = subject_id)`,
    );
    return `(${role} and case subject_table ${visible.join(' ')} else false end)`;
  }
  if ('seen' in clause) {
    const { table, key, column } = clause.seen;
    return `(${role} and exists (select from ${table} r where r.${key} = ${column}))`;
  }
  const { column, relation, key, organization: theirs } = clause.through;
  return `(${role} and ${column} = any (array(select r.${key} from ${relation} r where r.${theirs} = ${organization} and r.status in (${quoted(clause.through.statuses)}))))`;
}

const isSystem = `${setting('role')} = 'SYSTEM'`;

const anyOf = (clauses: readonly Clause[]) => [isSystem, ...clauses.map(clauseSql)].join('\n  or ');

/** Whom the clauses open a row to, unless its processing is restricted. */
function opensTo({ restriction }: TablePolicy, clauses: readonly Clause[]): string {
  const open = anyOf(clauses);
  return restriction === undefined ? open : `${isSystem} or (${restriction} is null and (${open}))`;
}

/** The four row policies of a table: who reads, adds, changes and removes its rows. */
export function rowPoliciesSql(policy: TablePolicy, table = policy.table): string {
  const read = policy.read === everyone ? `${setting('role')} <> ''` : opensTo(policy, policy.read);
  const write = opensTo(policy, policy.write);
  return `
    drop policy if exists ${table}_read on ${table};
    drop policy if exists ${table}_insert on ${table};
    drop policy if exists ${table}_update on ${table};
    drop policy if exists ${table}_delete on ${table};
    create policy ${table}_read on ${table} for select using (${read});
    create policy ${table}_insert on ${table} for insert with check (${policy.add === everyone ? 'true' : write});
    create policy ${table}_update on ${table} for update using (${write}) with check (${write});
    create policy ${table}_delete on ${table} for delete using (${isSystem});`;
}

/**
 * Closes a table, to its owner too: until policies are made nothing is visible and nothing can be
 * written, and afterwards only in a transaction that says its role.
 */
export const closeTableSql = ({ access }: TablePolicy, table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  comment on table ${table} is 'access: ${access}';`;

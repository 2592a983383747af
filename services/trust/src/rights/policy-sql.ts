import { createHash } from 'node:crypto';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import type { Clause, GrantedTo, TablePolicy, ThroughRelation } from './policy.rules.js';
import { everyone } from './policy.rules.js';

const quoted = (values: readonly string[]) => values.map((value) => `'${value}'`).join(', ');

/** What a condition is compared with: settings of the transaction, or values of one caller. */
interface Asker {
  low: string;
  high: string;
  organization: string;
  actor: string;
  now: string;
}

// Asked once per statement, as a sub-select is: a bare call would be made again for every row.
const setting = (name: string) => `(select current_setting('app.${name}', true))`;

const ofTransaction: Asker = {
  low: setting('low'),
  high: setting('high'),
  organization: "(select nullif(current_setting('app.organization', true), '')::uuid)",
  actor: setting('actor'),
  now: "(select nullif(current_setting('app.now', true), '')::timestamptz)",
};

/** What a row policy asks of another table, in a function of the database. */
export interface RightsFunction {
  name: string;
  /** Its argument and what it answers, as they are declared. */
  shape: string;
  body: string;
}

/**
 * Asked in a function, whose plan the session keeps: written out in the policy, the other table's own
 * policies would be planned again with every statement, and those of the tables that they ask in turn.
 */
function asFunction(shape: string, answer: string): RightsFunction {
  const body = ` begin return ${answer}; end `;
  const name = `rights_${createHash('sha256')
    .update(shape + body)
    .digest('hex')
    .slice(0, 20)}`;
  return { name, shape, body };
}

export const rightsFunctionSql = ({ name, shape, body }: RightsFunction): string =>
  `create or replace function ${name}${shape} language plpgsql stable parallel safe as $$${body}$$;`;

const idsFunction = (ids: string) => asFunction('() returns uuid[]', `array(${ids})`);

function throughIds({ through }: ThroughRelation, asker: Asker): string {
  const { relation, key, organization, statuses, unless } = through;
  const conditions = [
    `r.${organization} = ${asker.organization}`,
    `r.status in (${quoted(statuses)})`,
    ...Object.entries(through.equals ?? {}).map(([name, value]) => `r.${name} = '${value}'`),
    ...Object.entries(through.includes ?? {}).map(
      ([name, value]) => `'${value}' = any (r.${name})`,
    ),
    ...(unless ? [`not r.${unless}`] : []),
  ];
  return `select r.${key} from public.${relation} r where ${conditions.join(' and ')}`;
}

function grantedIds({ granted }: GrantedTo, asker: Asker): string {
  const { relation, key, actor, until } = granted;
  return `select r.${key} from public.${relation} r where r.${actor} = ${asker.actor} and r.${until} > ${asker.now}`;
}

/** One of the rows that a relation opens: read into an array first, because `EXISTS` would be asked for every row. */
function inIds(value: string, ids: string, asker: Asker): string {
  return asker === ofTransaction
    ? `${value} = any ((select ${idsFunction(ids).name}())::uuid[])`
    : `${value} = any (array(${ids}))`;
}

// Asked under the other table's own policy, whose rights these then are.
const seenFunction = (table: string, key: string) =>
  asFunction(
    `(value public.${table}.${key}%type) returns boolean`,
    `exists (select from public.${table} r where r.${key} = value)`,
  );

const seenSql = (table: string, key: string, value: string, asker: Asker) =>
  asker === ofTransaction
    ? `${seenFunction(table, key).name}(${value})`
    : `exists (select from ${table} r where r.${key} = ${value})`;

function ownSql(clause: Clause, asker: Asker, at: string): string {
  if ('records' in clause) {
    const seen = clause.records.map(
      (table) => `when '${table}' then ${seenSql(table, 'id', `${at}subject_id`, asker)}`,
    );
    return `case ${at}subject_table ${seen.join(' ')} else false end`;
  }
  if ('seen' in clause) {
    const { table, key, column } = clause.seen;
    return seenSql(table, key, at + column, asker);
  }
  if ('actor' in clause) return `${at}${clause.actor} = ${asker.actor}`;
  if ('through' in clause)
    return inIds(at + clause.through.column, throughIds(clause, asker), asker);
  if ('granted' in clause)
    return inIds(at + clause.granted.column, grantedIds(clause, asker), asker);
  if ('everywhere' in clause) return 'true';
  const { low, high, organization } = asker;
  return 'within' in clause
    ? `${at}${clause.within} >= ${low} and ${at}${clause.within} < ${high}`
    : `${at}${clause.organization} = ${organization}`;
}

/**
 * One clause as a condition on a row, whoever of its roles asks. Regions are compared as a half-open
 * range of byte-ordered text, which an index serves and which an empty setting can never satisfy.
 */
function conditionSql(clause: Clause, asker: Asker, at: string): string {
  const { statuses, unless } = clause;
  return [
    ownSql(clause, asker, at),
    ...(statuses ? [`${at}status in (${quoted(statuses)})`] : []),
    ...(unless ? [`not ${at}${unless}`] : []),
  ].join(' and ');
}

const clauseSql = (clause: Clause, table: string) =>
  `(${setting('role')} in (${quoted(clause.roles)}) and ${conditionSql(clause, ofTransaction, `${table}.`)})`;

const isSystem = `${setting('role')} = 'SYSTEM'`;

const anyOf = (clauses: readonly Clause[], table: string) =>
  [isSystem, ...clauses.map((clause) => clauseSql(clause, table))].join('\n  or ');

/** A former version is seen by whoever sees the row as it is now: a right that ended ended for the past too. */
const asPresent = (table: string, history: string) =>
  `${isSystem}\n  or ${seenSql(table, 'id', `${history}.id`, ofTransaction)}`;

function functionsOfClause(clause: Clause): RightsFunction[] {
  if ('records' in clause) return clause.records.map((table) => seenFunction(table, 'id'));
  if ('seen' in clause) return [seenFunction(clause.seen.table, clause.seen.key)];
  if ('through' in clause) return [idsFunction(throughIds(clause, ofTransaction))];
  return 'granted' in clause ? [idsFunction(grantedIds(clause, ofTransaction))] : [];
}

/** The functions that the row policies of a table ask, and those of its former versions. */
export const functionsOf = ({ table, read, write }: TablePolicy): RightsFunction[] => [
  seenFunction(table, 'id'),
  ...[...(read === everyone ? [] : read), ...write].flatMap(functionsOfClause),
];

/** Whom the clauses open a row to, unless its processing is restricted. */
function opensTo({ restriction }: TablePolicy, clauses: readonly Clause[], table: string): string {
  const open = anyOf(clauses, table);
  return restriction === undefined
    ? open
    : `${isSystem} or (${table}.${restriction} is null and (${open}))`;
}

function readSql(policy: TablePolicy, table: string): string {
  if (table !== policy.table) return asPresent(policy.table, table);
  if (policy.read === everyone) return `${setting('role')} <> ''`;
  return opensTo(policy, policy.read, table);
}

/** The four row policies of a table: who reads, adds, changes and removes its rows. */
export function rowPoliciesSql(policy: TablePolicy, table = policy.table): string {
  const read = readSql(policy, table);
  const write = opensTo(policy, policy.write, table);
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

/** A condition with the values it names. */
export interface Filter {
  sql: string;
  values: Record<string, unknown>;
}

const ofValues: Asker = {
  low: ':rightsLow',
  high: ':rightsHigh',
  organization: ':rightsOrganization',
  actor: ':rightsActor',
  now: ':rightsNow',
};

/**
 * The rows that a policy opens to one caller, as a condition with constants: what row-level security
 * would leave anyway, said so that the planner can look for it in an index.
 */
export function filterFor(policy: TablePolicy, caller: Caller, alias: string, now: Date): Filter {
  const { low, high } = regionRange(caller.region);
  const values = {
    rightsLow: low,
    rightsHigh: high,
    rightsOrganization: caller.organizationId,
    rightsActor: caller.id,
    rightsNow: now,
  };
  if (policy.read === everyone || caller.role === 'SYSTEM') return { sql: 'true', values };
  const theirs = policy.read.filter(({ roles }) =>
    (roles as readonly string[]).includes(caller.role),
  );
  const sql = theirs.map((clause) => `(${conditionSql(clause, ofValues, `${alias}.`)})`);
  const open = sql.join(' or ') || 'false';
  const { restriction } = policy;
  return {
    sql: restriction === undefined ? open : `${alias}.${restriction} is null and (${open})`,
    values,
  };
}

/**
 * Closes a table, to its owner too: until policies are made nothing is visible and nothing can be
 * written, and afterwards only in a transaction that says its role.
 */
export const closeTableSql = ({ access }: TablePolicy, table: string): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  comment on table ${table} is 'access: ${access}';`;

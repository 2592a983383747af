import { createHash } from 'node:crypto';
import type { TableRights } from '@jejaring/chassis/process/database';
import type { DataSource, QueryRunner } from 'typeorm';
import type { RightsFunction } from './policy-sql.js';
import { closeTableSql, functionsOf, rightsFunctionSql, rowPoliciesSql } from './policy-sql.js';
import type { TablePolicy } from './policy.rules.js';

/** A guarded table as the catalogue has it: what its policies are, and what was noted when they were made. */
interface Guarded {
  table: string;
  closed: boolean;
  policies: string;
  note: string | null;
}

const guardedSql = `
  select c.relname as "table", c.relrowsecurity and c.relforcerowsecurity as closed,
    coalesce(string_agg(concat_ws('|', p.polname, p.polcmd, p.polpermissive, p.polroles,
      pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid)), E'\\n' order by p.polname), '') as policies,
    max(obj_description(p.oid, 'pg_policy')) as note
  from pg_class c left join pg_policy p on p.polrelid = c.oid
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
  group by c.oid, c.relname`;

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Says which data the policies were made of, and what the catalogue then held. */
const noteOf = (sql: string, { policies }: Pick<Guarded, 'policies'>) =>
  `rights ${hash(sql)} ${hash(policies)}`;

type Asks = Pick<DataSource | QueryRunner, 'query'>;

async function readGuarded(source: Asks): Promise<Map<string, Guarded>> {
  const rows = (await source.query(guardedSql)) as Guarded[];
  return new Map(rows.map((row) => [row.table, row]));
}

/** Each table of a policy: its own, and that of former versions where it has one. */
function tablesOf(policies: readonly TablePolicy[], known: ReadonlyMap<string, Guarded>) {
  return policies.flatMap((policy) =>
    [policy.table, `${policy.table}_history`]
      .filter((table) => table === policy.table || known.has(table))
      .map((table) => ({ policy, table, sql: rowPoliciesSql(policy, table) })),
  );
}

function isAsMeant(found: Guarded | undefined, sql: string): boolean {
  return found !== undefined && found.closed && found.note === noteOf(sql, found);
}

/** Names the rights of a service: an entry of the audit says under which of them it was decided. */
export const versionOf = (policies: readonly TablePolicy[]): string =>
  hash(JSON.stringify(policies));

/** Under which rights entries are written: what the service leaves out, the database fills in. */
async function readVersion(source: Asks): Promise<string | null> {
  const [found] = (await source.query(`
    select substring(pg_get_expr(d.adbin, d.adrelid) from '^''(.*)''::text$') as version
    from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
    where d.adrelid = to_regclass('public.audit_entry') and a.attname = 'policy_version'`)) as {
    version: string | null;
  }[];
  return found?.version ?? null;
}

/** The functions of all policies that are needed here: a table without history or id has none of its own. */
function neededFunctions(
  policies: readonly TablePolicy[],
  known: ReadonlyMap<string, Guarded>,
): Map<string, RightsFunction> {
  const used = tablesOf(policies, known)
    .map(({ sql }) => sql)
    .join();
  const all = policies.flatMap(functionsOf).filter(({ name }) => used.includes(name));
  return new Map(all.map((each) => [each.name, each]));
}

const madeFunctionsSql = `
  select proname as name, prosrc as body, prosecdef or provolatile <> 's' as odd from pg_proc
  where pronamespace = 'public'::regnamespace and proname ~ '^rights_[0-9a-f]{20}$'`;

interface MadeFunction {
  name: string;
  body: string;
  odd: boolean;
}

/** Functions that are missing, or do not ask what the policies mean, or that no policy needs. */
async function differentFunctions(
  source: Asks,
  needed: ReadonlyMap<string, RightsFunction>,
): Promise<{ missing: RightsFunction[]; strange: string[] }> {
  const made = (await source.query(madeFunctionsSql)) as MadeFunction[];
  const good = new Set(
    made
      .filter(({ name, body, odd }) => !odd && needed.get(name)?.body === body)
      .map((f) => f.name),
  );
  return {
    missing: [...needed.values()].filter(({ name }) => !good.has(name)),
    strange: made.filter(({ name }) => !needed.has(name)).map(({ name }) => name),
  };
}

async function apply(policies: readonly TablePolicy[], runner: QueryRunner): Promise<void> {
  const version = versionOf(policies);
  if ((await readVersion(runner)) !== version)
    await runner.query(
      `alter table audit_entry alter column policy_version set default '${version}'`,
    );
  const before = await readGuarded(runner);
  const needed = neededFunctions(policies, before);
  const { missing, strange } = await differentFunctions(runner, needed);
  for (const each of missing) await runner.query(rightsFunctionSql(each));
  const changed = tablesOf(policies, before).filter(
    ({ table, sql }) => !isAsMeant(before.get(table), sql),
  );
  if (changed.length > 0) await replace(changed, runner);
  for (const name of strange) await runner.query(`drop function ${name}`);
}

/** All or none of the changed policies, each with the note of what it was made of. */
async function replace(changed: ReturnType<typeof tablesOf>, runner: QueryRunner): Promise<void> {
  await runner.startTransaction();
  try {
    for (const { policy, table, sql } of changed)
      await runner.query(closeTableSql(policy, table) + sql);
    const after = await readGuarded(runner);
    for (const { table, sql } of changed) {
      const note = noteOf(sql, after.get(table)!);
      await runner.query(`comment on policy ${table}_read on ${table} is '${note}'`);
    }
    await runner.commitTransaction();
  } catch (error) {
    // Whoever migrates gives back its lock on this connection, which a failed transaction would refuse.
    await runner.rollbackTransaction();
    throw error;
  }
}

async function differences(
  policies: readonly TablePolicy[],
  source: DataSource,
): Promise<string[]> {
  const found = await readGuarded(source);
  const meant = tablesOf(policies, found);
  const known = new Set(meant.map(({ table }) => table));
  const stray = [...found.values()].filter(
    ({ table, policies: made }) => made !== '' && !known.has(table),
  );
  const others = [...meant.filter(({ table, sql }) => !isAsMeant(found.get(table), sql)), ...stray];
  const isVersion = (await readVersion(source)) === versionOf(policies);
  const functions = await differentFunctions(source, neededFunctions(policies, found));
  return [
    ...others.map(({ table }) => table),
    ...(isVersion ? [] : ['audit_entry']),
    ...functions.missing.map(({ name }) => name),
  ];
}

/**
 * The rights of a service as row-level security that follows the data: made anew when the migrations
 * have run wherever they differ, and looked at before the service serves.
 */
export const rowPolicies = (policies: readonly TablePolicy[]): TableRights => ({
  apply: (runner) => apply(policies, runner),
  differences: (source) => differences(policies, source),
});

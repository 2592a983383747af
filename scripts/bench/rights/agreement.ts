import type { GraphQLError } from 'graphql';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import { filterFor } from '@jejaring/trust/rights/policy-sql';
import type { Related } from '@jejaring/trust/rights/policy.rules';
import { canRead, everyone } from '@jejaring/trust/rights/policy.rules';
import type { Actor } from './actors.js';
import type { Kind, RowsOf } from './kinds.js';
import type { Oracle } from './oracle.js';
import type { AskGraph, Found, Path } from './paths.js';
import type { Row } from './rows.js';
import type { World } from './world.js';

/** Somebody and a record on which two answers differ. */
export interface Difference {
  path: string;
  who: string;
  record: string;
  says: number;
  meant: number;
}

const named = new WeakMap<Row, Row>();

/** A row as an entity has it: by the names of its properties. */
function asProperties(row: Row): Row {
  const known = named.get(row);
  if (known) return known;
  const entries = Object.entries(row).map(([column, value]): [string, unknown] => [
    column.replace(/_([a-z])/g, (_match, letter: string) => letter.toUpperCase()),
    value,
  ]);
  const properties = Object.fromEntries(entries);
  named.set(row, properties);
  return properties;
}

/** What the predicate is told of other rows: all of them. */
function relatedTo({ judged, rowsOf, service }: World, { caller }: Actor): Related {
  const rows = (table: string) => rowsOf(table).map(asProperties);
  const related: Related = {
    rows,
    now: service.clock.now(),
    sees(table, row) {
      const kind = judged.kinds.find(({ policy }) => policy.table === table);
      return kind !== undefined && canRead(kind.policy, caller, row, related);
    },
  };
  return related;
}

const idsOf = (rows: readonly Row[]) => new Set(rows.map((row) => String(row.id)));

const byPredicate = (world: World, actor: Actor, { policy }: Kind) => {
  const related = relatedTo(world, actor);
  const rows = world.rowsOf(policy.table);
  return idsOf(rows.filter((row) => canRead(policy, actor.caller, asProperties(row), related)));
};

/** The records of a kind that the oracle shows to somebody. */
export const idsByOracle = (
  world: World,
  oracle: Oracle,
  actor: Actor,
  { name, policy, facts }: Kind,
): Set<string> => {
  const rows = world.rowsOf(policy.table);
  return idsOf(
    rows.filter((row) => oracle.sees(actor, name, row, facts?.(row, world.rowsOf) ?? {})),
  );
};

/** Whether a policy rests on the rights to another table, which only the scope of the caller has. */
const restsOnOthers = ({ read }: Kind['policy']) =>
  read !== everyone && read.some((clause) => 'seen' in clause || 'records' in clause);

/** The condition alone, in a scope that would show everything where the condition does not ask for one. */
const byFilter = ({ database }: TestService, actor: Actor, { policy, entity }: Kind) => {
  const caller = restsOnOthers(policy) ? actor.claim : systemCaller('bench');
  return database.inWork({ caller, readOnly: true }, async (work) => {
    const { sql, values } = filterFor(policy, actor.caller, 'x', work.now);
    const query = work.select(entity, 'x').select('x.id', 'id').where(`(${sql})`, values);
    return idsOf(await query.getRawMany<Row>());
  });
};

/** Row-level security alone, by the claim of a token. */
const byPolicies = ({ database }: TestService, { claim }: Actor, { policy }: Kind) =>
  database.inWork({ caller: claim, readOnly: true }, async (work) =>
    idsOf(await work.sql(`select id from ${policy.table}`)),
  );

const isRefusedRole = ({ extensions }: GraphQLError) =>
  extensions.code === 'FORBIDDEN' || extensions.code === 'UNAUTHENTICATED';

/** The graph as somebody asks it; a field that their role may not ask shows them nothing. */
export function graphOf(service: TestService, { claim }: Actor): AskGraph {
  return async (document, variables = {}) => {
    const { data, errors } = await service.ask<Record<string, unknown>>(document, variables, claim);
    const fault = errors.find((error) => !isRefusedRole(error));
    if (fault) throw new Error(`${document.slice(0, 200)}: ${fault.message}`, { cause: fault });
    return data ?? {};
  };
}

const compare = (path: string, actor: Actor, said: Found, meant: Found): Difference[] => {
  const { role, region, organizationId } = actor.caller;
  const who = `${role} ${region ?? '-'} ${organizationId?.slice(-2) ?? '-'} ${actor.standing}`;
  return [...new Set([...said.keys(), ...meant.keys()])].flatMap((record) => {
    const [says, should] = [said.get(record) ?? 0, meant.get(record) ?? 0];
    return says === should ? [] : [{ path, who, record, says, meant: should }];
  });
};

const asFound = (ids: ReadonlySet<string>): Found => new Map([...ids].map((id) => [id, 1]));

/** All answers about one person: three ways to say a policy and every path of the graph, each against the oracle. */
export async function judge(
  world: World,
  oracle: Oracle,
  actor: Actor,
): Promise<{ differences: Difference[]; pairs: number }> {
  const { judged, service, rowsOf } = world;
  const seen = new Map<string, Row[]>();
  const differences: Difference[] = [];
  let pairs = 0;
  for (const kind of judged.kinds) {
    const { table } = kind.policy;
    const meant = idsByOracle(world, oracle, actor, kind);
    seen.set(
      table,
      rowsOf(table).filter(({ id }) => meant.has(String(id))),
    );
    pairs += rowsOf(table).length;
    const answers: [string, ReadonlySet<string>][] = [
      ['predicate', byPredicate(world, actor, kind)],
      ['filter', await byFilter(service, actor, kind)],
      ['row-level security', await byPolicies(service, actor, kind)],
    ];
    for (const [name, ids] of answers)
      differences.push(...compare(`${name} of ${table}`, actor, asFound(ids), asFound(meant)));
  }
  const sees = (table: string) => seen.get(table) ?? [];
  const ask = graphOf(service, actor);
  for (const path of judged.paths)
    differences.push(...(await walk(path, { actor, ask, world, sees })));
  return { differences, pairs };
}

async function walk(
  path: Path,
  asked: { actor: Actor; ask: AskGraph; world: World; sees: RowsOf },
): Promise<Difference[]> {
  const found = await path.walk(asked.ask, asked.world.rowsOf);
  return compare(path.name, asked.actor, found, path.meant(asked.sees, asked.world.rowsOf));
}

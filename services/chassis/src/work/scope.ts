import type { PoolClient, QueryResult } from 'pg';
import type { QueryRunner } from 'typeorm';
import { QueryRunnerAlreadyReleasedError } from 'typeorm';
import type { Clock } from '../process/clock.js';
import { millisecondsLeft } from './deadline.js';
import type { NewId } from './new-id.js';
import type { Caller } from './scope.rules.js';
import { anonymous, regionRange } from './scope.rules.js';
import { accountOf } from './standing.js';

/** Everything a unit of work is done with and for. */
export interface WorkOptions {
  caller: Caller;
  readOnly: boolean;
  /** When the answer is no longer waited for; null for work of the system. */
  deadline?: Date | null;
  /** Overrides the service's clock: how a loader records a fact at its own date. */
  clock?: Clock;
  newId?: NewId;
}

const plans = new Map<string, string>();

/** A statement that each connection parses once and plans seldom, for what nearly every unit of work sends. */
export function keepPlan(name: string, text: string): string {
  plans.set(text, name);
  return text;
}

const enterSql = keepPlan(
  'enter scope',
  `
  with standing as materialized (
    select standing_role($1, $9, $10, nullif($5, '')::uuid, $11::uuid, $12) as role
  )
  select role, set_config('app.role', role, true), set_config('app.actor', $2, true),
    set_config('app.low', case when role = $1 then $3 else '' end, true),
    set_config('app.high', case when role = $1 then $4 else '' end, true),
    set_config('app.organization', case when role = $1 then $5 else '' end, true),
    set_config('statement_timeout', $6, true), set_config('lock_timeout', $7, true),
    set_config('transaction_read_only', $8, true), set_config('app.now', $12::timestamptz::text, true)
  from standing`,
);

/**
 * Tells the transaction who asks, and answers with the caller as the register lets them stand: a
 * claim that no appointment covers any more is the public's. The settings end with the transaction,
 * so that a pooled connection never carries one caller's scope to the next.
 */
export async function enterScope(
  runner: QueryRunner,
  options: WorkOptions,
  now: Date,
): Promise<Caller> {
  const { caller, readOnly } = options;
  const { low, high } = regionRange(caller.region);
  const budget = millisecondsLeft(options.deadline ?? null);
  const [{ role }] = (await runner.query(enterSql, [
    caller.role,
    caller.id,
    low,
    high,
    caller.organizationId ?? '',
    String(budget),
    String(Math.min(budget, 2_000)),
    readOnly ? 'on' : 'off',
    accountOf(caller.id),
    caller.region,
    caller.officeId,
    now,
  ])) as [{ role: Caller['role'] }];
  return role === caller.role ? caller : { ...anonymous(caller.requestId), id: caller.id };
}

/** What TypeORM makes of an answer of the driver, whose ways to it are long. */
function shape({ rows, rowCount, command }: QueryResult, structured: boolean): unknown {
  const raw = command === 'UPDATE' || command === 'DELETE' ? [rows, rowCount] : rows;
  return structured ? { raw, records: rows, affected: rowCount } : raw;
}

/** What a unit of work sends but does not wait for: statements behind it wait, and fail where it failed. */
const unawaited = { always: ['START TRANSACTION'], inReads: ['START TRANSACTION', 'COMMIT'] };

/**
 * Sends statements to the driver in the order in which they are asked for, and counts them. Resolvers ask
 * side by side: in a read each waits for the one before, so that what their loaders gather, and with it
 * the number of statements, does not hang on when an answer comes.
 */
export function sendInOrder(
  runner: QueryRunner,
  { client, readOnly, count }: { client: PoolClient; readOnly: boolean; count: () => void },
): void {
  const passing = readOnly ? unawaited.inReads : unawaited.always;
  let last: Promise<unknown> = Promise.resolve();
  let isOver = false;
  const send = async (text: string, values?: unknown[], structured = false) => {
    // What still comes behind the end would run without transaction and scope.
    if (isOver || runner.isReleased) throw new QueryRunnerAlreadyReleasedError();
    isOver = text === 'COMMIT' || text === 'ROLLBACK';
    const name = plans.get(text);
    const answer = client.query(
      name === undefined ? { text, values: values! } : { name, text, values: values! },
    );
    if (!passing.includes(text)) return shape(await answer, structured);
    // A connection that broke says so to the next statement.
    answer.catch(() => undefined);
    return undefined;
  };
  const query: typeof send = (...call) => {
    count();
    if (!readOnly) return send(...call);
    const turn = last.then(
      () => send(...call),
      () => send(...call),
    );
    last = turn;
    return turn;
  };
  (runner as { query: unknown }).query = query;
}

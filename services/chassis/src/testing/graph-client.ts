import { randomUUID } from 'node:crypto';
import type { ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import { getOperationAST, parse, validate } from 'graphql';
import pg from 'pg';
import { createExecutor } from '@jejaring/execution/compiled-queries';
import type { EventContract, EventData } from '@jejaring/schema/events/contract';
import { sequenceText } from '../events/cloud-event.js';
import type { Consumer, Outcome } from '../events/inbox.js';
import { consume } from '../events/inbox.js';
import { GraphContext } from '../graph/context.js';
import type { SubgraphDefinition } from '../graph/subgraph.js';
import { buildSubgraph } from '../graph/subgraph.js';
import type { Clock } from '../process/clock.js';
import type { DatabaseDefinition } from '../process/database.js';
import type { FileStore } from '../process/file-store.js';
import type { OpenVault } from '../work/key-vault.js';
import { anonymous, systemCaller } from '../work/scope.rules.js';
import type { Caller } from '../work/scope.rules.js';
import type { Work } from '../work/unit-of-work.js';
import { Database } from '../work/unit-of-work.js';
import { createEmptyDatabase, createTestDatabase } from './database.js';
import type { VaultKind } from './vault-kind.js';

/** A service held by a test: asked through GraphQL, fed with events, looked into by SQL. */
export interface TestService {
  database: Database;
  /** Address of the database as the owner of its tables. */
  ownerUrl: string;
  /** The keys of its persons, and the address of their database as the service logs in there. */
  keys: { url: string; vault: OpenVault } | null;
  /** The time that rules see; move it with `clock.at`. */
  clock: Clock & { at: Date };
  ask<Data = Record<string, never>>(
    document: string,
    variables?: object,
    caller?: Caller,
  ): Promise<Answer<Data>>;
  /** Delivers the next event of its key, as another service would have said it. */
  deliver<C extends EventContract>(contract: C, data: EventData<C>): Promise<Outcome>;
  /** Events that wait in the outbox, oldest first. */
  published(): Promise<
    { type: string; key: string; region: string | null; data: Record<string, unknown> }[]
  >;
  /** Rows as the superuser of the database sees them. */
  rows<Row = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /** Work of the system, for fixtures. */
  asSystem<Result>(act: (work: Work) => Promise<Result>): Promise<Result>;
  stop(): Promise<void>;
}

export interface Answer<Data> {
  data: Data;
  errors: readonly GraphQLError[];
  statements: number;
}

export interface TestServiceOptions {
  name: string;
  database: DatabaseDefinition;
  graph: SubgraphDefinition;
  consumers: readonly Consumer[];
  files?: FileStore;
  vaultKind?: VaultKind;
}

/** A caller of a test, with sane defaults. */
export const aCaller = (fields: Partial<Caller>): Caller => ({
  ...anonymous(randomUUID()),
  id: `test-${fields.role ?? 'PUBLIC'}-${fields.region ?? ''}-${fields.organizationId ?? ''}`,
  ...fields,
});

/** A vault in a database of its own, as the service's is. */
async function openTestVault(kind: VaultKind) {
  const { ownerUrl, appUrl, drop } = await createEmptyDatabase();
  await kind.prepare(ownerUrl);
  return { url: appUrl, vault: kind.openAnew(appUrl), drop };
}

export async function startTestService(options: TestServiceOptions): Promise<TestService> {
  const { name, consumers, vaultKind } = options;
  const testDatabase = await createTestDatabase(options.database);
  const source = await testDatabase.connect();
  const clock = { at: new Date('2026-11-20T02:00:00Z'), now: () => new Date(clock.at) };
  const keys = vaultKind ? await openTestVault(vaultKind) : null;
  const database = new Database(source, name, clock, keys?.vault, options.files);
  const schema = buildSubgraph(options.graph);
  const execute = createExecutor<GraphContext>(schema, { compileAtOnce: true });
  const ask = async <Data>(context: GraphContext, document: string, variables: object) => {
    const asked = { variables: { ...variables }, context };
    const { data, errors = [] } = await answer(execute, schema, document, asked);
    await context.end();
    return { data: data as Data, errors, statements: context.statements };
  };
  const owner = new pg.Pool({ connectionString: superuserUrl(testDatabase.ownerUrl), max: 2 });
  // An idle connection may still be there when its database is dropped; nobody waits for it.
  owner.on('error', (error) => process.emitWarning(error.message));
  const rows: TestService['rows'] = async (sql, parameters = []) => {
    const result = await owner.query(sql, parameters);
    return result.rows as never;
  };
  const sequences = new Map<string, number>();
  return {
    database,
    ownerUrl: testDatabase.ownerUrl,
    keys,
    clock,
    rows,
    ask: (document, variables = {}, caller = anonymous(randomUUID())) =>
      ask(new GraphContext(database, caller, null), document, variables),
    async deliver(contract, data) {
      const key = String((data as Record<string, unknown>)[contract.key]);
      const sequence = (sequences.get(contract.topic + key) ?? 0) + 1;
      sequences.set(contract.topic + key, sequence);
      const record = toRecord(contract, key, data, sequence);
      return (await consume(database, consumers, [record]))[0]!;
    },
    published: () =>
      rows(
        'select type, aggregateid as key, region, payload::json as data from outbox order by seq',
      ),
    asSystem: (act) => database.inWork({ caller: systemCaller('fixture'), readOnly: false }, act),
    async stop() {
      await source.destroy();
      await owner.end();
      await testDatabase.drop();
      await keys?.vault.end();
      await keys?.drop();
    },
  };
}

function superuserUrl(ownerUrl: string): string {
  const url = new URL(process.env.JEJARING_TEST_POSTGRES_URL!);
  url.pathname = new URL(ownerUrl).pathname;
  return url.href;
}

/** As the server answers, but that every query is compiled. */
async function answer(
  execute: ReturnType<typeof createExecutor<GraphContext>>,
  schema: GraphQLSchema,
  source: string,
  asked: { variables: Record<string, unknown>; context: GraphContext },
): Promise<ExecutionResult> {
  const document = parse(source);
  const errors = validate(schema, document);
  const operation = getOperationAST(document);
  if (errors.length > 0) return { errors };
  if (!operation) throw new Error('A test asks one operation.');
  return execute({ document, operation, ...asked });
}

/** A record as the relay of the publishing service would send it. */
export function toRecord(
  contract: EventContract,
  key: string,
  data: object,
  sequence: number,
  epoch = 1,
) {
  const id = randomUUID();
  const time = new Date().toISOString();
  return {
    topic: contract.topic,
    partition: 0,
    offset: `${contract.topic}-${key}-${sequence}-${id}`,
    key,
    timestamp: Date.now(),
    value: JSON.stringify(data),
    headers: {
      id,
      ce_id: id,
      ce_type: contract.type,
      ce_time: time,
      ce_recordedtime: time,
      ce_sequence: sequenceText(sequence),
      ce_epoch: String(epoch),
      'content-type': 'application/json',
    },
  };
}

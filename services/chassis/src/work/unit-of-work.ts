import { plainQuery } from '@jejaring/execution/plain-rows';
import type { EventContract, EventData } from '@jejaring/schema/events/contract';
import type { PoolClient } from 'pg';
import type {
  DataSource,
  DeepPartial,
  EntityTarget,
  FindOptionsOrder,
  FindOptionsWhere,
  ObjectLiteral,
  QueryRunner,
  SelectQueryBuilder,
} from 'typeorm';
import { insertOutboxSql, outboxParameters } from '../events/outbox.js';
import { publicId } from '../graph/ids.js';
import type { Clock } from '../process/clock.js';
import type { FileStore } from '../process/file-store.js';
import { ReadAudit } from './audit.js';
import type { KeyVault } from './key-vault.js';
import type { NewId } from './new-id.js';
import { randomId } from './new-id.js';
import { conflict, notFound, refuse } from './refusal.js';
import type { Caller } from './scope.rules.js';
import type { WorkOptions } from './scope.js';
import { enterScope, sendInOrder } from './scope.js';

function noFiles(): never {
  throw new Error('This service keeps no files.');
}

/** A row whose changes are counted, so that nobody overwrites what they have not seen. */
export interface Versioned {
  id: string;
  version: number;
}

/**
 * The one way to the database: a transaction in the caller's scope, with the time that rules are
 * given, the events that leave with it, and the subjects that the audit will name.
 */
export class Work {
  readonly now: Date;
  readonly caller: Caller;
  readonly newId: NewId;
  published = 0;
  /** Called once it is committed. */
  readonly whenDone: (() => void)[] = [];
  private readonly readOnly: boolean;
  private isBeyond = false;

  constructor(
    private readonly runner: QueryRunner,
    readonly service: string,
    options: WorkOptions & { clock: Clock },
    private readonly keys: KeyVault | null,
    private readonly store: FileStore | null,
  ) {
    this.caller = options.caller;
    this.now = options.clock.now();
    this.newId = options.newId ?? randomId;
    this.readOnly = options.readOnly;
  }

  /** The keys of persons; only a service that keeps some has them. */
  get vault(): KeyVault {
    if (this.keys === null) throw new Error('This service keeps no keys of persons.');
    return this.keys;
  }

  /** Where files are kept; only a service whose records have evidence has a store. */
  get files(): FileStore {
    return this.store ?? noFiles();
  }

  /** Rows by SQL, for what an entity cannot say; parameters only, never text from outside. */
  async sql<Row = Record<string, unknown>>(
    text: string,
    parameters: unknown[] = [],
  ): Promise<Row[]> {
    const { records } = await this.runner.query(text, parameters, true);
    return records as Row[];
  }

  async find<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    where: FindOptionsWhere<Row>,
  ): Promise<Row | null> {
    const query = plainQuery(this.runner.dataSource.getMetadata(entity), where);
    if (query === null) return this.runner.manager.findOneBy(entity, where);
    const [row] = await this.sql<Row>(`${query.text} limit 1`, query.values);
    return row ?? null;
  }

  /** The row, or the refusal that it is not there for this caller. */
  async get<Row extends Versioned>(entity: EntityTarget<Row>, id: string): Promise<Row> {
    const row = await this.find(entity, { id } as FindOptionsWhere<Row>);
    return row ?? refuse(notFound(publicId(entity, id)));
  }

  /** The row as the caller last saw it, or the refusal that somebody else changed it since. */
  async getAt<Row extends Versioned>(
    entity: EntityTarget<Row>,
    id: string,
    expectedVersion: number,
  ): Promise<Row> {
    const row = await this.get(entity, id);
    if (row.version === expectedVersion) return row;
    return refuse(conflict(row.version));
  }

  /** The row, held against other writers until the end: for rules that count. */
  async lock<Row extends ObjectLiteral>(entity: EntityTarget<Row>, where: FindOptionsWhere<Row>) {
    const lock = { mode: 'pessimistic_write' } as const;
    return this.runner.manager.findOne(entity, { where, lock });
  }

  list<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    where: FindOptionsWhere<Row> | FindOptionsWhere<Row>[],
    order?: FindOptionsOrder<Row>,
  ): Promise<Row[]> {
    const metadata = this.runner.dataSource.getMetadata(entity);
    const query = Array.isArray(where) ? null : plainQuery(metadata, where, order);
    if (query !== null) return this.sql<Row>(query.text, query.values);
    return this.runner.manager.find(entity, { where, ...(order ? { order } : {}) });
  }

  select<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    alias: string,
  ): SelectQueryBuilder<Row> {
    return this.runner.manager.createQueryBuilder(entity, alias);
  }

  async insert<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    row: DeepPartial<NoInfer<Row>>,
  ): Promise<Row> {
    const made = this.runner.manager.create(entity, row);
    await this.runner.manager
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(made)
      .returning('*')
      .execute();
    return made;
  }

  /** Inserts or overwrites a row that nobody versions: a fed copy, a counter. */
  async put<Row extends ObjectLiteral>(
    entity: EntityTarget<Row>,
    row: DeepPartial<NoInfer<Row>>,
    keys: string[],
  ): Promise<void> {
    await this.runner.manager.upsert(entity, row as never, keys);
  }

  /** Changes the version that was seen, or refuses: never a blind write. */
  async update<Row extends Versioned>(
    entity: EntityTarget<Row>,
    seen: Row,
    changes: Partial<Row>,
  ): Promise<Row> {
    const result = await this.runner.manager
      .createQueryBuilder()
      .update(entity)
      .set({ ...changes, version: seen.version + 1 } as never)
      .where('id = :id and version = :version', { id: seen.id, version: seen.version })
      .execute();
    if (result.affected === 1) {
      return this.runner.manager.create(entity, {
        ...seen,
        ...changes,
        version: seen.version + 1,
      } as DeepPartial<Row>);
    }
    const current = await this.get(entity, seen.id);
    return refuse(conflict(current.version));
  }

  /**
   * Looks beyond the caller's scope for what a rule must know and the caller must not see. Only in a
   * command, where statements follow one another; the scope is the caller's again afterwards.
   */
  async beyondScope<Result>(act: () => Promise<Result>): Promise<Result> {
    if (this.readOnly) throw new Error('Reads stay in the scope of their caller.');
    if (this.isBeyond) return act();
    const enter = (role: string) => this.sql("select set_config('app.role', $1, true)", [role]);
    await enter('SYSTEM');
    this.isBeyond = true;
    const result = await act();
    this.isBeyond = false;
    await enter(this.caller.role);
    return result;
  }

  /** Puts an event beside the rows it speaks of. Call it after the row of its key was written. */
  async publish<C extends EventContract>(
    contract: C,
    event: { region: string | null; data: EventData<C> },
  ): Promise<void> {
    const data = event.data as Record<string, unknown>;
    const key = String(data[contract.key]);
    const parameters = outboxParameters({
      id: this.newId(),
      contract,
      service: this.service,
      key,
      region: event.region,
      data,
      occurredAt: this.now,
      recordedAt: new Date(),
    });
    await this.sql(insertOutboxSql, parameters);
    this.published += 1;
  }
}

/** A service's database: gives out units of work, and counts the statements they send. */
export class Database {
  private readonly listeners: (() => void)[] = [];
  readonly readAudit: ReadAudit;
  /** Events of others that were not taken yet when it was last looked; null while nobody knows. */
  behind: number | null = null;

  constructor(
    readonly source: DataSource,
    readonly service: string,
    readonly clock: Clock,
    private readonly vault: KeyVault | null = null,
    private readonly store: FileStore | null = null,
  ) {
    this.readAudit = new ReadAudit(source);
  }

  get files(): FileStore {
    return this.store ?? noFiles();
  }

  /** Called after every commit that left events in the outbox. */
  onPublished(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** Opens a transaction that the caller of this function must end. */
  async open(options: WorkOptions, count: () => void = () => undefined): Promise<OpenWork> {
    const runner = this.source.createQueryRunner();
    const clock = options.clock ?? this.clock;
    let entered: Promise<Caller>;
    let caller: Caller;
    try {
      const client = (await runner.connect()) as PoolClient;
      sendInOrder(runner, { client, readOnly: options.readOnly, count });
      await runner.startTransaction();
      entered = enterScope(runner, options, clock.now());
      // What the system may do hangs on no appointment: it need not wait for the answer.
      caller = options.caller.role === 'SYSTEM' ? options.caller : await entered;
    } catch (error) {
      await runner.release();
      throw error;
    }
    const { service, vault, store } = this;
    const work = new Work(runner, service, { ...options, caller, clock }, vault, store);
    // `inWork` tells of it; until then its failure must not count as unhandled.
    entered.catch(() => undefined);
    return { work, entered, end: (how) => this.end(runner, work, how) };
  }

  private async end(runner: QueryRunner, work: Work, how: 'commit' | 'rollback'): Promise<void> {
    try {
      if (how === 'commit') await runner.commitTransaction();
      else await runner.rollbackTransaction();
    } finally {
      await runner.release();
    }
    if (how === 'rollback') return;
    for (const listener of work.published > 0 ? this.listeners : []) listener();
    for (const done of work.whenDone) done();
  }

  /** Does everything in one transaction, or nothing. */
  async inWork<Result>(
    options: WorkOptions,
    act: (work: Work) => Promise<Result>,
    count?: () => void,
  ): Promise<Result> {
    const open = await this.open(options, count);
    let result: Result;
    try {
      [result] = await Promise.all([act(open.work), open.entered]);
    } catch (error) {
      // A connection that cannot even roll back is gone, and its transaction with it; `error` says why.
      await open.end('rollback').catch(() => undefined);
      throw error;
    }
    await open.end('commit');
    return result;
  }
}

export interface OpenWork {
  work: Work;
  /** Rejects where the scope was not entered; statements behind it have failed then, too. */
  entered: Promise<unknown>;
  end(how: 'commit' | 'rollback'): Promise<void>;
}

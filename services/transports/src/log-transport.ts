import { Pool } from 'pg';
import type { Logger } from 'pino';
import { LogAppender } from './log-append.js';
import { pruneLog } from './log-prune.js';
import { createLogTables, createLogTopics } from './log-schema.js';
import { LogSubscription } from './log-subscription.js';
import type { EventTransport, PartitionLag } from './transport.js';

export interface LogTransportOptions {
  url: string;
  logger?: Logger;
}

const readLag = `
  select log_partition.topic, log_partition.part as partition,
    (next_offset - greatest(coalesce(log_offset.off, 0), coalesce(
      (select off from log_record where log_record.topic = log_partition.topic
        and log_record.part = log_partition.part order by off limit 1), next_offset)))::float8 as behind
  from log_partition left join log_offset on log_offset.topic = log_partition.topic
    and log_offset.part = log_partition.part and grp = $1
  where log_partition.topic = any($2)
  order by 1, 2`;

/** Every event through a partitioned log in PostgreSQL: for one machine, with nothing else to install. */
export function logTransport(options: LogTransportOptions): EventTransport {
  const { url, logger } = options;
  const pool = connectTo(options);
  const tables = onceDone(() => createLogTables(pool));
  const appender = new LogAppender(pool);
  const subscriptions = new Set<LogSubscription>();
  const pruning = keepPruned(options);
  return {
    async publish(records) {
      await tables();
      await appender.append(records);
    },
    async subscribe(wanted, handler) {
      await tables();
      const subscription = new LogSubscription({ url, logger, options: wanted, handler });
      await subscription.start();
      subscriptions.add(subscription);
      return subscription;
    },
    async ensureTopics(specs) {
      await tables();
      await createLogTopics(pool, specs);
    },
    async lag(group, topics) {
      await tables();
      return (await pool.query<PartitionLag>(readLag, [group, topics])).rows;
    },
    async close() {
      clearInterval(pruning);
      await Promise.all([...subscriptions].map((subscription) => subscription.stop()));
      await pool.end();
    },
  };
}

const pruneEveryMs = 6 * 3_600_000;

/** Forgets, now and then, what the topics no longer keep; several members may do it at once. */
function keepPruned({ url, logger }: LogTransportOptions): NodeJS.Timeout {
  const prune = () =>
    void pruneLog({ url }).catch((error: unknown) =>
      logger?.warn({ err: error }, 'the event log was not pruned'),
    );
  return setInterval(prune, pruneEveryMs).unref();
}

function connectTo({ url, logger }: LogTransportOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    max: 2,
    pipeline: true,
    application_name: 'log append',
    connectionTimeoutMillis: 10_000,
  });
  const broken = (error: Error) =>
    logger?.warn({ err: error }, 'a connection to the event log broke');
  // Unheard, the end of an idle connection, or of one between two statements, would end the process;
  // the statement that meets it fails by itself.
  pool.on('error', broken);
  pool.on('connect', (client) => client.on('error', broken));
  return pool;
}

/** Remembers success only, so that a database that comes up late is tried again. */
function onceDone(task: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= task().catch((error: unknown) => {
      done = null;
      throw error;
    });
    return done;
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '../process/log.js';
import type { Metrics } from '../process/metrics.js';
import { isPassingFault } from '../work/passing-fault.js';
import { systemCaller } from '../work/scope.rules.js';
import type { Database } from '../work/unit-of-work.js';
import { readMeta } from './cloud-event.js';
import type { Consumer, Outcome } from './inbox.js';
import { consume } from './inbox.js';
import { park } from './parking.js';
import type { BatchHandler, EventTransport, ReceivedRecord } from '@jejaring/transports/transport';

const tries = 3;
const retryPauseMs = 200;

export interface ReactOptions {
  database: Database;
  consumers: readonly Consumer[];
  transport: EventTransport;
  logger: Logger;
  metrics: Metrics;
}

/** Whether the failure says nothing about the event: the database is away, or was just now. */
async function isPassing(error: unknown, { database }: ReactOptions): Promise<boolean> {
  if (isPassingFault(error)) return true;
  return database.source.query('select 1').then(
    () => false,
    () => true,
  );
}

const faultOf = (error: unknown) =>
  error instanceof Error
    ? `${error.name} ${(error as { code?: string }).code ?? ''}`.trim()
    : 'unknown';

/** The dead-letter topic of a service: a copy for other teams; the parked row is what is redriven. */
export const deadLetterTopic = (group: string) => `${group}.dlq`;

async function sendDeadLetter(
  { database, transport, logger }: ReactOptions,
  record: ReceivedRecord,
  reason: string,
) {
  const { topic, partition, offset } = record;
  const headers = {
    ...record.headers,
    dlq_reason: reason,
    dlq_topic: topic,
    dlq_partition: String(partition),
    dlq_offset: offset,
  };
  try {
    await transport.publish([{ ...record, topic: deadLetterTopic(database.service), headers }]);
  } catch (error) {
    logger.warn(
      { err: error, topic, partition, offset },
      'dead letter not copied; the record is parked',
    );
  }
}

/** A reaction that fails again and again is the event's fault: it is set aside, its partition goes on. */
async function consumeOrPark(options: ReactOptions, record: ReceivedRecord): Promise<Outcome> {
  const { database, consumers } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const [outcome] = await consume(database, consumers, [record]);
      return outcome!;
    } catch (error) {
      if (await isPassing(error, options)) throw error;
      options.logger.error({ err: error, event: record.headers.ce_id, attempt }, 'reaction failed');
      if (attempt < tries) {
        await pause(retryPauseMs * attempt);
        continue;
      }
      const caller = systemCaller('events');
      await database.inWork({ caller, readOnly: false }, (work) =>
        park(work, record, 'FAILED', faultOf(error)),
      );
      return 'parked';
    }
  }
}

/** All in one transaction; null where that fails, so that only what fails is set aside. */
async function consumeTogether(
  { database, consumers, logger }: ReactOptions,
  records: readonly ReceivedRecord[],
): Promise<Outcome[] | null> {
  if (records.length < 2) return null;
  return consume(database, consumers, records).catch((error: unknown) => {
    logger.debug({ err: error }, 'records are taken one by one');
    return null;
  });
}

/** What a service does with the records of its subscription, in their order. */
export function reactTo(options: ReactOptions): BatchHandler {
  const tell = async (record: ReceivedRecord, outcome: Outcome) => {
    if (outcome === 'parked') {
      options.metrics.eventsParked.inc();
      await sendDeadLetter(options, record, 'PARKED');
    }
    const meta = readMeta(record);
    if (outcome !== 'done' || meta === null) return;
    const seconds = Math.max(0, Date.now() - meta.recordedTime.getTime()) / 1000;
    options.metrics.eventAge.observe({ type: meta.type }, seconds);
  };
  return async (records) => {
    const outcomes = await consumeTogether(options, records);
    for (const [at, record] of records.entries())
      await tell(record, outcomes?.[at] ?? (await consumeOrPark(options, record)));
  };
}

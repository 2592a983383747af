import { schemaAddress } from '@jejaring/schema/events/contract';
import type { EventContract } from '@jejaring/schema/events/contract';
import { keepsContract } from './cloud-event.js';
import type { EventRecord } from '@jejaring/transports/transport';

export interface Publication {
  id: string;
  contract: EventContract;
  service: string;
  key: string;
  region: string | null;
  data: object;
  occurredAt: Date;
  recordedAt: Date;
}

/**
 * The row beside the row it speaks of. The sequence is taken under a lock on its key that lasts to
 * the end of the transaction, so that the order of `seq` is the order of sequences for every key.
 */
export const insertOutboxSql = `
  with sequence as (
    insert into outbox_sequence (aggregateid, last) values ($3, 1)
    on conflict (aggregateid) do update set last = outbox_sequence.last + 1
    returning last
  )
  insert into outbox (id, aggregatetype, aggregateid, ce_sequence, epoch, type, payload, source, subject,
    occurred_at, recorded_time, dataschema, region)
  select $1, $2, $3, lpad(sequence.last::text, 12, '0'), (select epoch::text from producer_epoch), $4, $5, $6, $3, $7, $8, $9, $10
  from sequence`;

/** The parameters of `insertOutboxSql`; data that breaks its contract ends the transaction. */
export function outboxParameters(publication: Publication): unknown[] {
  const { contract, data, service } = publication;
  if (!`${contract.topic}.`.startsWith(`jejaring.${service}.`)) {
    throw new Error(`${service} must not publish ${contract.type}.`);
  }
  if (!keepsContract(contract, data))
    throw new Error(`Data breaks the contract of ${contract.type}.`);
  return [
    publication.id,
    contract.topic.slice('jejaring.'.length),
    publication.key,
    contract.type,
    JSON.stringify(data),
    `/services/${service}`,
    publication.occurredAt.toISOString(),
    publication.recordedAt.toISOString(),
    schemaAddress(contract.type),
    publication.region,
  ];
}

export interface OutboxRow {
  seq: string;
  id: string;
  aggregatetype: string;
  aggregateid: string;
  ce_sequence: string;
  epoch: string;
  type: string;
  payload: string | null;
  specversion: string;
  source: string;
  subject: string;
  occurred_at: string;
  recorded_time: string;
  dataschema: string;
  content_type: string;
  region: string | null;
}

/** An outbox row as it travels: CloudEvents in binary mode, as Debezium's router would send it. */
export function toRecord(row: OutboxRow): EventRecord {
  return {
    topic: `jejaring.${row.aggregatetype}`,
    key: row.aggregateid,
    timestamp: Date.parse(row.recorded_time),
    value: row.payload,
    headers: {
      id: row.id,
      ce_id: row.id,
      ce_type: row.type,
      ce_source: row.source,
      ce_specversion: row.specversion,
      ce_subject: row.subject,
      ce_time: row.occurred_at,
      ce_recordedtime: row.recorded_time,
      ce_sequence: row.ce_sequence,
      ce_epoch: row.epoch,
      ce_dataschema: row.dataschema,
      ...(row.region === null ? {} : { ce_region: row.region }),
      'content-type': row.content_type,
    },
  };
}

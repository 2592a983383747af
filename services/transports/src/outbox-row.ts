import type { EventRecord } from './transport.js';

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

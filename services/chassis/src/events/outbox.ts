import { schemaAddress } from '@jejaring/schema/events/contract';
import type { EventContract } from '@jejaring/schema/events/contract';
import { keepsContract } from './cloud-event.js';
import { keepPlan } from '../work/scope.js';

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
export const insertOutboxSql = keepPlan(
  'outbox',
  `
  with sequence as (
    insert into outbox_sequence (aggregateid, last) values ($3, 1)
    on conflict (aggregateid) do update set last = outbox_sequence.last + 1
    returning last
  )
  insert into outbox (id, aggregatetype, aggregateid, ce_sequence, epoch, type, payload, source, subject,
    occurred_at, recorded_time, dataschema, region)
  select $1, $2, $3, lpad(sequence.last::text, 12, '0'), (select epoch::text from producer_epoch), $4, $5, $6, $3, $7, $8, $9, $10
  from sequence`,
);

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

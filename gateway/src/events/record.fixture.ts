import { contractsByType } from '@jejaring/schema/events/contracts';
import type { ReceivedRecord } from '@jejaring/transports/transport';
import { randomUUID } from 'node:crypto';

interface RecordChange extends Partial<ReceivedRecord> {
  type?: string;
  region?: string | null;
  sequence?: number;
  epoch?: number;
  /** Other values than those of the sample. */
  data?: Record<string, unknown>;
}

/** A record as a service's relay would publish it: the sample of the contract, changed where a test says. */
export function aRecord(type: string, change: RecordChange = {}): ReceivedRecord {
  const contract = contractsByType.get(type);
  if (contract === undefined) throw new Error(`There is no event ${type}.`);
  const { sequence = 1, epoch = 1, region = null, data: changed, type: told, ...rest } = change;
  const data: Record<string, unknown> = { ...contract.sample, ...changed };
  const id = randomUUID();
  const headers = {
    id,
    ce_id: id,
    ce_type: told ?? type,
    ce_time: '2026-11-20T02:00:00.000Z',
    ce_recordedtime: '2026-11-20T02:00:00.000Z',
    ce_sequence: String(sequence).padStart(12, '0'),
    ce_epoch: String(epoch),
    ...(region === null ? {} : { ce_region: region }),
  };
  const key = String(data[contract.key]);
  const place = { topic: contract.topic, partition: 0, offset: '0', timestamp: Date.now() };
  return { ...place, key, headers, value: JSON.stringify(data), ...rest };
}

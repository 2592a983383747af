import { keepsContract, parseData, readMeta } from '@jejaring/chassis/events/cloud-event';
import { contractsByType } from '@jejaring/schema/events/contracts';
import type { ReceivedRecord } from '@jejaring/transports/transport';

/** A domain event as the gateway heard it, true to its contract. */
export interface HeardEvent {
  topic: string;
  partition: number;
  offset: string;
  id: string;
  type: string;
  /** Id of the aggregate whose order matters. */
  key: string;
  sequence: number;
  epoch: number;
  /** When it happened, ISO 8601. */
  time: string;
  region: string | null;
  data: Record<string, unknown>;
}

/**
 * The topics of events; snapshots repeat what they said, seals of the audit are not for callers, and what
 * the event-hub says concerns who subscribed there: the gateway need not wait for it.
 */
export const domainTopics: readonly string[] = [
  ...new Set([...contractsByType.values()].map(({ topic }) => topic)),
]
  .filter((topic) => !topic.endsWith('.audit') && topic !== 'jejaring.event-hub')
  .sort();

/** Reads a record; null for one that no contract knows or that breaks its own. */
export function readEvent(record: ReceivedRecord): HeardEvent | null {
  const meta = readMeta(record);
  const contract = meta === null ? undefined : contractsByType.get(meta.type);
  if (meta === null || contract === undefined || contract.topic !== record.topic) return null;
  const data = parseData(record.value);
  if (!keepsContract(contract, data) || String(data[contract.key]) !== meta.key) return null;
  const { id, type, key, sequence, epoch, region } = meta;
  const { topic, partition, offset } = record;
  const place = { topic, partition, offset };
  return { ...place, id, type, key, sequence, epoch, region, time: meta.time.toISOString(), data };
}

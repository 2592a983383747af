import type { EventMeta } from '@jejaring/chassis/events/cloud-event';
import { sequenceText } from '@jejaring/chassis/events/cloud-event';
import { schemaAddress } from '@jejaring/schema/events/contract';

/**
 * An event in the JSON format of CloudEvents 1.0, its data byte for byte as given. `region`, `epoch` and
 * `recordedtime` are extensions of ours, `sequence` is the registered one.
 */
export function toJsonEvent(meta: EventMeta, data: string): string {
  const { id, type, key, time, recordedTime, sequence, epoch, region } = meta;
  const attributes = JSON.stringify({
    specversion: '1.0',
    id,
    source: `/services/${type.slice(0, type.indexOf('.'))}`,
    type,
    subject: key,
    time: time.toISOString(),
    datacontenttype: 'application/json',
    dataschema: schemaAddress(type),
    ...(region === null ? {} : { region }),
    sequence: sequenceText(sequence),
    epoch: String(epoch),
    recordedtime: recordedTime.toISOString(),
  });
  return `${attributes.slice(0, -1)},"data":${data}}`;
}

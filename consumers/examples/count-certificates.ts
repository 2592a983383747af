import type { KafkaRecord } from '@jejaring/events/from-kafka';
import { fromKafka } from '@jejaring/events/from-kafka';
import { isEvent, whyNoEvent } from '@jejaring/events/is-event';
import type { EventOf } from '@jejaring/events/types';

type CertificateEvent = EventOf<
  'training.certificate.issued.v1' | 'training.certificate.revoked.v1'
>;

/** How many certificates of each organization count, from what is said on `jejaring.training`. */
export class CertificateCount {
  readonly byOrganization = new Map<string, number>();
  private readonly heard = new Set<string>();

  /** For `eachMessage` of kafkajs: `({ message }) => count.hearRecord(message)`. */
  hearRecord(record: KafkaRecord): void {
    const event = fromKafka(record);
    if (event !== null) this.hear(event);
  }

  /** For an event that came over HTTP, as JSON gave it. */
  hear(event: { type?: unknown }): void {
    if (
      event.type !== 'training.certificate.issued.v1' &&
      event.type !== 'training.certificate.revoked.v1'
    )
      return; // Of everything else, also of what did not exist when this was written, nothing is wanted.
    if (!isEvent(event.type, event)) throw new Error(whyNoEvent(event.type, event) ?? '');
    // Each event comes at least once; its id tells when it comes again.
    if (this.heard.has(event.id)) return;
    this.heard.add(event.id);
    this.count(event);
  }

  private count({ type, data }: CertificateEvent): void {
    const change = type === 'training.certificate.issued.v1' ? 1 : -1;
    const before = this.byOrganization.get(data.organizationId) ?? 0;
    this.byOrganization.set(data.organizationId, before + change);
  }
}

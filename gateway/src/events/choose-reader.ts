import type { Logger } from '@jejaring/chassis/process/log';
import { kafkaReader } from '@jejaring/transports/kafka-reader';
import { logReader } from '@jejaring/transports/log-reader';
import type { EventReader } from '@jejaring/transports/reader';
import type { GatewayConfig } from '../config.js';

type EventAddresses = Pick<GatewayConfig, 'brokers' | 'eventLogUrl'>;

/** How this deployment's events are heard; null where it says of none. */
export function chooseReader(
  { brokers, eventLogUrl }: EventAddresses,
  logger: Logger,
): EventReader | null {
  if (brokers.length > 0) return kafkaReader({ brokers, clientId: 'gateway', logger });
  return eventLogUrl === null ? null : logReader({ url: eventLogUrl, logger });
}

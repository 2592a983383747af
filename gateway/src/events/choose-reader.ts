import type { Logger } from '@jejaring/chassis/process/log';
import type { EventConfig } from '@jejaring/transports/event-variables';
import { kafkaLogin } from '@jejaring/transports/event-variables';
import { kafkaReader } from '@jejaring/transports/kafka-reader';
import { logReader } from '@jejaring/transports/log-reader';
import type { EventReader } from '@jejaring/transports/reader';

/** How this deployment's events are heard; null where it says of none. */
export function chooseReader(config: EventConfig, logger: Logger): EventReader | null {
  const { brokers, eventLogUrl } = config;
  const login = kafkaLogin(config);
  if (brokers.length > 0) return kafkaReader({ brokers, clientId: 'gateway', login, logger });
  return eventLogUrl === null ? null : logReader({ url: eventLogUrl, logger });
}

import type { Logger } from 'pino';
import type { EventConfig } from './event-variables.js';
import { kafkaLogin } from './event-variables.js';
import { kafkaTransport } from './kafka-transport.js';
import { logTransport } from './log-transport.js';
import type { EventTransport } from './transport.js';

/** The transport that the variables name. */
export function openTransport(
  clientId: string,
  config: EventConfig,
  logger: Logger,
): EventTransport {
  const { brokers, eventLogUrl } = config;
  const login = kafkaLogin(config);
  if (brokers.length > 0) return kafkaTransport({ brokers, clientId, login, logger });
  if (eventLogUrl !== null) return logTransport({ url: eventLogUrl, logger });
  throw new Error('Configuration: set KAFKA_BROKERS, or EVENT_LOG_URL for the embedded event log.');
}

import { kafkaTransport } from '@jejaring/transports/kafka-transport';
import { logTransport } from '@jejaring/transports/log-transport';
import type { EventTransport } from '@jejaring/transports/transport';
import { winnersDecided } from '@jejaring/schema/events/awards.events';

/** How the children of a campaign reach what they need; given to them as their argument. */
export interface Wiring {
  name: string;
  databaseUrl: string;
  log: { url: string } | { brokers: string[] };
  seed: number;
}

/** What the speakers say: a number that grows by one each time, so that any fold of it is known. */
export const spoken = winnersDecided;

export const speakerService = 'awards';
export const listenerGroup = 'listeners';

export function openTransport({ name, log }: Pick<Wiring, 'name' | 'log'>): EventTransport {
  if ('url' in log) return logTransport({ url: log.url });
  return kafkaTransport({ brokers: log.brokers, clientId: name });
}

export const readWiring = (): Wiring => JSON.parse(process.argv[2]!) as Wiring;

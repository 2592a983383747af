import { rest } from '@jejaring/chassis/process/rest';
import type { ServedWith } from '@jejaring/chassis/process/run-service';
import type { Bell } from '../feed/bell.js';
import { askEndpoints } from '../subscription/handshake.js';
import { Egress } from '../webhook/egress.js';
import { createDeliveryMetrics } from './delivery-metrics.js';
import { Dispatcher } from './dispatcher.js';
import { measureWaiting } from './waiting.js';

const handshakeEveryMs = 500;
const measureEveryMs = 15_000;

export interface WebhookOptions {
  bell: Bell;
  origin: string;
  loopback: boolean;
}

/** Starts asking endpoints and sending to them, beside the graph; every replica does its part. */
export function startWebhooks(
  { database, logger, metrics }: Pick<ServedWith, 'database' | 'logger' | 'metrics'>,
  { bell, origin, loopback }: WebhookOptions,
): { stop(): Promise<void> } {
  const egress = new Egress({ loopback });
  const figures = createDeliveryMetrics(metrics);
  const dispatcher = new Dispatcher({ database, logger, metrics: figures, bell, egress });
  const stopping = new AbortController();
  const repeat = async (everyMs: number, what: string, act: () => Promise<void>) => {
    while (!stopping.signal.aborted) {
      await act().catch((error: unknown) => logger.warn({ err: error }, `${what} failed`));
      await rest(everyMs, stopping.signal);
    }
  };
  dispatcher.start();
  const loops = [
    repeat(handshakeEveryMs, 'asking endpoints', () => askEndpoints({ database, egress, origin })),
    repeat(measureEveryMs, 'measuring what waits', () => measureWaiting(database, figures)),
  ];
  return {
    async stop() {
      stopping.abort();
      await dispatcher.stop();
      // Whoever is still being asked is asked again by the next.
      await egress.close();
      await Promise.all(loops);
    },
  };
}

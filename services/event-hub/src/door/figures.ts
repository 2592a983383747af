import type { Metrics } from '@jejaring/chassis/process/metrics';
import { Counter, Gauge } from 'prom-client';

/** What an operator sees of the doors to events. */
export type Figures = ReturnType<typeof createFigures>;

export function createFigures({ registry }: Pick<Metrics, 'registry'>, waiting: () => number) {
  const registers = [registry];
  const idle: Gauge = new Gauge({
    name: 'jejaring_feed_waiting',
    help: 'Readers that have everything and wait for more',
    registers,
    collect: () => {
      idle.set(waiting());
    },
  });
  return {
    readers: new Gauge({
      name: 'jejaring_feed_readers',
      help: 'Open requests and streams of subscribers',
      labelNames: ['door'],
      registers,
    }),
    sent: new Counter({
      name: 'jejaring_feed_events_sent_total',
      help: 'Events handed to subscribers, each time anew',
      labelNames: ['door'],
      registers,
    }),
    refused: new Counter({
      name: 'jejaring_feed_refused_total',
      help: 'Requests of subscribers that were refused, by the code of the problem',
      labelNames: ['code'],
      registers,
    }),
    cut: new Counter({
      name: 'jejaring_feed_streams_cut_total',
      help: 'Streams that were ended because their reader took nothing for a minute',
      registers,
    }),
  };
}

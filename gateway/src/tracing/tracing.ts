import type { Logger } from '@jejaring/chassis/process/log';
import { readTraceparent, writeTraceparent } from './traceparent.rules.js';

/** Never who asks, nor what: names of operations that are published, of services, of outcomes. */
export type Facts = Readonly<Record<string, string | number>>;

/** A part of the work for one request. */
export interface Part {
  /** Names this part to whoever is asked in it. */
  readonly traceparent: string;
  end(facts: Facts): void;
}

/** What becomes of one request, for somebody who looks where its time went. */
export interface Trace {
  begin(name: string): Part;
  end(facts: Facts): void;
}

export interface Tracing {
  /** Null when nobody follows this request. */
  enter(traceparent: string | string[] | undefined): Trace | null;
  stop(): Promise<void>;
}

export interface TracingOptions {
  /** Where a collector takes OTLP over HTTP; without one, traces of callers are only passed on. */
  traceEndpoint: string | null;
  /** The share of traces that are kept, from 0 to 1. */
  traceShare: number;
}

export async function openTracing(options: TracingOptions, log: Logger): Promise<Tracing> {
  const { traceEndpoint, traceShare } = options;
  if (traceEndpoint === null) return passingOn;
  const { exportTo } = await import('./exporting.js');
  return exportTo(traceEndpoint, traceShare, log);
}

const passingOn: Tracing = {
  enter(header) {
    const caller = readTraceparent(header);
    if (caller === null) return null;
    const traceparent = writeTraceparent(caller);
    return { begin: () => ({ traceparent, end: () => undefined }), end: () => undefined };
  },
  stop: async () => undefined,
};

import type { Context, Span } from '@opentelemetry/api';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api';
import type { ExportResult } from '@opentelemetry/core';
import { ExportResultCode } from '@opentelemetry/core';
import { JsonTraceSerializer } from '@opentelemetry/otlp-transformer';
import { Resource } from '@opentelemetry/resources';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import type { Logger } from '@jejaring/chassis/process/log';
import { readTraceparent, writeTraceparent } from './traceparent.rules.js';
import type { Facts, Tracing } from './tracing.js';

/**
 * Sends what became of requests to a collector. Loaded only where there is one, and not registered
 * for the whole process: the planner's own spans would carry documents, and with them what people typed.
 */
export function exportTo(endpoint: string, share: number, log: Logger): Tracing {
  const ratio = new TraceIdRatioBasedSampler(share);
  const provider = new BasicTracerProvider({
    resource: new Resource({ 'service.name': 'gateway' }),
    // A caller may ask not to be followed, but not to be followed more than others.
    sampler: new ParentBasedSampler({ root: ratio, remoteParentSampled: ratio }),
    spanProcessors: [new BatchSpanProcessor(new OtlpOverHttp(endpoint, log))],
  });
  const tracer = provider.getTracer('jejaring');
  return {
    enter(header) {
      const span = tracer.startSpan('request', { kind: SpanKind.SERVER }, parentOf(header));
      const inside = trace.setSpan(ROOT_CONTEXT, span);
      return {
        begin(name) {
          const part = tracer.startSpan(name, { kind: SpanKind.CLIENT }, inside);
          return { traceparent: nameOf(part), end: (facts) => end(part, facts) };
        },
        end: (facts) => end(span, facts),
      };
    },
    // What a collector that is away does not take is lost, and nothing else with it.
    stop: () =>
      provider.shutdown().catch((error: unknown) => log.debug({ err: error }, 'traces were lost')),
  };
}

function parentOf(header: string | string[] | undefined): Context {
  const caller = readTraceparent(header);
  if (caller === null) return ROOT_CONTEXT;
  const { traceId, spanId, sampled } = caller;
  const traceFlags = sampled ? TraceFlags.SAMPLED : TraceFlags.NONE;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true });
}

function nameOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return writeTraceparent({ traceId, spanId, sampled: (traceFlags & TraceFlags.SAMPLED) !== 0 });
}

function end(span: Span, facts: Facts): void {
  span.setAttributes(facts);
  const outcome = facts['jejaring.outcome'];
  if (outcome !== undefined && outcome !== 'ok') span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}

class OtlpOverHttp implements SpanExporter {
  constructor(
    private readonly endpoint: string,
    private readonly log: Logger,
  ) {}

  export(spans: ReadableSpan[], done: (result: ExportResult) => void): void {
    void this.deliver(spans, done);
  }

  async shutdown(): Promise<void> {}

  private async deliver(
    spans: ReadableSpan[],
    done: (result: ExportResult) => void,
  ): Promise<void> {
    try {
      await this.send(spans);
    } catch (error) {
      // Traces are for looking back; without a collector nobody must wait, nor be told twice.
      this.log.debug({ err: error, spans: spans.length }, 'the collector did not take traces');
      return done({ code: ExportResultCode.FAILED });
    }
    done({ code: ExportResultCode.SUCCESS });
  }

  private async send(spans: ReadableSpan[]): Promise<void> {
    const body = JsonTraceSerializer.serializeRequest(spans);
    const response = await fetch(`${this.endpoint.replace(/\/$/, '')}/v1/traces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: Buffer.from(body ?? []),
      signal: AbortSignal.timeout(5_000),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`The collector answered ${response.status}.`);
  }
}

/** The part of a trace that a caller is in (W3C Trace Context, 3.2). */
export interface RemoteSpan {
  traceId: string;
  spanId: string;
  sampled: boolean;
}

const form = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** What the header says, or null when it is absent or not what the specification allows. */
export function readTraceparent(header: string | string[] | undefined): RemoteSpan | null {
  if (typeof header !== 'string' || header.length > 128) return null;
  const [, version, traceId, spanId, flags, more] = form.exec(header) ?? [];
  if (traceId === undefined || version === 'ff') return null;
  if (version === '00' && more !== undefined) return null;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId!)) return null;
  return { traceId, spanId: spanId!, sampled: (Number.parseInt(flags!, 16) & 1) === 1 };
}

export const writeTraceparent = ({ traceId, spanId, sampled }: RemoteSpan): string =>
  `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`;

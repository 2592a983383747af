/** Something that was under way, in microseconds of the machine's clock. */
export interface Span {
  layer: 'gateway' | 'call' | 'service' | 'sql';
  from: number;
  to: number;
}

/** Milliseconds of requests, by what was at work. They add up to the time of the requests. */
export interface Shares {
  /** The gateway, with no call under way. */
  gateway: number;
  /** A call is under way, and no service is at it: sockets, and whatever waits for its turn at either end. */
  between: number;
  /** A service, with no statement under way. */
  services: number;
  /** A statement is under way, as the service that waits for it sees it. */
  sql: number;
}

/** From the outside in: of each moment the innermost of what is under way counts. */
const layers = ['gateway', 'call', 'service', 'sql'] as const;
const partOf = { gateway: 'gateway', call: 'between', service: 'services', sql: 'sql' } as const;

/**
 * Where the time of requests went that were asked one after the other. Each moment of a request belongs to the
 * innermost layer that is at work in it, however many calls run beside each other: what is told is how long one
 * waited for it, not how much work was done.
 */
export function shareOut(spans: readonly Span[]): Shares {
  const shares: Shares = { gateway: 0, between: 0, services: 0, sql: 0 };
  const underWay = { gateway: 0, call: 0, service: 0, sql: 0 };
  let before = 0;
  for (const { at, layer, step } of changesOf(spans)) {
    if (underWay.gateway > 0) {
      const innermost = layers.findLast((each) => underWay[each] > 0)!;
      shares[partOf[innermost]] += (at - before) / 1_000;
    }
    underWay[layer] += step;
    before = at;
  }
  return shares;
}

const changesOf = (spans: readonly Span[]) =>
  spans
    .flatMap(({ layer, from, to }) => [
      { at: from, layer, step: 1 },
      { at: to, layer, step: -1 },
    ])
    .sort((one, other) => one.at - other.at || one.step - other.step);

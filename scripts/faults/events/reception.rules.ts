/** What happened at an endpoint, one after the other: a delivery came, or was answered with 2xx. */
export interface Moment {
  what: 'came' | 'taken';
  /** Its `webhook-id`. */
  id: string;
  body: string;
  key: string;
  sequence: number;
}

export interface Receptions {
  violations: string[];
  /** The numbers of each key in the order in which they were taken, each when it was first. */
  places: Map<string, number[]>;
  came: number;
  taken: number;
  /** Came again because they had not been taken. */
  retried: number;
  /** Came again although they had been taken: who sent them died before it was written down. */
  repeated: number;
}

/**
 * Deliveries come at least once: again under the same id and with the same body. In order per key: none
 * before all in front of it were taken, and none again once the next one was.
 */
export function judgeReceptions(moments: readonly Moment[]): Receptions {
  const first = new Map<string, Moment>();
  const taken = new Set<string>();
  const found: Receptions = {
    violations: [],
    places: new Map(),
    came: 0,
    taken: 0,
    retried: 0,
    repeated: 0,
  };
  for (const moment of moments) {
    const { what, id, key, sequence } = moment;
    const places = found.places.get(key) ?? [];
    if (what === 'taken') {
      if (!taken.has(id)) found.places.set(key, [...places, sequence]);
      taken.add(id);
      continue;
    }
    const place = `${sequence} of ${key}`;
    const before = first.get(place);
    first.set(place, before ?? moment);
    found.came += 1;
    if (before !== undefined) found[taken.has(id) ? 'repeated' : 'retried'] += 1;
    const faults = judgeArrival(moment, before ?? moment, places.at(-1) ?? 0);
    found.violations.push(...faults.map((fault) => `${place} came ${fault}`));
  }
  return { ...found, taken: taken.size };
}

function judgeArrival({ id, body, sequence }: Moment, before: Moment, last: number): string[] {
  const faults: string[] = [];
  if (before.id !== id) faults.push('under another id');
  if (before.body !== body) faults.push('with another body');
  if (sequence > last + 1) faults.push(`although ${last + 1} had not been taken`);
  if (sequence < last) faults.push(`although ${last} had been taken`);
  return faults;
}

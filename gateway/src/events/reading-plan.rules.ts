/** Somebody waits for a page: what begins at `from`, as far as it is before `before`. */
export interface Asked {
  partition: number;
  from: number;
  before: number;
}

/** One reading of a partition, and those whom it serves. */
export interface Reading<Each extends Asked> {
  partition: number;
  from: number;
  before: number;
  serves: readonly Each[];
}

/** So many offsets are read and kept together. */
export const pageSize = 256;
/** Kafka is slow to begin and quick to go on, so more is read than the page that was asked for. */
export const pagesAtOnce = 8;
const reach = pageSize * pagesAtOnce;

/** Where the page of an offset begins. */
export const pageStart = (offset: number): number => offset - (offset % pageSize);

/**
 * What to read next for those who wait, the first first: of each partition some pages, among them the
 * one that was asked for first, so that nobody is overtaken for ever.
 */
export function planReadings<Each extends Asked>(asked: readonly Each[]): Reading<Each>[] {
  const partitions = new Map<number, Each[]>();
  for (const each of asked) {
    const others = partitions.get(each.partition);
    if (others === undefined) partitions.set(each.partition, [each]);
    else others.push(each);
  }
  return [...partitions].map(([partition, each]) => ({ partition, ...planReading(each) }));
}

function planReading<Each extends Asked>(asked: readonly Each[]) {
  const [first] = asked;
  const lowest = first!.from - reach + pageSize;
  const from = Math.min(...asked.map((each) => each.from).filter((start) => start >= lowest));
  const end = Math.max(...asked.map(({ before }) => before));
  const before = Math.min(from + reach, end);
  const serves = asked.filter((each) => each.from >= from && each.from < before);
  return { from, before, serves };
}

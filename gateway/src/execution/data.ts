/** What the services answered, as JSON gave it. */
export type Data = Record<string, unknown>;

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A property of the data itself: what every object inherits is nobody's answer. */
export const ownValue = (data: Data, key: string): unknown =>
  Object.hasOwn(data, key) ? data[key] : undefined;

/** Takes over what another service says of the same object; null never hides what is known. */
export function mergeInto(target: Data, source: Data): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    const known = ownValue(target, key);
    if (known === undefined || known === null) target[key] = value;
    else if (value !== null && value !== undefined && known !== value)
      target[key] = merged(known, value);
  }
}

function merged(known: unknown, value: unknown): unknown {
  if (isData(known) && isData(value)) {
    mergeInto(known, value);
    return known;
  }
  if (!Array.isArray(known) || !Array.isArray(value) || known.length !== value.length) return value;
  value.forEach((item: unknown, at) => {
    if (item !== null) known[at] = known[at] === null ? item : merged(known[at], item);
  });
  return known;
}

export function copyOf<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyOf) as T;
  if (!isData(value)) return value;
  const copy: Data = {};
  for (const key of Object.keys(value)) copy[key] = copyOf(value[key]);
  return copy as T;
}

/** Where an object stands in the whole answer, from the inside out. */
export interface Place {
  above: Place | null;
  key: string | number;
}

/** Every object at a path of the plan (`@` is each item of a list), with its place. */
export function findObjects(
  root: Data,
  path: readonly (string | number)[],
  found: (object: Data, place: Place | null) => void,
): void {
  walk(root, { path, step: 0, place: null }, found);
}

interface Step {
  path: readonly (string | number)[];
  step: number;
  place: Place | null;
}

function walk(value: unknown, at: Step, found: (object: Data, place: Place | null) => void): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    const step = at.path[at.step] === '@' ? at.step + 1 : at.step;
    value.forEach((item, key) =>
      walk(item, { ...at, step, place: { above: at.place, key } }, found),
    );
    return;
  }
  if (!isData(value)) return;
  const key = at.path[at.step];
  if (key === undefined) return found(value, at.place);
  walk(
    ownValue(value, String(key)),
    { path: at.path, step: at.step + 1, place: { above: at.place, key } },
    found,
  );
}

export function pathOf(place: Place | null): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = place; at !== null; at = at.above) path.push(at.key);
  return path.reverse();
}

/** What the services answered, as JSON gave it. */
export type Data = Record<string, unknown>;

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A property of the data itself, never what every object inherits: functions, and their prototype. */
export function ownValue(data: Data, key: string): unknown {
  const value = data[key];
  return typeof value === 'function' || value === Object.prototype ? undefined : value;
}

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

type Path = readonly (string | number)[];

/** What holds an object: another one under a key, or a list at a place. */
export type Holder = Record<string | number, unknown>;

export type Found = (object: Data, holder: Holder, at: string | number) => void;

/**
 * Every object at a path of the plan (`@` is each item of a list), with what holds it, once for each
 * holder. Entities that stand in many places are one object, and so is all below them: only when
 * something `repeats` is there more than one way to a holder.
 */
export function findObjects(
  root: Data,
  path: Path,
  { repeats, found }: { repeats: boolean; found: Found },
): void {
  const steps = path.filter((step) => step !== '@');
  const last = steps.pop();
  let level: readonly Data[] = [root];
  for (const step of steps) {
    const next: Data[] = [];
    for (const object of level) collectObjects(ownValue(object, String(step)), next);
    level = repeats ? [...new Set(next)] : next;
  }
  if (last === undefined) found(root, {}, '');
  else for (const object of level) offerObjects(object, String(last), found);
}

function collectObjects(value: unknown, into: Data[]): void {
  if (Array.isArray(value)) for (const item of value) collectObjects(item, into);
  else if (typeof value === 'object' && value !== null) into.push(value as Data);
}

function offerObjects(holder: Data | unknown[], at: string | number, found: Found): void {
  const value = ownValue(holder as Data, at as string);
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) offerObjects(value, index, found);
    return;
  }
  found(value as Data, holder as Holder, at);
}

/** Every place at which such an object stands. */
export function findPlaces(
  root: Data,
  path: Path,
  found: (object: Data, place: Place | null) => void,
): void {
  const visit = (value: unknown, step: number, place: Place | null): void => {
    if (typeof value !== 'object' || value === null) return;
    const key = path[step];
    if (Array.isArray(value)) {
      const inner = key === '@' ? step + 1 : step;
      value.forEach((item, at) => visit(item, inner, { above: place, key: at }));
    } else if (key === undefined) found(value as Data, place);
    else visit(ownValue(value as Data, String(key)), step + 1, { above: place, key });
  };
  visit(root, 0, null);
}

export function pathOf(place: Place | null): (string | number)[] {
  const path: (string | number)[] = [];
  for (let at = place; at !== null; at = at.above) path.push(at.key);
  return path.reverse();
}

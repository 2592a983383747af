import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { GraphQLSchema } from 'graphql';
import { parse, validate } from 'graphql';
import { usedCoordinates } from './used-coordinates.js';

/** How often a listed document was asked, as a gateway counts it. */
export interface Asked {
  operation: string;
  /** SHA-256 of its text, or `unlisted`. */
  document: string;
  times: number;
}

/** What was asked within a time of which nothing is missing. */
export interface Counted {
  from: Date;
  until: Date;
  asked: readonly Asked[];
}

/** `schema/usage.json`: what of the graph was used. */
export interface RecordedUsage {
  from: string;
  until: string;
  /** SHA-256 of the released graph that was asked. */
  released: string;
  /** Times something was asked that no manifest here knows: what of the graph it used cannot be said. */
  unknown: readonly Asked[];
  operations: Readonly<Record<string, number>>;
  coordinates: Readonly<Record<string, number>>;
}

export const usageFile = 'schema/usage.json';

/** Less than this says nothing of what is asked once a month. */
export const leastDays = 30;

export const graphId = (sdl: string): string => createHash('sha256').update(sdl).digest('hex');

/** The record that was named, or the committed one; null where nobody has recorded anything. */
export function readUsage(root: string, named?: string): RecordedUsage | null {
  const file = path.resolve(root, named ?? usageFile);
  if (named === undefined && !existsSync(file)) return null;
  return JSON.parse(readFileSync(file, 'utf8')) as RecordedUsage;
}

export const printUsage = (usage: RecordedUsage): string => JSON.stringify(usage, null, 2) + '\n';

interface Known {
  /** Texts of documents, by their SHA-256. */
  texts: ReadonlyMap<string, string>;
  api: GraphQLSchema;
  released: string;
}

/** Turns counts of documents into counts of what they use. */
export function recordUsage({ from, until, asked }: Counted, known: Known): RecordedUsage {
  const { texts, api, released } = known;
  const operations = new Map<string, number>();
  const coordinates = new Map<string, number>();
  const unknown: Asked[] = [];
  for (const each of asked.filter(({ times }) => times > 0)) {
    const document = parseKnown(texts.get(each.document), api);
    if (document === null) {
      unknown.push(each);
      continue;
    }
    add(operations, each.operation, each.times);
    for (const used of usedCoordinates(document, api)) add(coordinates, used, each.times);
  }
  return {
    from: from.toISOString(),
    until: until.toISOString(),
    released: graphId(released),
    unknown,
    operations: sorted(operations),
    coordinates: sorted(coordinates),
  };
}

/** Null also for what this graph could not have answered: then another one was asked. */
function parseKnown(text: string | undefined, api: GraphQLSchema) {
  if (text === undefined) return null;
  const document = parse(text);
  return validate(api, document).length > 0 ? null : document;
}

const add = (counts: Map<string, number>, name: string, times: number) =>
  void counts.set(name, (counts.get(name) ?? 0) + times);

const sorted = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));

/** The days of which nothing is missing. */
export const daysOf = ({ from, until }: Pick<RecordedUsage, 'from' | 'until'>): number =>
  (Date.parse(until) - Date.parse(from)) / 86_400_000;

/** Why a record cannot show that something is not used; null when it can. */
export function whyIncomplete(usage: RecordedUsage | null, released: string): string | null {
  if (usage === null) return 'no use was recorded';
  if (usage.released !== graphId(released)) return 'the recorded use is of another release';
  if (daysOf(usage) < leastDays) return `less than ${leastDays} days were recorded`;
  if (usage.unknown.length > 0) return 'some of what was asked is in no manifest known here';
  return null;
}

export const sayTimes = (times: number, usage: RecordedUsage): string =>
  `${times.toLocaleString('en')} times in ${sayDays(daysOf(usage))} until ${usage.until.slice(0, 10)}`;

const sayDays = (days: number): string => {
  if (days < 1) return 'less than a day';
  const whole = Math.floor(days);
  return whole === 1 ? 'a day' : `${whole} days`;
};

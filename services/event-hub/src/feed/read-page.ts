import { regionRange } from '@jejaring/chassis/work/scope.rules';
import type { Database, Work } from '@jejaring/chassis/work/unit-of-work';
import type { Subscriber } from '../door/admit.js';
import type { Ask } from './ask.rules.js';
import type { FeedPosition, Place } from './cursor.rules.js';
import { inScope, readPlace } from './place.js';

/** What a reader is given at one go. */
export interface Page {
  /** The events as they were kept, in order of position, each in the given form. */
  text: string;
  count: number;
  /** The position to go on behind. */
  next: FeedPosition;
  /** Whether there was nothing behind it at that moment. */
  atEnd: boolean;
}

/** Events in a row, or frames of a stream (line breaks stand only between the parts of JSON). */
const forms = {
  batch: "string_agg(event, E',\\n' order by position)",
  frames: `string_agg('id: ' || event_id || E'\\nevent: ' || type || E'\\ndata: '
    || translate(event, E'\\n\\r', '  ') || E'\\n\\n', '' order by position)`,
} as const;

export type Form = keyof typeof forms;

export interface Reading {
  database: Database;
  caller: Subscriber;
  ask: Ask;
  form: Form;
}

/**
 * Positions looked at in one statement: few at first, more where little is found. With row security the
 * planner takes every filter for narrow and sorts all that lies between the bounds, so they must be close.
 */
const windows = { ofLimit: 1.2, most: 800_000, factor: 8 };
const mostBytes = 2_000_000;
const withinMs = 2_000;

const sqlOf = ({ form, ask: { region, since } }: Pick<Reading, 'form' | 'ask'>) => `
  select max(found)::integer as found, count(*)::integer as count,
    max(position)::float8 as last, ${forms[form]} as text
  from (
    select position, event_id, type, event, count(*) over () as found,
      sum(octet_length(event)) over (order by position rows unbounded preceding) - octet_length(event) as before
    from (
      select position, event_id, type, event from feed_event
      where position > $1 and position <= $2 and type = any($3::text[])
        and region_code >= $4 and region_code < $5
        ${region === '' ? '' : `and province = left($4, 2)`}
        ${since === null ? '' : `and ${since.by}_at >= $8`}
      order by position limit $6
    ) seen
  ) told where before < $7`;

interface Found {
  found: number | null;
  count: number;
  last: number | null;
  text: string | null;
}

/**
 * The next events behind a place, as the caller may see them: both walls stand in each statement.
 * Positions up to the head are all committed, so nothing can appear behind a reader.
 */
export function readPage(reading: Reading, place: Place): Promise<Page> {
  const { database, caller } = reading;
  return inScope(database, caller, async (work) => {
    return readOn(work, reading, await readPlace(work, place));
  });
}

async function readOn(
  work: Work,
  reading: Reading,
  { from, head }: { from: FeedPosition; head: number },
): Promise<Page> {
  const began = performance.now();
  const texts: string[] = [];
  let { position } = from;
  const page = { count: 0, atEnd: position === head };
  let size = Math.ceil(reading.ask.limit * windows.ofLimit);
  while (!page.atEnd && performance.now() - began < withinMs) {
    const room = reading.ask.limit - page.count;
    const upTo = Math.min(position + size, head);
    const { found, count, last, text } = await look(work, reading, [position, upTo, room]);
    if (text !== null) texts.push(text);
    page.count += count;
    const isCut = found === room || count < (found ?? 0);
    position = isCut ? last! : upTo;
    page.atEnd = position === head;
    if (isCut) break;
    size = Math.min(size * windows.factor, windows.most);
  }
  const text = texts.join(reading.form === 'batch' ? ',\n' : '');
  return { ...page, next: { ...from, position }, text };
}

async function look(
  work: Work,
  reading: Reading,
  [from, upTo, room]: [number, number, number],
): Promise<Found> {
  const { region, since, types } = reading.ask;
  const { low, high } = regionRange(region);
  const values = [from, upTo, types, low, high, room, mostBytes, ...(since ? [since.at] : [])];
  const [found] = await work.sql<Found>(sqlOf(reading), values);
  return found ?? { found: 0, count: 0, last: null, text: null };
}

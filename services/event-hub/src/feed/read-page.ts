import type { Database, Work } from '@jejaring/chassis/work/unit-of-work';
import { regionRange } from '@jejaring/chassis/work/scope.rules';
import type { Subscriber } from '../door/admit.js';
import { refuseOthers } from '../door/admit.js';
import { Refused } from '../door/problem.js';
import type { Ask } from './ask.rules.js';

/** What a reader is given at one go. */
export interface Page {
  /** The events as they were kept, in order of position, each in the given form. */
  text: string;
  count: number;
  /** The position to go on behind. */
  next: number;
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

/** Positions looked at in one statement: few at first, more where little is found. */
const windows = { first: 50_000, most: 800_000, factor: 4 };
const mostBytes = 2_000_000;
const withinMs = 2_000;
const statementMs = 8_000;

const sqlOf = ({ form, ask: { region, since } }: Pick<Reading, 'form' | 'ask'>) => `
  with head as (select next_position - 1 as last from feed_head),
  seen as (
    select position, event_id, type, event,
      sum(octet_length(event)) over (order by position) - octet_length(event) as before
    from feed_event
    where position > $1 and position <= least($2::bigint, (select last from head))
      and type = any($3::text[]) and region_code >= $4 and region_code < $5
      ${region === '' ? '' : `and province = left($4, 2)`}
      ${since === null ? '' : `and ${since.by}_at >= $8`}
    order by position limit $6
  ), told as (select * from seen where before < $7)
  select (select last from head)::float8 as head, (select count(*) from seen)::integer as found,
    count(*)::integer as count, max(position)::float8 as last, ${forms[form]} as text
  from told`;

interface Found {
  head: number;
  found: number;
  count: number;
  last: number | null;
  text: string | null;
}

/**
 * The next events behind a position, as the caller may see them: both walls stand in each statement.
 * Positions up to the head are all committed, so nothing can appear behind a reader.
 */
export async function readPage(reading: Reading, from: number): Promise<Page> {
  const began = performance.now();
  const texts: string[] = [];
  const page = { count: 0, next: from, atEnd: false };
  for (let size = windows.first; ; size = Math.min(size * windows.factor, windows.most)) {
    const room = reading.ask.limit - page.count;
    const { head, found, count, last, text } = await readWindow(reading, page.next, size, room);
    if (text !== null) texts.push(text);
    page.count += count;
    const isCut = found === room || count < found;
    page.next = isCut ? last! : Math.min(page.next + size, head);
    page.atEnd = !isCut && page.next === head;
    if (isCut || page.atEnd || performance.now() - began > withinMs) break;
  }
  return { ...page, text: texts.join(reading.form === 'batch' ? ',\n' : '') };
}

function readWindow(reading: Reading, from: number, size: number, room: number): Promise<Found> {
  const { ask, caller, database } = reading;
  const { low, high } = regionRange(ask.region);
  const since = ask.since === null ? [] : [ask.since.at];
  const values = [from, from + size, ask.types, low, high, room, mostBytes, ...since];
  return inScope(database, caller, async (work) => {
    const [found] = await work.sql<Found>(sqlOf(reading), values);
    // Ahead of the feed: it was restored to a time before this place.
    if (found === undefined || found.head < from) throw new Refused('PLACE_GONE');
    return found;
  });
}

/** Work in the reader's scope, as long as the register lets their claim stand. */
export function inScope<Result>(
  database: Database,
  caller: Subscriber,
  act: (work: Work) => Promise<Result>,
): Promise<Result> {
  const deadline = new Date(Date.now() + statementMs);
  return database.inWork({ caller, readOnly: true, deadline }, (work) => {
    refuseOthers(work.caller);
    return act(work);
  });
}

import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Database, Work } from '@jejaring/chassis/work/unit-of-work';
import type { Subscriber } from '../door/admit.js';
import { refuseOthers } from '../door/admit.js';
import { Refused } from '../door/problem.js';
import type { Since } from './ask.rules.js';
import type { Place } from './cursor.rules.js';

/** Clocks of services may be ahead of the database's; what is too early is left out by the reading. */
const clockSlackMs = 60_000;
const statementMs = 8_000;

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

/**
 * The position behind which a reader goes on, and that of the last event there is. Refuses where what
 * follows is not kept whole: it is too old, or the feed was restored to a time before it.
 */
export async function readPlace(
  work: Work,
  place: Place,
): Promise<{ position: number; head: number }> {
  const { head, forgotten } = await readHead(work);
  const position = 'eventId' in place ? await findEvent(work, place.eventId) : place.position;
  if (position === null || position < forgotten || position > head) throw new Refused('PLACE_GONE');
  return { position, head };
}

/** An event that the caller may not see is to them as one that is not there. */
async function findEvent(work: Work, eventId: string): Promise<number | null> {
  const [found] = await work.sql<{ position: number }>(
    'select position::float8 as position from feed_event where event_id = $1',
    [eventId],
  );
  return found?.position ?? null;
}

/** Where whoever names no place begins. */
export function findBeginning(
  database: Database,
  since: Since | null,
): Promise<{ position: number }> {
  const options = { caller: systemCaller('feed-place'), readOnly: true };
  return database.inWork(options, async (work) => {
    const { head, forgotten } = await readHead(work);
    // What happened long ago may be recorded at any time.
    if (since?.by !== 'recorded') return { position: forgotten };
    const [first] = await work.sql<{ position: number }>(
      'select position::float8 as position from feed_event where kept_at >= $1 order by kept_at, position limit 1',
      [new Date(since.at.getTime() - clockSlackMs)],
    );
    return { position: first === undefined ? head : first.position - 1 };
  });
}

async function readHead(work: Work): Promise<{ head: number; forgotten: number }> {
  const [head] = await work.sql<{ head: number; forgotten: number }>(
    'select (next_position - 1)::float8 as head, forgotten_position::float8 as forgotten from feed_head',
  );
  if (head === undefined) throw new Error('The feed has no head.');
  return head;
}

import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Database, Work } from '@jejaring/chassis/work/unit-of-work';
import type { Subscriber } from '../door/admit.js';
import { refuseOthers } from '../door/admit.js';
import { Refused } from '../door/problem.js';
import type { Since } from './ask.rules.js';
import type { FeedPosition, Place } from './cursor.rules.js';
import { sameUpTo, toCursor } from './cursor.rules.js';

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
): Promise<{ from: FeedPosition; head: number }> {
  const head = await readHead(work);
  const position =
    'eventId' in place ? await findEvent(work, place.eventId) : positionOf(place, head);
  if (position === null || position < head.forgotten || position > head.position)
    throw new Refused('PLACE_GONE');
  return { from: { epoch: head.epoch, position }, head: head.position };
}

/**
 * What lay before a restore has kept its position. Behind it the same number counts other events: from there
 * on everything comes again, and a reader of before who goes on there misses nothing.
 */
function positionOf({ epoch, position }: FeedPosition, head: Head): number | null {
  const upTo = sameUpTo(head.epochs, epoch);
  if (upTo === null) return null;
  if (position <= upTo) return position;
  const place = toCursor({ epoch: head.epoch, position: upTo });
  throw new Refused('PLACE_GONE', upTo < head.forgotten ? {} : { place });
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
export function findBeginning(database: Database, since: Since | null): Promise<FeedPosition> {
  const options = { caller: systemCaller('feed-place'), readOnly: true };
  return database.inWork(options, async (work) => {
    const { epoch, position, forgotten } = await readHead(work);
    // What happened long ago may be recorded at any time.
    if (since?.by !== 'recorded') return { epoch, position: forgotten };
    const [first] = await work.sql<{ position: number }>(
      'select position::float8 as position from feed_event where kept_at >= $1 order by kept_at, position limit 1',
      [new Date(since.at.getTime() - clockSlackMs)],
    );
    return { epoch, position: first === undefined ? position : first.position - 1 };
  });
}

/** The end of the feed, and all that says which places are kept. */
interface Head extends FeedPosition {
  forgotten: number;
  epochs: readonly FeedPosition[];
}

const headSql = `
  select e.epoch, (h.next_position - 1)::float8 as position, h.forgotten_position::float8 as forgotten, e.epochs
  from feed_head h, (
    select max(epoch) as epoch,
      json_agg(json_build_object('epoch', epoch, 'position', began_behind) order by epoch) as epochs
    from feed_epoch
  ) e`;

async function readHead(work: Work): Promise<Head> {
  const [head] = await work.sql<Head>(headSql);
  if (head === undefined) throw new Error('The feed has no head.');
  return head;
}

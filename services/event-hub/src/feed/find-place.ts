import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import type { Database, Work } from '@jejaring/chassis/work/unit-of-work';
import type { Subscriber } from '../door/admit.js';
import { Refused } from '../door/problem.js';
import type { Ask, Since } from './ask.rules.js';
import type { Place } from './cursor.rules.js';
import { inScope } from './read-page.js';

/** Clocks of services may be ahead of the database's; what is too early is left out by the reading. */
const clockSlackMs = 60_000;

/** The position behind which a reader goes on; refuses where what follows is not kept whole. */
export async function findPlace(
  database: Database,
  caller: Subscriber,
  { place, since }: Pick<Ask, 'place' | 'since'>,
): Promise<number> {
  if (place !== null) return inScope(database, caller, (work) => findGiven(work, place));
  const system = { caller: systemCaller('feed-place'), readOnly: true };
  return database.inWork(system, (work) => findBeginning(work, since));
}

async function findGiven(work: Work, place: Place): Promise<number> {
  const { head, forgotten } = await readHead(work);
  const position = 'eventId' in place ? await findEvent(work, place.eventId) : place.position;
  if (position === null || position < forgotten || position > head) throw new Refused('PLACE_GONE');
  return position;
}

/** An event that the caller may not see is to them as one that is not there. */
async function findEvent(work: Work, eventId: string): Promise<number | null> {
  const [found] = await work.sql<{ position: number }>(
    'select position::float8 as position from feed_event where event_id = $1',
    [eventId],
  );
  return found?.position ?? null;
}

async function findBeginning(work: Work, since: Since | null): Promise<number> {
  const { head, forgotten } = await readHead(work);
  // What happened long ago may be recorded at any time.
  if (since?.by !== 'recorded') return forgotten;
  const [first] = await work.sql<{ position: number }>(
    'select position::float8 as position from feed_event where kept_at >= $1 order by kept_at, position limit 1',
    [new Date(since.at.getTime() - clockSlackMs)],
  );
  return first === undefined ? head : first.position - 1;
}

async function readHead(work: Work): Promise<{ head: number; forgotten: number }> {
  const [head] = await work.sql<{ head: number; forgotten: number }>(
    'select (next_position - 1)::float8 as head, forgotten_position::float8 as forgotten from feed_head',
  );
  if (head === undefined) throw new Error('The feed has no head.');
  return head;
}

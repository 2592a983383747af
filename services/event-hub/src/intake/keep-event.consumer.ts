import { audienceOf } from '@jejaring/callers/audience.rules';
import type { Consumer } from '@jejaring/chassis/events/inbox';
import { contractsByType } from '@jejaring/schema/events/contracts';
import { Bell } from '../feed/bell.js';
import { keepEvents } from './keep-events.js';

/** Rung when events were kept. */
export const bell = new Bell();

/** What nobody may be told of is followed, so that a gap is noticed, and not kept. */
const isKept = (type: string): boolean => audienceOf(type) !== 'NOBODY';

/** Shared by all consumers, so that events which follow one another are kept at one go. */
const keep: Consumer['react'] = async (work, events) => {
  const { topic } = contractsByType.get(events[0]!.type)!;
  const told = events.filter(({ type }) => isKept(type));
  if (told.length === 0) return;
  await keepEvents(
    work,
    topic,
    told.map((meta) => ({ meta, data: JSON.stringify(meta.data) })),
  );
  work.whenDone.push(() => bell.ring());
};

/** Keeps every event of every service; one of a kind that this version does not know waits for the next. */
export const keepConsumers: readonly Consumer[] = [...contractsByType.values()].map((contract) => ({
  name: 'event-hub.keep',
  contract,
  react: keep,
  hearsAll: true,
}));

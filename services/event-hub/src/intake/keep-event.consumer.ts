import type { Consumer } from '@jejaring/chassis/events/inbox';
import { when } from '@jejaring/chassis/events/inbox';
import { audienceOf } from '@jejaring/callers/audience.rules';
import { contractsByType } from '@jejaring/schema/events/contracts';
import { keepEvents } from './keep-events.js';

/** What nobody may be told of is followed, so that a gap is noticed, and not kept. */
export const isKept = (type: string): boolean => audienceOf(type) !== 'NOBODY';

/** Keeps every event of every service; one of a kind that this version does not know waits for the next. */
export const keepConsumers: readonly Consumer[] = [...contractsByType.values()].map((contract) => ({
  ...when('event-hub.keep', contract, async (work, event) => {
    const { topic, type } = contract;
    if (isKept(type))
      await keepEvents(work, topic, [{ meta: event, data: JSON.stringify(event.data) }]);
  }),
  hearsAll: true,
}));

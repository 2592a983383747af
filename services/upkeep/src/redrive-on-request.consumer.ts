import type { Consumer } from '@jejaring/chassis/events/inbox';
import { when } from '@jejaring/chassis/events/inbox';
import { redriveRequested } from '@jejaring/schema/events/event-hub.events';
import { redriveIn } from './redrive.js';

/** The consumers of a service, and the one that lets all of them try again what is parked. */
export const withRedrive = (service: string, consumers: readonly Consumer[]): Consumer[] => [
  ...consumers,
  when(`${service}.redrive`, redriveRequested, async (work, { data }) => {
    const { topic, key } = data;
    if (data.service === service) await redriveIn(work, consumers, { topic, key });
  }),
];

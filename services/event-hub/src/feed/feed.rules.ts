import type { Role } from '@jejaring/schema/roles';
import { socialOffices } from '@jejaring/schema/roles';
import { definePolicy } from '@jejaring/trust/rights/policy.rules';

/** Who may subscribe to events with a program: offices, and systems of other institutions. */
export const subscribers = ['SYSTEM_SUBSCRIBER', ...socialOffices] as const satisfies Role[];

/**
 * The first wall: nobody reads an event from outside their region, and what has no place is the
 * nation's. Which types a role may be told of is the second (`@jejaring/callers/audience.rules`).
 */
export const feedEventPolicy = definePolicy({
  table: 'feed_event',
  access: 'regional',
  read: [{ roles: subscribers, within: 'region_code' }],
  write: [],
  commands: {},
});

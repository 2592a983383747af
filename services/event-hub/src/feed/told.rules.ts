import { mayHearType } from '@jejaring/callers/audience.rules';
import { contractsByType } from '@jejaring/schema/events/contracts';
import type { Role } from '@jejaring/schema/roles';
import { subscribers } from './feed.rules.js';

const isSubscriber = (role: string): boolean => (subscribers as readonly string[]).includes(role);

/**
 * The second wall: the types that a subscriber in this role is told of, by name. Together with the
 * first, the region of the event, it is never wider than what each single event allows (`mayHear`).
 */
export const typesTold = (role: Role | 'SYSTEM'): readonly string[] =>
  isSubscriber(role)
    ? [...contractsByType.keys()].filter((type) => mayHearType(type, role)).sort()
    : [];

/** Why types that were asked for are not told. */
export interface TypesRefused {
  refused: 'unknown-type' | 'type-not-yours';
  asked: string;
}

/**
 * The types that patterns mean: exact names, or all below a name that ends in `.*`. Without a pattern
 * everything that the role is told; a pattern is never answered with silence.
 */
export function chooseTypes(
  role: Role | 'SYSTEM',
  patterns: readonly string[],
): readonly string[] | TypesRefused {
  const told = typesTold(role);
  if (patterns.length === 0) return told;
  const chosen = new Set<string>();
  for (const asked of patterns) {
    const found = told.filter((type) => isMeant(asked, type));
    if (found.length === 0) {
      const isKnown = [...contractsByType.keys()].some((type) => isMeant(asked, type));
      return { refused: isKnown ? 'type-not-yours' : 'unknown-type', asked };
    }
    for (const type of found) chosen.add(type);
  }
  return [...chosen].sort();
}

const isMeant = (pattern: string, type: string): boolean =>
  pattern.endsWith('.*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;

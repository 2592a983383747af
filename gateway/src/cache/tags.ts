import { anonymous } from '@jejaring/chassis/work/scope.rules';
import type { RequestContext } from '../front/request-context.js';
import type { Dependence } from './dependence.js';
import { aggregateTag, subjectTag } from './freshness.js';

// As events spell ids. Any other spelling of one could hide that an event speaks of it.
const canonicalId = /^[a-z]+(_[a-z]+)*_[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** What an answer about this object depends on; of an object that is not known, on all of its subjects. */
export function tagsOf({ any, own }: Dependence, id: unknown): string[] {
  const known = typeof id === 'string' && canonicalId.test(id);
  return [
    ...[...any].map(subjectTag),
    ...[...own].map((subject) => (known ? aggregateTag(subject, id) : subjectTag(subject))),
  ];
}

/**
 * Whether the caller is nobody in particular: then everybody who asks is the same to every service,
 * and one answer is everybody's. Those who are signed in ask the services, so that they see at once
 * what they did, and nothing that depends on who asks is ever kept; so does whoever says `cache-control: no-cache`.
 */
export const takesWhatIsKept = ({ caller, fresh }: RequestContext): boolean =>
  fresh !== true &&
  caller.id === anybody.id &&
  caller.role === anybody.role &&
  caller.purpose === undefined;

const anybody = anonymous('');

import { Directive } from 'type-graphql';

export interface Until {
  /** Subjects of events, such as `training.participant`: after any of them it may be another one. */
  until?: readonly string[];
  /** The same, of events whose key is the id of this object, or the argument `id` of this query. */
  untilOwn?: readonly string[];
}

/**
 * What everybody who is not signed in is told alike, and how long it stays so: the gateway may keep it
 * until one of these events. By no subject at all, it changes only with a release. Every change of
 * what is marked is in one of these events, committed with it; what a clock changes is never marked.
 */
export function Cached(until: Until = {}): ClassDecorator & MethodDecorator & PropertyDecorator {
  const list = (['until', 'untilOwn'] as const)
    .filter((name) => until[name] !== undefined)
    .map((name) => `${name}: [${until[name]!.map((subject) => `"${subject}"`).join(', ')}]`);
  const given = list.length === 0 ? '' : `(${list.join(', ')})`;
  return Directive(`@cached${given}`) as ClassDecorator & MethodDecorator & PropertyDecorator;
}

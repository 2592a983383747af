import type { FeedPosition, Place } from './cursor.rules.js';

const mostRemembered = 10_000;

/**
 * Stretches in which nothing was found for a question. Whoever goes on from the id of an event instead
 * of the cursor would have them searched again each time, and never come to the end of a long one.
 */
export class Trodden {
  private readonly upTo = new Map<string, FeedPosition>();

  /** Where to search on for who asks the same of the same place. */
  skip(question: string, place: Place): Place {
    const upTo = this.upTo.get(question);
    if (upTo === undefined) return place;
    // The beginning moves on as well, when old events are dropped.
    return 'position' in place && place.position > upTo.position ? place : upTo;
  }

  remember(question: string, upTo: FeedPosition): void {
    this.upTo.delete(question);
    this.upTo.set(question, upTo);
    const [oldest] = this.upTo.keys();
    if (this.upTo.size > mostRemembered && oldest !== undefined) this.upTo.delete(oldest);
  }
}

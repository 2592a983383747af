/** A position, and the epoch of the feed that counts it: a restore begins another. */
export interface FeedPosition {
  epoch: number;
  position: number;
}

/** Where a reader is: behind an event that they name, or behind a position that we named. */
export type Place = { eventId: string } | FeedPosition;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const cursor = /^at-(?:([0-9a-z]{1,6})-)?([0-9a-z]{1,11})$/;

/** Names a position for readers; it tells nothing, and stays valid where a filter leaves everything out. */
export const toCursor = ({ epoch, position }: FeedPosition): string =>
  `at-${epoch.toString(36)}-${position.toString(36)}`;

/** The id of an event, or a cursor; null when it is neither. */
export function parsePlace(text: string): Place | null {
  if (uuid.test(text)) return { eventId: text.toLowerCase() };
  // Cursors once named no epoch; nobody knows in which they were made, and none is 0.
  const [, epoch = '0', digits = ''] = cursor.exec(text) ?? [];
  const position = Number.parseInt(digits, 36);
  return Number.isSafeInteger(position) ? { epoch: Number.parseInt(epoch, 36), position } : null;
}

/**
 * Up to which position an epoch counted what is still kept under the same one: to its end while it lasts,
 * else to where the next began. Null for an epoch that the feed does not know as its own past. `epochs` says
 * behind which position each began, the oldest first.
 */
export function sameUpTo(epochs: readonly FeedPosition[], epoch: number): number | null {
  const own = epochs.findIndex((each) => each.epoch === epoch);
  if (own === -1) return null;
  return epochs[own + 1]?.position ?? Infinity;
}

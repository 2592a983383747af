/** Where a reader is: behind an event that they name, or behind a position that we named. */
export type Place = { eventId: string } | { position: number };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const cursor = /^at-([0-9a-z]{1,11})$/;

/** Names a position for readers; it tells nothing, and stays valid where a filter leaves everything out. */
export const toCursor = (position: number): string => `at-${position.toString(36)}`;

/** The id of an event, or a cursor; null when it is neither. */
export function parsePlace(text: string): Place | null {
  if (uuid.test(text)) return { eventId: text.toLowerCase() };
  const position = Number.parseInt(cursor.exec(text)?.[1] ?? '', 36);
  return Number.isSafeInteger(position) ? { position } : null;
}

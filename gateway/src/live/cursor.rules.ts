/** How far a subscriber has read one topic. */
export interface TopicCursor {
  /** The producer's, 0 while none is known. */
  epoch: number;
  /** By partition: the offset of the last record, -1 for none. */
  offsets: readonly number[];
}

export type Cursor = ReadonlyMap<string, TopicCursor>;

const version = '1';
const longest = 4_096;
const mostTopics = 16;
const mostPartitions = 256;
const prefix = 'jejaring.';
const part = /^([a-z.-]+):([0-9a-z]{1,6}):([0-9a-z,]*)$/;

/** Opaque to clients: `1~<topic>:<epoch>:<offsets>~…` in base64url, numbers to the base of 36. */
export const encodeCursor = (cursor: Cursor): string =>
  joinTopics([...cursor].map(([topic, read]) => encodeTopic(topic, read)));

/** The part of one topic, for those who keep the parts that did not change. */
export function encodeTopic(topic: string, { epoch, offsets }: TopicCursor): string {
  // One more, so that nothing read yet is 0.
  const places = offsets.map((offset) => (offset + 1).toString(36)).join();
  return `${topic.slice(prefix.length)}:${epoch.toString(36)}:${places}`;
}

export const joinTopics = (parts: readonly string[]): string =>
  Buffer.from([version, ...parts].join('~'), 'latin1').toString('base64url');

/** Null for anything that was never a cursor of this version. */
export function decodeCursor(text: string): Cursor | null {
  if (text.length > longest || !/^[A-Za-z0-9_-]+$/.test(text)) return null;
  const [found, ...topics] = Buffer.from(text, 'base64url').toString('latin1').split('~');
  if (found !== version || topics.length === 0 || topics.length > mostTopics) return null;
  const cursor = new Map<string, TopicCursor>();
  for (const topic of topics) {
    const [, name, epoch, places] = part.exec(topic) ?? [];
    if (name === undefined || epoch === undefined || places === undefined) return null;
    const offsets = places === '' ? [] : places.split(',').map((place) => parseInt(place, 36) - 1);
    if (offsets.length > mostPartitions || !offsets.every(isOffset)) return null;
    cursor.set(prefix + name, { epoch: parseInt(epoch, 36), offsets });
  }
  return cursor;
}

const isOffset = (offset: number): boolean => Number.isSafeInteger(offset) && offset >= -1;

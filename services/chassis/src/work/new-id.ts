import { createHash } from 'node:crypto';
import { v7 } from 'uuid';

/** Makes row ids. They order by time, so that new rows stay together in an index. */
export type NewId = () => string;

export const randomId: NewId = () => v7();

/** The same ids for the same seed on every machine, for demo data: its time is the fact's date. */
export function seededId(seed: string, at: Date): NewId {
  let counter = 0;
  return () => {
    const random = createHash('sha256').update(`${seed}\0${counter++}`).digest().subarray(0, 16);
    return v7({ msecs: at.getTime(), random, seq: random.readUInt32BE(12) & 0x7fffffff });
  };
}

const seed = 0x9747b28c;
const factor = 0x5bd1e995;
const turn = (word: number) => {
  const mixed = Math.imul(word, factor);
  return Math.imul(mixed ^ (mixed >>> 24), factor);
};

/**
 * The partition of a key, as Apache Kafka's Java client and kafkajs choose it: murmur2 (Austin Appleby) over
 * its UTF-8, made positive. In words of 32 bits: kafkajs counts in `BigInt`, which a batch of the relay feels.
 */
export function partitionOf(key: string, partitions: number): number {
  const bytes = Buffer.from(key);
  const whole = bytes.length & ~3;
  let hash = seed ^ bytes.length;
  for (let at = 0; at < whole; at += 4)
    hash = Math.imul(hash, factor) ^ turn(bytes.readInt32LE(at));
  if (whole < bytes.length) {
    hash ^= bytes.readUIntLE(whole, bytes.length - whole);
    hash = Math.imul(hash, factor);
  }
  hash = Math.imul(hash ^ (hash >>> 13), factor);
  hash ^= hash >>> 15;
  return (hash & 0x7fffffff) % partitions;
}

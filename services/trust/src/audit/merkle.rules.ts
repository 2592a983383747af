import { createHash } from 'node:crypto';

const sha256 = (kind: number, ...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256').update(Uint8Array.of(kind));
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** RFC 6962, section 2.1: leaves and nodes begin with different bytes, so that none passes for the other. */
export const leafHash = (leaf: Uint8Array): Buffer => sha256(0x00, leaf);

const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(0x01, left, right);

function pairUp(level: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = [];
  for (let at = 0; at < level.length; at += 2) {
    const [left, right] = [level[at]!, level[at + 1]];
    above.push(right === undefined ? left : nodeHash(left, right));
  }
  return above;
}

/** The root over hashes of leaves in their order (RFC 6962, section 2.1). */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest();
  let level: readonly Buffer[] = leaves;
  while (level.length > 1) level = pairUp(level);
  return level[0]!;
}

/** What a chain begins with, before anything was sealed. */
export const noRoot = Buffer.alloc(32);

/** The root of a batch together with all before it: it speaks for the whole chain up to here. */
export const chainedRoot = (previous: Uint8Array, leaves: readonly Buffer[]): Buffer =>
  sha256(0x02, previous, merkleRoot(leaves));

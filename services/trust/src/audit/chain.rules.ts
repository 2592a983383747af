import type { AuditRow } from './entry.rules.js';
import { entryHash } from './entry.rules.js';
import { chainedRoot } from './merkle.rules.js';
import type { ChainEnd, KeptSeal, Leaf, Seal } from './seal.rules.js';
import { canonicalStatement } from './seal.rules.js';

export const damages = [
  'EDITED',
  'DELETED',
  'INSERTED',
  'REORDERED',
  'TRUNCATED',
  'HIDDEN',
  'LEAF_ALTERED',
  'SEAL_ALTERED',
  'SIGNATURE_WRONG',
  'FORKED',
  'UNSEALED',
  'NOT_KEPT',
] as const;

/** What somebody did to the chain. */
export type Damage = (typeof damages)[number];

/** The first place at which the chain is not what it was, and why. */
export interface Finding {
  damage: Damage;
  /** The row of the audit, where one can be told. */
  entryId: string | null;
  seal: number | null;
  says: string;
}

/** A leaf of the database with the row that it stands for. */
export interface StoredLeaf extends Leaf {
  seq: number;
  row: AuditRow | null;
  /** Whether the row is found under all its subjects. */
  listed: boolean;
}

/** One seal of the database and all leaves in its range. */
export interface StoredBatch {
  seal: Seal;
  leaves: readonly StoredLeaf[];
}

/** What else is known of a batch. */
export interface Evidence {
  /** The seal of this number in the second store; null where there is none yet. */
  kept: KeptSeal | null;
  isSigned(seal: Seal): boolean;
}

/** No unit of work lasts longer: what is sealed now was not recorded long before the seal before. */
export const longestWorkMs = 5 * 60_000;

const found = (
  damage: Damage,
  seal: number | null,
  entryId: string | null,
  says: string,
): Finding => ({ damage, entryId, seal, says });

const saysTheSame = (one: Seal, other: Seal) =>
  canonicalStatement(one).equals(canonicalStatement(other)) &&
  one.signature === other.signature &&
  one.keyId === other.keyId;

/** Whether two signed seals contradict each other, or one of them was altered. */
function compareKept(seal: Seal, { kept, isSigned }: Evidence): Finding | null {
  if (kept === null || saysTheSame(seal, kept)) return null;
  const { number } = seal;
  if (!isSigned(kept))
    return found('SIGNATURE_WRONG', number, null, 'the seal in the second store is not signed');
  if (isSigned(seal))
    return found('FORKED', number, null, 'the second store keeps another signed seal');
  return found('SEAL_ALTERED', number, null, 'the seal is not the one that the second store keeps');
}

function checkSeal(end: ChainEnd, seal: Seal, evidence: Evidence): Finding | null {
  const { number, firstSeq, lastSeq, entries } = seal;
  if (number !== end.number + 1)
    return found('DELETED', end.number + 1, null, `seal ${end.number + 1} is missing`);
  const differs = compareKept(seal, evidence);
  if (differs) return differs;
  if (!evidence.isSigned(seal))
    return found('SIGNATURE_WRONG', number, null, 'the signature is not of this statement');
  if (firstSeq !== end.lastSeq + 1 || lastSeq - firstSeq + 1 !== entries)
    return found('SEAL_ALTERED', number, null, 'the seal does not follow on the one before');
  if (seal.previousRoot !== end.root)
    return found('FORKED', number, null, 'the seal follows on another root than that before it');
  return null;
}

const sameLeaf = (one: Leaf, other: Leaf) =>
  one.entryId === other.entryId && one.hash === other.hash;

/** A leaf that is not the one that was sealed here. */
function checkLeaf(
  number: number,
  leaf: StoredLeaf | undefined,
  kept: readonly Leaf[],
  at: number,
) {
  const sealed = kept[at]!;
  if (leaf === undefined)
    return found('DELETED', number, sealed.entryId, 'its leaf was taken out of the chain');
  if (sameLeaf(leaf, sealed)) return null;
  const { entryId, hash } = leaf;
  const elsewhere = kept.some(
    (other, place) => place !== at && (other.entryId === entryId || other.hash === hash),
  );
  if (elsewhere)
    return found('REORDERED', number, sealed.entryId, 'another entry stands in its place');
  if (entryId === sealed.entryId)
    return found('LEAF_ALTERED', number, entryId, 'its leaf is not the one that was sealed');
  return found('INSERTED', number, entryId, 'the entry stands where another was sealed');
}

/** A row that is not what its leaf was made of. */
function checkRow(seal: Seal, { row, hash, entryId, listed }: StoredLeaf, end: ChainEnd) {
  const { number, service } = seal;
  if (row === null) return found('DELETED', number, entryId, 'the entry was deleted');
  if (entryHash(service, row).toString('hex') !== hash)
    return found('EDITED', number, entryId, 'the entry is not what was sealed');
  if (!listed) return found('HIDDEN', number, entryId, 'the entry is not found under its subjects');
  const recordedAt = Date.parse(String(row['recorded_at']));
  if (recordedAt < Date.parse(end.sealedAt) - longestWorkMs)
    return found('INSERTED', number, entryId, 'the entry is older than the seals before it');
  return null;
}

/** Whether the leaves by themselves make the root that was signed. */
const makesRoot = ({ seal, leaves }: StoredBatch) =>
  chainedRoot(
    Buffer.from(seal.previousRoot, 'hex'),
    leaves.map(({ hash }) => Buffer.from(hash, 'hex')),
  ).toString('hex') === seal.root;

/** Where the second store has nothing yet, the signed root decides between leaf and row. */
function checkAlone(batch: StoredBatch, end: ChainEnd): Finding | null {
  const { seal, leaves } = batch;
  const gap = leaves.findIndex(({ seq }, at) => seq !== seal.firstSeq + at);
  if (gap !== -1 || leaves.length !== seal.entries)
    return found('DELETED', seal.number, null, 'a leaf was taken out of the chain');
  if (makesRoot(batch)) return null;
  const torn = leaves.find((leaf) => checkRow(seal, leaf, end) !== null);
  return found(
    'LEAF_ALTERED',
    seal.number,
    torn?.entryId ?? null,
    'the leaves do not make the root',
  );
}

/**
 * The first thing wrong with a batch that should follow on the end of a chain; null when all is as
 * it was sealed.
 */
export function checkBatch(end: ChainEnd, batch: StoredBatch, evidence: Evidence): Finding | null {
  const { seal, leaves } = batch;
  const wrongSeal = checkSeal(end, seal, evidence);
  if (wrongSeal) return wrongSeal;
  const { kept } = evidence;
  const wrongLeaves = kept === null ? checkAlone(batch, end) : null;
  if (wrongLeaves) return wrongLeaves;
  const bySeq = new Map(leaves.map((leaf) => [leaf.seq, leaf]));
  for (let at = 0; at < seal.entries; at += 1) {
    const leaf = bySeq.get(seal.firstSeq + at);
    const wrong =
      (kept && checkLeaf(seal.number, leaf, kept.leaves, at)) ?? checkRow(seal, leaf!, end);
    if (wrong) return wrong;
  }
  if (makesRoot(batch)) return null;
  return found('SEAL_ALTERED', seal.number, null, 'the leaves do not make the root');
}

/** What lies behind the last seal. */
export interface Tail {
  /** The first leaf that no seal covers. */
  looseLeaf: Leaf | null;
  /** A seal of the second store that the database does not have. */
  lost: KeptSeal | null;
  /** The oldest entry without a leaf that should have one. */
  unsealed: { entryId: string; recordedAt: Date } | null;
}

export function checkTail(end: ChainEnd, { looseLeaf, lost, unsealed }: Tail): Finding | null {
  if (lost) {
    const says = `seal ${lost.number} and ${lost.entries} entries are in the second store alone`;
    return found('TRUNCATED', lost.number, lost.leaves[0]?.entryId ?? null, says);
  }
  if (looseLeaf) return found('INSERTED', null, looseLeaf.entryId, 'its leaf is under no seal');
  if (!unsealed) return null;
  const { entryId, recordedAt } = unsealed;
  const late = recordedAt.getTime() < Date.parse(end.sealedAt) - longestWorkMs;
  return late
    ? found('INSERTED', null, entryId, 'the entry is older than the last seal, and not under one')
    : found('UNSEALED', null, entryId, 'the entry should have been sealed by now');
}

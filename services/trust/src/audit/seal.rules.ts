import { chainedRoot, noRoot } from './merkle.rules.js';

/** What a seal says: which entries, in which order, after which. Roots are hexadecimal. */
export interface SealStatement {
  service: string;
  /** The producer epoch: a restore of the service raises it. */
  epoch: number;
  /** 1, 2, 3 and so on, without a gap. */
  number: number;
  firstSeq: number;
  lastSeq: number;
  entries: number;
  root: string;
  previousRoot: string;
  sealedAt: string;
}

/** A statement with the signature of the service. */
export interface Seal extends SealStatement {
  /** Ed25519 over the canonical statement, base64. */
  signature: string;
  keyId: string;
}

/** The place of one entry in the chain. */
export interface Leaf {
  entryId: string;
  /** Hexadecimal. */
  hash: string;
}

/** A seal as the second store keeps it, with the leaves below it in their order. */
export interface KeptSeal extends Seal {
  leaves: readonly Leaf[];
}

/** The bytes that are signed. */
export function canonicalStatement(seal: SealStatement): Buffer {
  const { service, epoch, number, firstSeq, lastSeq, entries, root, previousRoot, sealedAt } = seal;
  const said = [service, epoch, number, firstSeq, lastSeq, entries, root, previousRoot, sealedAt];
  return Buffer.from(JSON.stringify(['jejaring.audit-seal.v1', ...said]));
}

/** Where a chain stands: what the next seal must follow on. */
export type ChainEnd = Pick<SealStatement, 'epoch' | 'number' | 'lastSeq' | 'root' | 'sealedAt'>;

export const beginning: ChainEnd = {
  epoch: 1,
  number: 0,
  lastSeq: 0,
  root: noRoot.toString('hex'),
  sealedAt: new Date(0).toISOString(),
};

/** The statement over the next batch of a chain. */
export function nextStatement(
  end: ChainEnd,
  batch: { service: string; epoch: number; leaves: readonly Buffer[]; sealedAt: Date },
): SealStatement {
  const { service, epoch, leaves, sealedAt } = batch;
  return {
    service,
    epoch,
    number: end.number + 1,
    firstSeq: end.lastSeq + 1,
    lastSeq: end.lastSeq + leaves.length,
    entries: leaves.length,
    root: chainedRoot(Buffer.from(end.root, 'hex'), leaves).toString('hex'),
    previousRoot: end.root,
    sealedAt: sealedAt.toISOString(),
  };
}

import { generateKeyPairSync } from 'node:crypto';
import type { Evidence, StoredBatch } from './chain.rules.js';
import { checkBatch, checkTail } from './chain.rules.js';
import type { Finding, Tail } from './chain.rules.js';
import type { AuditRow } from './entry.rules.js';
import { entryHash } from './entry.rules.js';
import type { ChainEnd, KeptSeal, Seal } from './seal.rules.js';
import { beginning, nextStatement } from './seal.rules.js';
import type { Signer } from './signing.js';
import { isSignedBy, readSigner } from './signing.js';

export const aSigner = (): Signer => {
  const { privateKey } = generateKeyPairSync('ed25519');
  return readSigner(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
};

const startedAt = Date.parse('2026-11-20T02:00:00Z');

export const anEntry = (id: number, fields: object = {}): AuditRow => ({
  id,
  kind: 'WRITE',
  recorded_at: new Date(startedAt + id * 100).toISOString(),
  actor: 'ratna',
  operation: 'acceptCase',
  subjects: [`case_${id}`],
  reason: null,
  ...fields,
});

/** A chain as the database and the second store have it. */
export interface MadeChain {
  signer: Signer;
  batches: StoredBatch[];
  kept: KeptSeal[];
}

export const toStored = (seal: Seal, rows: readonly AuditRow[]): StoredBatch => ({
  seal,
  leaves: rows.map((row, at) => ({
    seq: seal.firstSeq + at,
    entryId: String(row.id),
    hash: entryHash('training', row).toString('hex'),
    row,
    listed: true,
  })),
});

/** Seals entries in batches of these sizes. */
export function aChain(sizes: readonly number[], signer = aSigner()): MadeChain {
  let end: ChainEnd = beginning;
  let id = 0;
  const batches = sizes.map((size) => {
    const rows = Array.from({ length: size }, () => anEntry((id += 1)));
    const leaves = rows.map((row) => entryHash('training', row));
    const sealedAt = new Date(startedAt + id * 100 + 50);
    const seal = signer.sign(
      nextStatement(end, { service: 'training', epoch: 1, leaves, sealedAt }),
    );
    end = seal;
    return toStored(seal, rows);
  });
  return { signer, batches, kept: batches.map(toKept) };
}

export const toKept = ({ seal, leaves }: StoredBatch): KeptSeal => ({
  ...seal,
  leaves: leaves.map(({ entryId, hash }) => ({ entryId, hash })),
});

export const nothingBehind: Tail = { looseLeaf: null, lost: null, unsealed: null };

/** Walks a chain as verification does. */
export function walk(
  { signer, batches, kept }: MadeChain,
  { withStore = true, ...tail }: Partial<Tail> & { withStore?: boolean } = {},
): Finding | null {
  let end: ChainEnd = beginning;
  for (const batch of batches) {
    const evidence: Evidence = {
      kept: (withStore && kept.find(({ number }) => number === batch.seal.number)) || null,
      isSigned: (seal) => isSignedBy(signer.publicKey, seal),
    };
    const finding = checkBatch(end, batch, evidence);
    if (finding) return finding;
    end = batch.seal;
  }
  const lost = (withStore && kept.find(({ number }) => number > end.number)) || null;
  return checkTail(end, { ...nothingBehind, lost, ...tail });
}

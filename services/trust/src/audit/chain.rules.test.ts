import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aChain, aSigner, anEntry, toKept, toStored, walk } from './chain.fixture.js';
import type { MadeChain } from './chain.fixture.js';
import type { Damage, StoredBatch, StoredLeaf } from './chain.rules.js';
import { entryHash } from './entry.rules.js';
import { nextStatement } from './seal.rules.js';

interface Place {
  chain: MadeChain;
  batch: StoredBatch;
  /** Place in the batch. */
  at: number;
}

const leavesOf = ({ batch }: Place) => batch.leaves as StoredLeaf[];

function change(place: Place, fields: Partial<StoredLeaf>): void {
  Object.assign(leavesOf(place)[place.at]!, fields);
}

const rowOf = ({ batch, at }: Place) => batch.leaves[at]!.row!;
const idOf = ({ batch, at }: Place) => batch.leaves[at]!.entryId;

function alterSeal({ batch }: Place, fields: object): void {
  Object.assign(batch.seal, fields);
}

type Tampering = [damage: Damage, namesRow: boolean, act: (place: Place) => unknown];

/** What somebody with every right of the database can do to one row, each in one way. */
const tamperings: Record<string, Tampering> = {
  'another actor': [
    'EDITED',
    true,
    (place) => change(place, { row: { ...rowOf(place), actor: 'somebody else' } }),
  ],
  'a reason that was not there': [
    'EDITED',
    true,
    (place) => change(place, { row: { ...rowOf(place), reason: 'too-late' } }),
  ],
  'the row deleted': ['DELETED', true, (place) => change(place, { row: null })],
  'the row and its leaf deleted': ['DELETED', true, (place) => leavesOf(place).splice(place.at, 1)],
  'the leaf altered': ['LEAF_ALTERED', true, (place) => change(place, { hash: 'ab'.repeat(32) })],
  'row and leaf altered together': [
    'LEAF_ALTERED',
    true,
    (place) => {
      const row = { ...rowOf(place), decision: 'REFUSED' };
      change(place, { row, hash: entryHash('training', row).toString('hex') });
    },
  ],
  'another entry put in its place': [
    'INSERTED',
    false,
    (place) => {
      const row = anEntry(9_999);
      change(place, {
        row,
        entryId: '9999',
        hash: entryHash('training', row).toString('hex'),
      });
    },
  ],
  'a row taken out of the trail of its subject': [
    'HIDDEN',
    true,
    (place) => change(place, { listed: false }),
  ],
  'the time of the seal': [
    'SEAL_ALTERED',
    false,
    (place) => alterSeal(place, { sealedAt: '2020-01-01T00:00:00.000Z' }),
  ],
  'the root of the seal': [
    'SEAL_ALTERED',
    false,
    (place) => alterSeal(place, { root: 'cd'.repeat(32) }),
  ],
  'the signature': [
    'SEAL_ALTERED',
    false,
    (place) => alterSeal(place, { signature: Buffer.alloc(64).toString('base64') }),
  ],
  'the seal taken out': [
    'DELETED',
    false,
    ({ chain, batch }) => chain.batches.splice(chain.batches.indexOf(batch), 1),
  ],
};

const places = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 6 }),
  which: fc.nat(),
  at: fc.nat(),
});

/** A place in a fresh chain; not in the last batch, whose loss is another tampering. */
function placeIn({ sizes, which, at }: { sizes: number[]; which: number; at: number }): Place {
  const chain = aChain(sizes);
  const batch = chain.batches[which % (sizes.length - 1)]!;
  return { chain, batch, at: at % batch.leaves.length };
}

describe('a chain', () => {
  test('of any batches is intact as it was sealed, with the second store and without', () => {
    fc.assert(
      fc.property(places, ({ sizes }) => {
        const chain = aChain(sizes);
        expect(walk(chain)).toBeNull();
        expect(walk(chain, { withStore: false })).toBeNull();
      }),
    );
  });

  test.each(Object.entries(tamperings))('tells at any place: %s', (_what, [damage, named, act]) => {
    fc.assert(
      fc.property(places, (chosen) => {
        const place = placeIn(chosen);
        const entryId = idOf(place);
        const { number } = place.batch.seal;
        act(place);
        const finding = walk(place.chain);
        expect(finding).toMatchObject({ damage, seal: number });
        if (named) expect(finding!.entryId).toBe(entryId);
      }),
      { numRuns: 40 },
    );
  });

  test('tells two entries that changed places, by the first of them', () => {
    fc.assert(
      fc.property(places, (chosen) => {
        const place = placeIn({ ...chosen, sizes: chosen.sizes.map((size) => size + 1) });
        const leaves = leavesOf(place);
        const [first, second] = [leaves[0]!, leaves[1]!];
        const { entryId } = first;
        leaves[0] = { ...second, seq: first.seq };
        leaves[1] = { ...first, seq: second.seq };
        expect(walk(place.chain)).toMatchObject({ damage: 'REORDERED', entryId });
      }),
      { numRuns: 40 },
    );
  });

  test('tells a tail that was cut off by what the second store keeps', () => {
    const chain = aChain([2, 3, 1]);
    chain.batches.pop();
    expect(walk(chain)).toMatchObject({ damage: 'TRUNCATED', seal: 3, entryId: '6' });
    chain.batches.length = 0;
    expect(walk(chain)).toMatchObject({ damage: 'TRUNCATED', seal: 1, entryId: '1' });
  });

  test('tells a chain that was made anew with the stolen key by its first seal', () => {
    const signer = aSigner();
    const chain = aChain([2, 2], signer);
    const forged = aChain([1, 3], signer);
    expect(walk({ ...forged, kept: chain.kept })).toMatchObject({ damage: 'FORKED', seal: 1 });
  });

  test('tells a seal that follows on another root, and one that nobody known has signed', () => {
    const signer = aSigner();
    const chain = aChain([1, 1], signer);
    const other = aChain([2, 1], signer);
    const grafted = { ...other.batches[1]!.seal, firstSeq: 2, lastSeq: 2 };
    chain.batches[1] = toStored(signer.sign(grafted), [anEntry(2)]);
    chain.kept[1] = toKept(chain.batches[1]);
    expect(walk(chain)).toMatchObject({ damage: 'FORKED', seal: 2 });
    expect(walk({ ...aChain([1]), signer })).toMatchObject({ damage: 'SIGNATURE_WRONG', seal: 1 });
  });

  test('tells an entry that was put in afterwards under an early time, sealed or not', () => {
    const chain = aChain([1, 1]);
    const late = anEntry(1, { id: 7, recorded_at: '2026-11-19T00:00:00.000Z' });
    const before = chain.batches[1]!.seal;
    const hash = entryHash('training', late);
    const sealedAt = new Date(Date.parse(before.sealedAt) + 1_000);
    const batch = { service: 'training', epoch: 1, leaves: [hash], sealedAt };
    const seal = chain.signer.sign(nextStatement(before, batch));
    chain.batches.push(toStored(seal, [late]));
    chain.kept.push(toKept(chain.batches[2]!));

    expect(walk(chain)).toMatchObject({ damage: 'INSERTED', entryId: '7' });
    const unsealed = { entryId: '8', recordedAt: new Date('2026-11-19T00:00:00Z') };
    expect(walk(aChain([1]), { unsealed })).toMatchObject({ damage: 'INSERTED', entryId: '8' });
  });

  test('tells an entry that waits too long, and a leaf under no seal', () => {
    const chain = aChain([1]);
    const recordedAt = new Date(Date.parse(chain.batches[0]!.seal.sealedAt) + 20_000);
    expect(walk(chain, { unsealed: { entryId: '2', recordedAt } })).toMatchObject({
      damage: 'UNSEALED',
      entryId: '2',
    });
    expect(walk(chain, { looseLeaf: { entryId: '2', hash: '' } })).toMatchObject({
      damage: 'INSERTED',
      entryId: '2',
    });
  });

  test('tells damage of the last seconds by the signed root, before the second store has them', () => {
    const edited = aChain([2, 2]);
    change(
      { chain: edited, batch: edited.batches[1]!, at: 1 },
      { row: anEntry(4, { actor: 'x' }) },
    );
    expect(walk(edited, { withStore: false })).toMatchObject({ damage: 'EDITED', entryId: '4' });
    const altered = aChain([2, 2]);
    change({ chain: altered, batch: altered.batches[1]!, at: 0 }, { hash: 'ab'.repeat(32) });
    expect(walk(altered, { withStore: false })).toMatchObject({
      damage: 'LEAF_ALTERED',
      entryId: '3',
    });
  });
});

describe('an entry', () => {
  test('is sealed by its columns whatever their order, and a new empty column changes nothing', () => {
    const row = anEntry(1);
    const turned = Object.fromEntries(Object.entries(row).reverse()) as typeof row;
    expect(entryHash('training', turned)).toEqual(entryHash('training', row));
    expect(entryHash('training', { ...row, appointment: null })).toEqual(
      entryHash('training', row),
    );
  });

  test('of another service or with another value is another', () => {
    const row = anEntry(1);
    expect(entryHash('awards', row)).not.toEqual(entryHash('training', row));
    expect(entryHash('training', { ...row, subjects: [] })).not.toEqual(entryHash('training', row));
  });
});

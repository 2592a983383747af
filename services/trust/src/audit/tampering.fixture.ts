import type { Asks } from './chain-reader.js';
import { findSeal, readBatches, readSeals } from './chain-reader.js';
import type { Damage } from './chain.rules.js';
import { entryHash } from './entry.rules.js';
import type { ChainEnd, Seal } from './seal.rules.js';
import { nextStatement } from './seal.rules.js';
import type { Signer } from './signing.js';
import { aSigner } from './chain.fixture.js';

/** Two entries that follow one another under one seal, which is not the last. */
export interface Place {
  asks: Asks;
  service: string;
  /** The key of the service, for who stole it. */
  signer: Signer;
  seal: Seal;
  last: Seal;
  seq: number;
  entryId: string;
  nextId: string;
}

/** What verification must say. */
export interface Expected {
  damage: Damage;
  entryId?: string;
  seal?: number;
}

type Tampering = (place: Place) => Promise<Expected>;

/** A place for tampering: a seal, and an entry under it; `choose` picks one of so many, from 0. */
export async function findPlace(
  asks: Asks,
  service: string,
  signer: Signer,
  choose: (count: number) => number,
): Promise<Place> {
  const last = (await findSeal(asks, service))!;
  const large = (await readSeals(asks, service, 0, last.number - 1)).filter(
    ({ entries }) => entries > 1,
  );
  const seal = large[choose(large.length)];
  if (seal === undefined) throw new Error(`${service} has no two entries under one seal.`);
  const seq = seal.firstSeq + choose(seal.entries - 1);
  const leaves = await asks.sql<{ entryId: string }>(
    'select entry_id::text as "entryId" from audit_leaf where seq in ($1::bigint, $1::bigint + 1) order by seq',
    [seq],
  );
  const [entryId, nextId] = leaves.map((leaf) => leaf.entryId) as [string, string];
  return { asks, service, signer, seal, last, seq, entryId, nextId };
}

const edit =
  (change: string): Tampering =>
  async ({ asks, entryId, seal }) => {
    await asks.sql(`update audit_entry set ${change} where id = $1`, [entryId]);
    return { damage: 'EDITED', entryId, seal: seal.number };
  };

const alterSeal =
  (change: string): Tampering =>
  async ({ asks, seal: { number } }) => {
    await asks.sql(`update audit_seal set ${change} where number = $1`, [number]);
    return { damage: 'SEAL_ALTERED', seal: number };
  };

const alterTrail =
  (sql: string): Tampering =>
  async ({ asks, entryId, seal }) => {
    await asks.sql(sql, [entryId]);
    return { damage: 'HIDDEN', entryId, seal: seal.number };
  };

async function removeEntry({ asks, entryId }: Place): Promise<void> {
  await asks.sql('delete from audit_subject where entry_id = $1', [entryId]);
  await asks.sql('delete from audit_entry where id = $1', [entryId]);
}

async function cutBehind({ asks }: Place, number: number, seq: number): Promise<void> {
  const behind = 'in (select entry_id from audit_leaf where seq > $1)';
  await asks.sql(`delete from audit_subject where entry_id ${behind}`, [seq]);
  await asks.sql(`delete from audit_entry where id ${behind}`, [seq]);
  await asks.sql('delete from audit_leaf where seq > $1', [seq]);
  await asks.sql('delete from audit_seal where number > $1', [number]);
}

/** Puts another entry there, with the same in it but for what is given. */
async function insertLike({ asks, entryId }: Place, recordedAt: string): Promise<string> {
  const columns = `kind, occurred_at, actor, role, region, organization, office, purpose, operation,
    subjects, subject_regions, field_classes, decision, reason, policy_version, request_id`;
  const [made] = await asks.sql<{ id: string }>(
    `insert into audit_entry (${columns}, recorded_at)
     select ${columns}, ${recordedAt} from audit_entry where id = $1 returning id::text`,
    [entryId],
  );
  return made!.id;
}

const rehash = async ({ asks, service, seq }: Place): Promise<void> => {
  const [batch] = await readBatches(asks, [{ firstSeq: seq, lastSeq: seq, entries: 1 } as Seal]);
  const hash = entryHash(service, batch!.leaves[0]!.row!).toString('hex');
  await asks.sql("update audit_leaf set hash = decode($2, 'hex') where seq = $1", [seq, hash]);
};

/** Makes a chain anew from a seal on, so that it is right in itself. */
async function sealAnew({ asks, service, seal }: Place, signer: Signer): Promise<void> {
  const seals = await readSeals(asks, service, seal.number - 1, 100_000);
  let end: ChainEnd = {
    ...seal,
    number: seal.number - 1,
    lastSeq: seal.firstSeq - 1,
    root: seal.previousRoot,
  };
  for (const batch of await readBatches(asks, seals)) {
    const leaves = batch.leaves.map(({ hash }) => Buffer.from(hash, 'hex'));
    const { epoch, sealedAt } = batch.seal;
    const made = signer.sign(
      nextStatement(end, { service, epoch, leaves, sealedAt: new Date(sealedAt) }),
    );
    await asks.sql(
      `update audit_seal set root = decode($2, 'hex'), previous_root = decode($3, 'hex'),
         signature = decode($4, 'base64'), key_id = $5 where number = $1`,
      [made.number, made.root, made.previousRoot, made.signature, made.keyId],
    );
    end = made;
  }
}

const edits: Record<string, Tampering> = {
  'another actor': edit("actor = actor || 'x'"),
  'another role': edit("role = role || 'x'"),
  'another decision': edit(
    "decision = case decision when 'ALLOWED' then 'REFUSED' else 'ALLOWED' end",
  ),
  'another operation': edit("operation = 'nothing'"),
  'a purpose': edit("purpose = 'none at all'"),
  'a subject more': edit(
    "subjects = subjects || array['case_x'], subject_regions = subject_regions || array['32']",
  ),
  'no subject': edit("subjects = '{}', subject_regions = '{}'"),
  'another region': edit("region = 'x'"),
  'another class': edit("field_classes = field_classes || array['public']"),
  'another reason': edit("reason = 'because'"),
  'a microsecond earlier': edit("recorded_at = recorded_at - interval '1 microsecond'"),
  'another time of the fact': edit("occurred_at = occurred_at + interval '1 day'"),
  'another request': edit("request_id = 'none'"),
  'another policy': edit("policy_version = '2020-01'"),
};

const removals: Record<string, Tampering> = {
  'the entry deleted': async (place) => {
    await removeEntry(place);
    return { damage: 'DELETED', entryId: place.entryId, seal: place.seal.number };
  },
  'the entry and its leaf deleted': async (place) => {
    await removeEntry(place);
    await place.asks.sql('delete from audit_leaf where seq = $1', [place.seq]);
    return { damage: 'DELETED', entryId: place.entryId, seal: place.seal.number };
  },
  'the leaf deleted': async ({ asks, seq, entryId, seal }) => {
    await asks.sql('delete from audit_leaf where seq = $1', [seq]);
    return { damage: 'DELETED', entryId, seal: seal.number };
  },
  'an entry taken out and the gap closed': async (place) => {
    const { asks, seq, entryId, seal } = place;
    await removeEntry(place);
    await asks.sql('delete from audit_leaf where seq = $1', [seq]);
    await asks.sql('update audit_leaf set seq = -seq where seq > $1', [seq]);
    await asks.sql('update audit_leaf set seq = -seq - 1 where seq < 0');
    return { damage: 'REORDERED', entryId, seal: seal.number };
  },
  'a seal deleted': async ({ asks, seal: { number } }) => {
    await asks.sql('delete from audit_seal where number = $1', [number]);
    return { damage: 'DELETED', seal: number };
  },
  'the last seal cut off with all under it': async (place) => {
    await cutBehind(place, place.last.number - 1, place.last.firstSeq - 1);
    return { damage: 'TRUNCATED', seal: place.last.number };
  },
  'everything behind a seal cut off': async (place) => {
    await cutBehind(place, place.seal.number, place.seal.lastSeq);
    return { damage: 'TRUNCATED', seal: place.seal.number + 1 };
  },
  'everything emptied': async ({ asks }) => {
    await asks.sql('truncate audit_entry, audit_leaf, audit_seal, audit_subject');
    return { damage: 'TRUNCATED', seal: 1 };
  },
};

const moves: Record<string, Tampering> = {
  'two entries changed places': async ({ asks, seq, entryId, seal }) => {
    await asks.sql('update audit_leaf set seq = -seq where seq in ($1, $2)', [seq, seq + 1]);
    await asks.sql('update audit_leaf set seq = $1 where seq = -$2::bigint', [seq, seq + 1]);
    await asks.sql('update audit_leaf set seq = $2 where seq = -$1::bigint', [seq, seq + 1]);
    return { damage: 'REORDERED', entryId, seal: seal.number };
  },
  'two leaves changed their entries': async ({ asks, seq, entryId, nextId, seal }) => {
    await asks.sql('update audit_leaf set entry_id = -entry_id where seq in ($1, $2)', [
      seq,
      seq + 1,
    ]);
    await asks.sql('update audit_leaf set entry_id = $2 where seq = $1', [seq, nextId]);
    await asks.sql('update audit_leaf set entry_id = $2 where seq = $1', [seq + 1, entryId]);
    return { damage: 'REORDERED', entryId, seal: seal.number };
  },
  'two entries changed their numbers': async ({ asks, entryId, nextId, seal }) => {
    const renumber = 'update audit_entry set id = $2 where id = $1';
    await asks.sql('alter table audit_entry alter column id set generated by default');
    await asks.sql('alter table audit_entry alter column id drop identity');
    await asks.sql(renumber, [entryId, `-${entryId}`]);
    await asks.sql(renumber, [nextId, entryId]);
    await asks.sql(renumber, [`-${entryId}`, nextId]);
    return { damage: 'EDITED', entryId, seal: seal.number };
  },
};

const insertions: Record<string, Tampering> = {
  'an entry of yesterday put in': async (place) => {
    const entryId = await insertLike(place, "now() - interval '1 day'");
    return { damage: 'INSERTED', entryId };
  },
  'an entry of yesterday put in with a leaf': async (place) => {
    const entryId = await insertLike(place, "now() - interval '1 day'");
    const { asks, last } = place;
    await asks.sql(
      "insert into audit_leaf (seq, entry_id, hash) values ($1, $2, decode(repeat('00', 32), 'hex'))",
      [last.lastSeq + 1, entryId],
    );
    return { damage: 'INSERTED', entryId };
  },
  'another entry put in its place': async (place) => {
    const entryId = await insertLike(place, 'recorded_at');
    await place.asks.sql('update audit_leaf set entry_id = $2 where seq = $1', [
      place.seq,
      entryId,
    ]);
    await rehash(place);
    return { damage: 'INSERTED', entryId, seal: place.seal.number };
  },
};

const chainDamages: Record<string, Tampering> = {
  'a leaf altered': async ({ asks, seq, entryId, seal }) => {
    await asks.sql('update audit_leaf set hash = sha256(hash) where seq = $1', [seq]);
    return { damage: 'LEAF_ALTERED', entryId, seal: seal.number };
  },
  'an entry and its leaf altered together': async (place) => {
    await edits['another actor']!(place);
    await rehash(place);
    return { damage: 'LEAF_ALTERED', entryId: place.entryId, seal: place.seal.number };
  },
  'another root': alterSeal('root = sha256(root)'),
  'another previous root': alterSeal('previous_root = sha256(previous_root)'),
  'another time of sealing': alterSeal("sealed_at = sealed_at + interval '1 second'"),
  'another signature': alterSeal('signature = sha256(signature) || sha256(signature)'),
  'another key': alterSeal("key_id = '0000000000000000'"),
  'another epoch': async (place) => {
    await alterSeal('epoch = epoch + 7')(place);
    return { damage: 'SIGNATURE_WRONG', seal: place.seal.number };
  },
  'other bounds': alterSeal('first_seq = first_seq + 1, entries = entries - 1'),
  'made anew and signed with another key': async (place) => {
    await chainDamages['an entry and its leaf altered together']!(place);
    await sealAnew(place, aSigner());
    return { damage: 'SEAL_ALTERED', seal: place.seal.number };
  },
  'made anew and signed with the stolen key': async (place) => {
    await chainDamages['an entry and its leaf altered together']!(place);
    await sealAnew(place, place.signer);
    return { damage: 'FORKED', seal: place.seal.number };
  },
};

const trailDamages: Record<string, Tampering> = {
  'taken out of the trail of its subjects': alterTrail(
    'delete from audit_subject where entry_id = $1',
  ),
  'put into the trail of another': alterTrail(
    "update audit_subject set subject = 'case_x' where entry_id = $1 and place = 1",
  ),
  'moved to another region': alterTrail(
    "update audit_subject set region_code = 'x' where entry_id = $1 and place = 1",
  ),
};

/** What somebody can do who has every right of the database, each on the place that is given. */
export const tamperings: Readonly<Record<string, Tampering>> = {
  ...edits,
  ...removals,
  ...moves,
  ...insertions,
  ...chainDamages,
  ...trailDamages,
};

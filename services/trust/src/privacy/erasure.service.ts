import { encodeId } from '@jejaring/chassis/graph/ids';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { forgetFingerprints } from '../keys/fingerprint.js';
import { Erasure } from './erasure.entity.js';
import type { PersonKind, PersonRow } from './person-kind.js';

/**
 * Erases a person once; what is left is the proof of it. The key goes last: it is of another
 * database, and what is undone here can then be done again.
 */
export async function erasePerson(
  work: Work,
  kind: PersonKind,
  person: PersonRow,
  why: Pick<Erasure, 'ground' | 'requestId'>,
): Promise<void> {
  const subject = { subjectTable: kind.table, subjectId: person.id };
  if ((await work.find(Erasure, subject)) !== null) return;
  const { files } = await kind.erase(work, person);
  const { regionCode } = person;
  if (kind.hasFingerprints) await forgetFingerprints(work, { table: kind.table, id: person.id });
  await work.insert(Erasure, { ...why, ...subject, regionCode, files, erasedAt: work.now });
  await work.vault.destroy(encodeId(kind.prefix, person.id));
}

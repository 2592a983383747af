import { encodeId } from '@jejaring/chassis/graph/ids';
import type { PersonKey } from '@jejaring/chassis/work/key-vault';
import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import { close } from '@jejaring/trust/keys/cipher';
import type { Fingerprints } from '@jejaring/trust/keys/fingerprint';
import {
  findByFingerprint,
  keepFingerprints,
  sameFingerprint,
  takeFingerprints,
} from '@jejaring/trust/keys/fingerprint';
import { keyToWrite } from '@jejaring/trust/keys/person-key';
import { Beneficiary } from './beneficiary.entity.js';
import type { NewBeneficiary } from './beneficiary.rules.js';
import { register } from './beneficiary.rules.js';

export interface NewPerson extends NewBeneficiary {
  subjectKind: string;
  name: string;
}

const table = 'beneficiary';

/** What the fingerprints of a beneficiary's identity number are made for. */
export const nikOfBeneficiary = 'nik';

/** Where each closed value of a beneficiary belongs. */
export const placeOf = (column: 'name_cipher' | 'nik_cipher', rowId: string) => ({
  table,
  column,
  rowId,
});

/** The person whose key opens it. */
export const subjectOf = (id: string): string => encodeId('ben', id);

/** What of a person is kept closed. */
export const closeBeneficiary = (
  key: PersonKey,
  id: string,
  { name, nik }: Pick<NewPerson, 'name' | 'nik'>,
) => ({
  nameCipher: close(key, placeOf('name_cipher', id), name),
  nikCipher: nik ? close(key, placeOf('nik_cipher', id), nik) : null,
});

/**
 * The person of this identity number in the caller's sight, or a new one. Whether the number is
 * known elsewhere is not told: the unique index refuses it and the caller is asked to request a transfer.
 */
export async function findOrRegister(
  work: Work,
  person: NewPerson & { regionCode: string },
): Promise<Beneficiary> {
  const facts = proceed(register(person, work.now));
  const prints = person.nik ? await takeFingerprints(work, nikOfBeneficiary, person.nik) : null;
  const knownId = prints && (await findByFingerprint(work, table, prints));
  if (knownId) return work.get(Beneficiary, knownId);
  const id = work.newId();
  const key = await keyToWrite(work, subjectOf(id));
  const row = await work.insert(Beneficiary, {
    id,
    version: 1,
    subjectKind: person.subjectKind,
    regionCode: person.regionCode,
    ...closeBeneficiary(key, id, person),
    nikAbsentReason: person.nik ? null : (person.nikAbsentReason ?? null),
    ...facts,
    registeredByOrganizationId: work.caller.organizationId,
  });
  if (prints) await remember(work, id, prints);
  return row;
}

async function remember(work: Work, id: string, prints: Fingerprints): Promise<void> {
  try {
    await keepFingerprints(work, { table, id }, prints);
  } catch (error) {
    if (isUniqueViolation(error, sameFingerprint)) return refuse({ refused: 'known-elsewhere' });
    throw error;
  }
}

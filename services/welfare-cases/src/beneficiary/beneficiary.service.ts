import { encodeId } from '@jejaring/chassis/graph/ids';
import type { PersonKey } from '@jejaring/chassis/work/key-vault';
import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { may } from '@jejaring/trust/rights/policy.rules';
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
import { register, registrars } from './beneficiary.rules.js';

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
 * Who enters people finds those of their region again, also one whose every case is sealed to them:
 * otherwise the refusal of a second registration would tell that there is such a case.
 */
async function findKnown(work: Work, prints: Fingerprints): Promise<Beneficiary | null> {
  const id = await findByFingerprint(work, table, prints);
  if (id === null) return null;
  const seen = await work.find(Beneficiary, { id });
  if (seen) return seen;
  const row = await work.beyondScope(() => work.find(Beneficiary, { id }));
  return row && may(registrars, work.caller, row) ? row : null;
}

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
  const known = prints && (await findKnown(work, prints));
  if (known) return known;
  const id = work.newId();
  const key = await keyToWrite(work, subjectOf(id));
  const row = {
    id,
    version: 1,
    subjectKind: person.subjectKind,
    regionCode: person.regionCode,
    ...closeBeneficiary(key, id, person),
    nikAbsentReason: person.nik ? null : (person.nikAbsentReason ?? null),
    ...facts,
    registeredByOrganizationId: work.caller.organizationId,
  };
  // Nobody sees the person before there is a case that shows them.
  return work.beyondScope(async () => {
    const made = await work.insert(Beneficiary, row);
    if (prints) await remember(work, id, prints);
    return made;
  });
}

async function remember(work: Work, id: string, prints: Fingerprints): Promise<void> {
  try {
    await keepFingerprints(work, { table, id }, prints);
  } catch (error) {
    if (isUniqueViolation(error, sameFingerprint)) return refuse({ refused: 'known-elsewhere' });
    throw error;
  }
}

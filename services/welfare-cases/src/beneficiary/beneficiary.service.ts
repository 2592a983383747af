import { blindIndex, encrypt } from '@jejaring/register/facts/identifiers';
import type { KeyRing } from '@jejaring/chassis/work/key-ring';
import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { may } from '@jejaring/trust/rights/policy.rules';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import { Beneficiary } from './beneficiary.entity.js';
import type { NewBeneficiary } from './beneficiary.rules.js';
import { register, registrars } from './beneficiary.rules.js';

export interface NewPerson extends NewBeneficiary {
  subjectKind: string;
  name: string;
}

const place = (column: string, rowId: string) => ({ table: 'beneficiary', column, rowId });

const nikIndexOf = (ring: KeyRing, nik: string) => blindIndex(ring, 'nik', nik);

/** What of a person is kept closed, and the fingerprint to find them by. */
export const closeBeneficiary = (
  ring: KeyRing,
  id: string,
  { name, nik }: Pick<NewPerson, 'name' | 'nik'>,
) => ({
  nameCipher: encrypt(ring, place('name_cipher', id), name),
  nikCipher: nik ? encrypt(ring, place('nik_cipher', id), nik) : null,
  nikIndex: nik ? nikIndexOf(ring, nik) : null,
});

/**
 * Who enters people finds those of their region again, also one whose every case is sealed to them:
 * otherwise the refusal of a second registration would tell that there is such a case.
 */
async function findKnown(work: Work, nikIndex: Buffer): Promise<Beneficiary | null> {
  const seen = await work.find(Beneficiary, { nikIndex });
  if (seen) return seen;
  const row = await work.beyondScope(() => work.find(Beneficiary, { nikIndex }));
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
  const { birthYear, sex } = proceed(register(person, work.now));
  const nikIndex = person.nik ? nikIndexOf(work.keys, person.nik) : null;
  // Two first reports of one person wait for one another, so that the later one finds the earlier.
  if (nikIndex) {
    await work.sql('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      nikIndex.toString('hex'),
    ]);
  }
  const known = nikIndex && (await findKnown(work, nikIndex));
  if (known) return known;
  const id = work.newId();
  const row = {
    id,
    version: 1,
    subjectKind: person.subjectKind,
    regionCode: person.regionCode,
    ...closeBeneficiary(work.keys, id, person),
    nikAbsentReason: person.nik ? null : (person.nikAbsentReason ?? null),
    birthYear,
    sex,
    registeredByOrganizationId: work.caller.organizationId,
  };
  try {
    // Nobody sees the person before there is a case that shows them.
    return await work.beyondScope(() => work.insert(Beneficiary, row));
  } catch (error) {
    if (isUniqueViolation(error, 'beneficiary_nik')) return refuse({ refused: 'known-elsewhere' });
    throw error;
  }
}

import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { proceed } from '@jejaring/chassis/work/refusal';
import { insertAll } from '@jejaring/register/bulk/insert-all';
import { fingerprintRows, fingerprintsOf } from '@jejaring/trust/keys/fingerprint';
import { register } from './beneficiary.rules.js';
import type { NewPerson } from './beneficiary.service.js';
import { closeBeneficiary, nikOfBeneficiary, subjectOf } from './beneficiary.service.js';

/** Somebody who is registered in bulk, and by whom. */
export interface BulkPerson extends NewPerson {
  id: string;
  regionCode: string;
  registeredBy: string | null;
}

/** Registers many persons, each new to the register: their numbers are nobody's else. */
export async function registerAll(work: Work, people: readonly BulkPerson[]): Promise<void> {
  const keys = await work.vault.forWriting(people.map(({ id }) => subjectOf(id)));
  const rows = people.map((person) => {
    const { id, regionCode, subjectKind, nikAbsentReason, registeredBy } = person;
    const { birthYear, sex } = proceed(register(person, work.now));
    const closed = closeBeneficiary(keys.get(subjectOf(id))!, id, person);
    return {
      id,
      subject_kind: subjectKind,
      region_code: regionCode,
      name_cipher: closed.nameCipher,
      nik_cipher: closed.nikCipher,
      nik_absent_reason: nikAbsentReason ?? null,
      birth_year: birthYear,
      sex,
      registered_by_organization_id: registeredBy,
    };
  });
  await insertAll(work, 'beneficiary', rows);
  await insertAll(work, 'identity_fingerprint', await fingerprintsOfAll(work, people));
}

async function fingerprintsOfAll(work: Work, people: readonly BulkPerson[]) {
  const keys = await work.vault.indexKeys();
  return people.flatMap(({ id, nik }) =>
    nik
      ? fingerprintRows({ table: 'beneficiary', id }, fingerprintsOf(keys, nikOfBeneficiary, nik))
      : [],
  );
}

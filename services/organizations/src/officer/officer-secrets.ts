import { encodeId } from '@jejaring/chassis/graph/ids';
import type { PersonKey } from '@jejaring/chassis/work/key-vault';
import { close, open } from '@jejaring/trust/keys/cipher';
import type { Officer } from './officer.entity.js';

/** What the fingerprints of an officer's identity number are made for. */
export const nikOfOfficer = 'officer-nik';

/** Where each closed value of an officer belongs. */
export const placeOf = (
  column: 'name_cipher' | 'nik_cipher' | 'birth_date_cipher',
  rowId: string,
) => ({ table: 'officer', column, rowId });

/** The person whose key opens it. */
export const subjectOf = (id: string): string => encodeId('ofr', id);

/** What of a person is kept closed: name, identity number, day of birth. */
export const closeOfficer = (
  key: PersonKey,
  id: string,
  { name, nik, birthDate }: { name: string; nik: string | null; birthDate: string },
) => ({
  nameCipher: close(key, placeOf('name_cipher', id), name),
  nikCipher: nik === null ? null : close(key, placeOf('nik_cipher', id), nik),
  birthDateCipher: close(key, placeOf('birth_date_cipher', id), birthDate),
});

/** The day of birth; null once it was erased. */
export const openBirthDate = (
  key: PersonKey | null | undefined,
  { id, birthDateCipher }: Officer,
): string | null => open(key, placeOf('birth_date_cipher', id), birthDateCipher);

/** All that is kept closed of an officer, whose key is there. */
export const openOfficer = (key: PersonKey, officer: Officer) => ({
  name: open(key, placeOf('name_cipher', officer.id), officer.nameCipher)!,
  nik: officer.nikCipher && open(key, placeOf('nik_cipher', officer.id), officer.nikCipher),
  birthDate: openBirthDate(key, officer)!,
});

import type { KeyRing } from '@jejaring/chassis/work/key-ring';
import { decrypt, encrypt } from '@jejaring/register/facts/identifiers';
import type { Officer } from './officer.entity.js';

const placeOf = (rowId: string, column: string) => ({ table: 'officer', column, rowId });

/** What of a person is kept closed: name, identity number, day of birth. */
export const closeOfficer = (
  ring: KeyRing,
  id: string,
  { name, nik, birthDate }: { name: string; nik: string | null; birthDate: string },
) => ({
  nameCipher: encrypt(ring, placeOf(id, 'name_cipher'), name),
  nikCipher: nik === null ? null : encrypt(ring, placeOf(id, 'nik_cipher'), nik),
  birthDateCipher: encrypt(ring, placeOf(id, 'birth_date_cipher'), birthDate),
});

export const nameOf = (ring: KeyRing, { id, nameCipher }: Officer): string =>
  decrypt(ring, placeOf(id, 'name_cipher'), nameCipher);

export const nikOf = (ring: KeyRing, { id, nikCipher }: Officer): string | null =>
  nikCipher === null ? null : decrypt(ring, placeOf(id, 'nik_cipher'), nikCipher);

export const birthDateOf = (ring: KeyRing, { id, birthDateCipher }: Officer): string =>
  decrypt(ring, placeOf(id, 'birth_date_cipher'), birthDateCipher);

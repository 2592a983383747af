/** Crockford's base32: no I, L, O, U, so that a printed code is read as it was written. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

export const randomLetters = length - 1;

/** Multiplies by two in the field of 32 elements (x⁵ + x² + 1). */
const double = (value: number): number => {
  const shifted = value << 1;
  return shifted > 31 ? shifted ^ 0b100101 : shifted;
};

/**
 * The sum by which a code is checked. Each place has its own weight in the field, so that one wrong
 * letter and any two that changed places are always found.
 */
const checksum = (values: readonly number[]): number =>
  values.reduce((sum, value) => double(sum) ^ value, 0);

const written = (values: readonly number[]): string =>
  values
    .map((value) => alphabet[value])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');

/** A code from eleven random bytes: `7QK2-M9XD-4TRC`; the last letter checks the others. */
export function codeFrom(random: Uint8Array): string {
  const values = [...random.subarray(0, randomLetters)].map((byte) => byte % 32);
  return written([...values, double(checksum(values))]);
}

/** A code as it is stored, from one as people type it; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0');
  const values = Array.from(letters.replace(/[IL]/g, '1'), (letter) => alphabet.indexOf(letter));
  if (values.length !== length || values.includes(-1)) return null;
  return checksum(values) === 0 ? written(values) : null;
}

/** What an identity number tells of its bearer. */
export interface Nik {
  bornOn: string;
  birthYear: number;
  sex: 'MALE' | 'FEMALE';
}

const nikPattern = /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{4})$/;

// PP 37/2007, article 37: region, day of birth (women + 40), month, year, serial; no check digit.
export function readNik(nik: string, today: Date): Nik | null {
  const parts = nikPattern.exec(nik)?.slice(1).map(Number);
  if (parts === undefined) return null;
  const [province, , , dayPart, month, yearPart, serial] = parts as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const day = dayPart > 40 ? dayPart - 40 : dayPart;
  const century = yearPart <= today.getUTCFullYear() % 100 ? 2000 : 1900;
  const birthYear = century + yearPart;
  const born = new Date(Date.UTC(birthYear, month - 1, day));
  const exists = born.getUTCMonth() === month - 1 && born.getUTCDate() === day && month > 0;
  if (province === 0 || serial === 0 || !exists || born > today) return null;
  const bornOn = born.toISOString().slice(0, 10);
  return { bornOn, birthYear, sex: dayPart > 40 ? 'FEMALE' : 'MALE' };
}

/** Only the last two digits: the others tell region, birth date and sex. */
export const maskNik = (nik: string): string => `${'•'.repeat(14)}${nik.slice(-2)}`;

/** Where a number and what was declared differ. The number stays when a register corrects either: nothing to refuse. */
export function nikWarnings(
  nik: Nik,
  declared: { birthDate: string; sex: string },
): ('NIK_BIRTHDATE_MISMATCH' | 'NIK_SEX_MISMATCH')[] {
  // The century is a guess, so only what the digits say is compared.
  const sameDay = nik.bornOn.slice(2) === declared.birthDate.slice(2);
  return [
    ...(sameDay ? [] : (['NIK_BIRTHDATE_MISMATCH'] as const)),
    ...(nik.sex === declared.sex ? [] : (['NIK_SEX_MISMATCH'] as const)),
  ];
}

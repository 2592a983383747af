/** How numbers are written in a text; it is declared, never guessed. */
export const numberLocales = {
  'id-ID': { group: '.', decimal: ',' },
  en: { group: ',', decimal: '.' },
} as const;

export type NumberLocale = keyof typeof numberLocales;

const escape = (mark: string) => mark.replace('.', '\\.');

/**
 * A number as its locale writes it: "1.047" is 1047 in `id-ID` and 1.047 in `en`. Groups are of
 * three or absent; everything else is null, because a guess would be a thousand times off.
 */
export function readNumber(text: string, locale: NumberLocale): number | null {
  const { group, decimal } = numberLocales[locale];
  const whole = `\\d{1,3}(?:${escape(group)}\\d{3})+|\\d+`;
  const pattern = new RegExp(`^(${whole})(?:${escape(decimal)}(\\d+))?$`);
  const parts = pattern.exec(text.trim());
  if (parts === null) return null;
  const [, integer, fraction = '0'] = parts;
  return Number(`${integer!.replaceAll(group, '')}.${fraction}`);
}

/** A count as its locale writes it; null when it is no whole number. */
export function readCount(text: string, locale: NumberLocale): number | null {
  const number = readNumber(text, locale);
  return number !== null && Number.isSafeInteger(number) ? number : null;
}

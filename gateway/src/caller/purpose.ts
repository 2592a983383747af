import type { AccessPurpose } from '@jejaring/schema/vocabulary';
import { accessPurposes } from '@jejaring/schema/vocabulary';
import { refusal } from '../errors.js';

/** The header in which a client says what it looks at personal data for. */
export const purposeHeader = 'jejaring-purpose';

/** What the caller says the request is for; a word that nobody knows is refused, not dropped. */
export function readPurpose(values: readonly string[]): AccessPurpose | undefined {
  if (values.length === 0) return undefined;
  const known = accessPurposes.find((purpose) => values.length === 1 && purpose === values[0]);
  if (known !== undefined) return known;
  throw refusal(
    'BAD_USER_INPUT',
    400,
    `The header ${purposeHeader} is one of ${accessPurposes.join(', ')}.`,
    { argument: purposeHeader },
  );
}

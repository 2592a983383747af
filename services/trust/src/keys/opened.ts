import type { GraphContext } from '@jejaring/chassis/graph/context';
import type { PersonKey } from '@jejaring/chassis/work/key-vault';
import type { Place } from './cipher.js';
import { open } from './cipher.js';

/** The key of a person; all that a request asks for come with one question to the vault. */
const keyOf = (context: GraphContext, subject: string): Promise<PersonKey | null> =>
  context
    .loader<string, PersonKey | null>('person key', async ({ vault }, subjects) => {
      const keys = await vault.forReading(subjects);
      return subjects.map(
        (each) => keys.get(each) ?? (keys.has(each) ? null : new Error(`No key of ${each}.`)),
      );
    })
    .load(subject);

/** What is kept closed of a person; null where nothing is kept, or the person's key was destroyed. */
export async function opened(
  context: GraphContext,
  subject: string,
  place: Place,
  stored: string | null,
): Promise<string | null> {
  return stored === null ? null : open(await keyOf(context, subject), place, stored);
}

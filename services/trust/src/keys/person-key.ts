import type { PersonKey } from '@jejaring/chassis/work/key-vault';
import type { Work } from '@jejaring/chassis/work/unit-of-work';

/** The key under which something is written of a person; made when it is the first. */
export async function keyToWrite(work: Work, subject: string): Promise<PersonKey> {
  return (await work.vault.forWriting([subject])).get(subject)!;
}

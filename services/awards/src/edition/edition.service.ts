import { proceed } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { Edition } from './edition.entity.js';
import * as rules from './edition.rules.js';

export async function createEdition(
  work: Work,
  input: Pick<Edition, 'year' | 'name' | 'ownerRegionCode' | 'ownerOfficeId'>,
): Promise<Edition> {
  proceed(rules.createEdition(input, work.caller));
  return work.insert(Edition, { ...input, id: work.newId(), version: 1 });
}

import { definePolicy, everyone } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput } from '@jejaring/chassis/work/refusal';
import { invalidInput } from '@jejaring/chassis/work/refusal';

/** The official list is public; only the migrations job writes it. */
export const regionCopyPolicy = definePolicy({
  table: 'region_copy',
  access: 'public',
  read: everyone,
  write: [],
  commands: {},
});

/** A case lies in a village that is on the official list. */
export function requireRegion(known: boolean): Decision<object, InvalidInput> {
  if (known) return { refused: null };
  return invalidInput('regionCode', {
    en: 'There is no region with this code.',
    id: 'Tidak ada wilayah dengan kode ini.',
  });
}

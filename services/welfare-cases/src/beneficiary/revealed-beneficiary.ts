import type { RevealedPerson } from '@jejaring/trust/keys/reveal.service';
import { Beneficiary } from './beneficiary.entity.js';
import { beneficiaryPolicy } from './beneficiary.rules.js';
import { placeOf } from './beneficiary.service.js';

/** What is kept closed of a beneficiary, and who may have it shown. */
export const revealedBeneficiary: RevealedPerson<Beneficiary> = {
  prefix: 'ben',
  entity: Beneficiary,
  clauses: beneficiaryPolicy.commands.REVEAL,
  fields: {
    NAME: { placeOf: (id) => placeOf('name_cipher', id), stored: (row) => row.nameCipher },
    NIK: { placeOf: (id) => placeOf('nik_cipher', id), stored: (row) => row.nikCipher },
  },
};

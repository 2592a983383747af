import type { RevealedPerson } from '@jejaring/trust/keys/reveal.service';
import { placeOf } from '../officer/officer-secrets.js';
import { Officer } from '../officer/officer.entity.js';
import { officerPolicy } from '../officer/officer.rules.js';
import { Organization } from '../organization/organization.entity.js';
import { organizationPolicy } from '../organization/organization.rules.js';
import { placeOfChair } from '../organization/organization.service.js';
import { PostHolder } from '../post/post.entity.js';
import { postHolderPolicy } from '../post/post.rules.js';
import { placeOfHolder } from '../post/post.service.js';

/** What is kept closed of an officer beside the name, which who sees them sees. */
export const revealedOfficer: RevealedPerson<Officer> = {
  prefix: 'ofr',
  entity: Officer,
  clauses: officerPolicy.commands.REVEAL,
  fields: {
    NAME: { placeOf: (id) => placeOf('name_cipher', id), stored: (row) => row.nameCipher },
    NIK: { placeOf: (id) => placeOf('nik_cipher', id), stored: (row) => row.nikCipher },
    BIRTH_DATE: {
      placeOf: (id) => placeOf('birth_date_cipher', id),
      stored: (row) => row.birthDateCipher,
    },
  },
};

/** Who holds a post is public by initials. */
export const revealedPostHolder: RevealedPerson<PostHolder> = {
  prefix: 'hld',
  entity: PostHolder,
  clauses: postHolderPolicy.commands.REVEAL,
  fields: { NAME: { placeOf: placeOfHolder, stored: (row) => row.nameCipher } },
};

/** Who led an organization when it was registered. */
export const revealedChair: RevealedPerson<Organization> = {
  prefix: 'org',
  entity: Organization,
  clauses: organizationPolicy.commands.REVEAL,
  fields: { NAME: { placeOf: placeOfChair, stored: (row) => row.chairNameCipher } },
};

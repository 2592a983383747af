import type { RevealedPerson } from '@jejaring/trust/keys/reveal.service';
import { placeOfName } from './participant.service.js';
import { Registration } from './registration.entity.js';
import { registrationPolicy } from './registration.rules.js';

/** The graph shows the initials of a participant; the name is for lists at the door. */
export const revealedParticipant: RevealedPerson<Registration> = {
  prefix: 'reg',
  entity: Registration,
  clauses: registrationPolicy.commands.REVEAL,
  fields: { NAME: { placeOf: placeOfName, stored: (row) => row.nameCipher } },
};

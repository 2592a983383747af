import { when } from '@jejaring/chassis/events/inbox';
import { storedId } from '@jejaring/chassis/graph/ids';
import { officerErased } from '@jejaring/schema/events/organizations-privacy.events';
import { erasePerson } from '@jejaring/trust/privacy/erasure.service';
import { Registration } from '../registration/registration.entity.js';
import { participants } from './persons.js';

/** Who is erased in the register is erased from its trainings: names, initials and what certificates show. */
export const forgetOfficer = when(
  'training.forget-officer',
  officerErased,
  async (work, { data }) => {
    const officerId = storedId('ofr', data.officerId);
    const why = { ground: 'ANOTHER_SERVICE', requestId: null } as const;
    for (const row of await work.list(Registration, { officerId }))
      await erasePerson(work, participants, row, why);
  },
);

import type { Consumer } from '@jejaring/chassis/events/inbox';
import { when } from '@jejaring/chassis/events/inbox';
import { storedId } from '@jejaring/chassis/graph/ids';
import {
  appointmentEnded,
  appointmentMade,
} from '@jejaring/schema/events/organizations-appointments.events';

const uuidOf = (prefix: 'org' | 'ofc', id: string | undefined) =>
  id === undefined ? null : storedId(prefix, id);

/** Keeps who may act as what: an appointment counts in a service as soon as its event has arrived. */
export function standingConsumers(service: string): Consumer[] {
  const add = when(`${service}.add-standing`, appointmentMade, async (work, { data }) => {
    await work.sql(
      `insert into standing (appointment_id, account, role, region_code, organization_id, office_id, valid_from, valid_to)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (appointment_id) do nothing`,
      [
        storedId('apt', data.appointmentId),
        data.account,
        data.role,
        data.nationwide ? '' : (data.regionCode ?? null),
        uuidOf('org', data.organizationId),
        uuidOf('ofc', data.officeId),
        data.validFrom,
        data.validTo ?? null,
      ],
    );
  });
  const end = when(`${service}.end-standing`, appointmentEnded, async (work, { data }) => {
    await work.sql('update standing set valid_to = $2 where appointment_id = $1', [
      storedId('apt', data.appointmentId),
      data.endedAt,
    ]);
  });
  return [add, end];
}

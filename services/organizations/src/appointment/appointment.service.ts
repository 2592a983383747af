import { encodeId } from '@jejaring/chassis/graph/ids';
import { proceed, refuse } from '@jejaring/chassis/work/refusal';
import { accountOf } from '@jejaring/chassis/work/standing';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { isUniqueViolation } from '@jejaring/chassis/work/violations';
import {
  appointmentEnded,
  appointmentMade,
} from '@jejaring/schema/events/organizations-appointments.events';
import type { Capacity, Decree } from '../decree/decree.rules.js';
import { Office } from '../office/office.entity.js';
import { Organization } from '../organization/organization.entity.js';
import { Region } from '../region/region.entity.js';
import { Appointment } from './appointment.entity.js';
import type { ActedFor, EndReason, MakeAppointment } from './appointment.rules.js';
import { appoint, end } from './appointment.rules.js';

export interface AppointmentFacts extends MakeAppointment {
  organizationId: string | null;
  officeId: string | null;
  capacity: Capacity;
}

export interface AppointmentEnd {
  at: Date;
  reason: EndReason;
  decree: Decree | null;
}

const live = ['ACTIVE', 'DORMANT', 'SUSPENDED'];

async function findOrganization(work: Work, id: string): Promise<ActedFor | null> {
  const row = await work.find(Organization, { id });
  return row && { regionCode: row.regionCode, live: live.includes(row.status) };
}

async function findOffice(work: Work, id: string): Promise<ActedFor | null> {
  const row = await work.find(Office, { id });
  return row && { regionCode: row.regionCode, live: true };
}

async function regionExists(work: Work, code: string): Promise<boolean> {
  return code === '' || (await work.find(Region, { code })) !== null;
}

/** Lets somebody act in a role, by the office that may appoint to it. */
export async function makeAppointment(work: Work, facts: AppointmentFacts): Promise<Appointment> {
  const { organizationId, officeId, regionCode } = facts;
  const around = {
    regionExists: await regionExists(work, regionCode),
    organization: organizationId ? await findOrganization(work, organizationId) : undefined,
    office: officeId ? await findOffice(work, officeId) : undefined,
    callerAccount: accountOf(work.caller.id),
    today: work.now.toISOString().slice(0, 10),
  };
  proceed(appoint(facts, around, work.caller));
  return recordAppointment(work, facts);
}

/**
 * Writes an appointment that another act of the register has already decided, such as the decree
 * that put a board into office; the right to that act was judged there.
 */
export async function recordAppointment(work: Work, facts: AppointmentFacts): Promise<Appointment> {
  const saved = await insertOnce(work, facts);
  const { id, account, role, regionCode, organizationId, officeId, validFrom, validTo } = saved;
  await work.sql(
    `insert into standing (appointment_id, account, role, region_code, organization_id, office_id, valid_from, valid_to)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, account, role, regionCode, organizationId, officeId, validFrom, validTo],
  );
  await work.publish(appointmentMade, {
    region: regionCode === '' ? null : regionCode,
    data: {
      appointmentId: encodeId('apt', id),
      account,
      role,
      nationwide: regionCode === '',
      ...(regionCode === '' ? {} : { regionCode }),
      ...(organizationId ? { organizationId: encodeId('org', organizationId) } : {}),
      ...(officeId ? { officeId: encodeId('ofc', officeId) } : {}),
      validFrom: validFrom.toISOString(),
      ...(validTo ? { validTo: validTo.toISOString() } : {}),
    },
  });
  return saved;
}

async function insertOnce(work: Work, facts: AppointmentFacts): Promise<Appointment> {
  const { account, role, regionCode, organizationId, officeId } = facts;
  const { capacity, decree, validFrom, validTo } = facts;
  try {
    return await work.insert(Appointment, {
      id: work.newId(),
      version: 1,
      account,
      role,
      regionCode,
      organizationId,
      officeId,
      capacity,
      decree,
      validFrom,
      validTo,
      endReason: null,
      endDecree: null,
    });
  } catch (error) {
    if (isUniqueViolation(error, 'appointment_once'))
      return refuse({ refused: 'already-appointed' });
    throw error;
  }
}

/** Takes the right to act back, from a moment on; every service learns it with the event. */
export async function endAppointment(
  work: Work,
  input: AppointmentEnd & { id: string; expectedVersion: number },
): Promise<Appointment> {
  const row = await work.getAt(Appointment, input.id, input.expectedVersion);
  const { validTo } = proceed(end(row, input, work.now, work.caller));
  return recordEnd(work, row, { ...input, at: validTo });
}

/** Ends an appointment because another act of the register ended what it rested on. */
export async function recordEnd(
  work: Work,
  row: Appointment,
  { at, reason, decree }: AppointmentEnd,
): Promise<Appointment> {
  const changes = { validTo: at, endReason: reason, endDecree: decree };
  const saved = await work.update(Appointment, row, changes);
  await work.sql('update standing set valid_to = $2 where appointment_id = $1', [saved.id, at]);
  await work.publish(appointmentEnded, {
    region: saved.regionCode === '' ? null : saved.regionCode,
    data: { appointmentId: encodeId('apt', saved.id), endedAt: at.toISOString() },
  });
  return saved;
}

import { SeatCopy } from '@jejaring/register/copies/seat-copy';
import { accountOf } from '@jejaring/chassis/work/standing';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { In } from 'typeorm';
import type { JurorTies } from './jury.rules.js';

interface Person {
  actor: string;
  officerId: string | null;
}

type Appointment = JurorTies['appointments'][number] & { account: string };

const appointmentSql = `
  select account, role, region_code as "regionCode", organization_id as "organizationId",
    to_char(valid_to, 'YYYY-MM-DD') as "validTo"
  from standing where account = any ($1)`;

/** What the register told of persons: their seats on boards, and what they are appointed as. */
export async function tiesOf(work: Work, people: readonly Person[]): Promise<JurorTies[]> {
  const officers = people.flatMap(({ officerId }) => officerId ?? []);
  const seats = await work.list(SeatCopy, { officerId: In(officers) });
  const accounts = people.map(({ actor }) => accountOf(actor));
  const appointments = await work.sql<Appointment>(appointmentSql, [accounts]);
  return people.map(({ officerId }, index) => ({
    seats: seats.filter((seat) => seat.officerId === officerId),
    appointments: appointments.filter(({ account }) => account === accounts[index]),
  }));
}

import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { Appointment } from '../appointment/appointment.entity.js';
import type { EndReason as AppointmentEndReason } from '../appointment/appointment.rules.js';
import { recordAppointment, recordEnd } from '../appointment/appointment.service.js';
import type { Decree } from '../decree/decree.rules.js';
import { today } from './board-days.js';
import type { BoardDecree } from './board-decree.rules.js';
import { signatories } from './board-decree.rules.js';
import type { EndReason } from './board-seats.rules.js';
import { Board, Seat } from './board.entity.js';

const startOf = (day: string) => new Date(`${day}T00:00:00Z`);

const toDecree = ({ number, issuedOn, signatory, capacity }: BoardDecree): Decree => ({
  number,
  issuedOn,
  signatoryPosition: signatories[signatory],
  signatoryCapacity: capacity,
});

/** From when on the seat has to give the right to act; null where another appointment gives it all along. */
async function openFrom(work: Work, seat: Seat, account: string): Promise<Date | null> {
  const { organizationId } = seat;
  const role = 'KT_OFFICER';
  const known = await work.list(Appointment, { account, role, organizationId });
  const [from, to] = [startOf(seat.validFrom!), startOf(seat.validTo!)];
  const others = known.filter(
    ({ validFrom, validTo }) => validFrom < to && (validTo === null || validTo > from),
  );
  if (others.some(({ validTo }) => validTo === null || validTo >= to)) return null;
  return new Date(Math.max(Number(from), ...others.map(({ validTo }) => Number(validTo))));
}

/**
 * Who sits on a board in office may act for the organization, when an account is linked. A term
 * that was over when it was recorded gives no right any more.
 */
export async function beginActing(
  work: Work,
  seat: Seat,
  account: string | null,
  decree: BoardDecree,
): Promise<void> {
  if (account === null || seat.validTo! <= today(work)) return;
  const validFrom = await openFrom(work, seat, account);
  if (validFrom === null) return;
  const { regionCode, organizationId } = seat;
  const appointment = await recordAppointment(work, {
    account,
    role: 'KT_OFFICER',
    regionCode,
    organizationId,
    officeId: null,
    capacity: 'DEFINITIVE',
    decree: toDecree(decree),
    validFrom,
    validTo: startOf(seat.validTo!),
  });
  await work.update(Seat, seat, { appointmentId: appointment.id });
}

const reasons: Partial<Record<EndReason, AppointmentEndReason>> = {
  RESIGNED: 'RESIGNED',
  DECEASED: 'DECEASED',
};

/** Another seat on the same board that still gives the right; the appointment then rests on it. */
async function handOn(work: Work, seat: Seat): Promise<boolean> {
  const { boardId, officerId, appointmentId } = seat;
  const held = await work.list(Seat, { boardId, officerId, status: 'HELD' }, { id: 'ASC' });
  const other = held.find(({ id, validTo }) => id !== seat.id && validTo! > seat.validTo!);
  if (other === undefined) return false;
  await work.update(Seat, other, { appointmentId });
  return true;
}

/** With the seat goes the right to act, at once and in every service. */
export async function endActing(
  work: Work,
  seat: Seat,
  why: { reason: EndReason | null; decree: BoardDecree | null },
): Promise<void> {
  if (seat.appointmentId === null || (await handOn(work, seat))) return;
  const row = await work.get(Appointment, seat.appointmentId);
  const last = startOf(seat.validTo!);
  const at = last < row.validFrom ? row.validFrom : last;
  if (row.validTo !== null && row.validTo <= at) return;
  const reason = (why.reason && reasons[why.reason]) ?? 'DECREE';
  await recordEnd(work, row, { at, reason, decree: why.decree && toDecree(why.decree) });
}

const decreeOf = async (work: Work, { decree, boardId }: Seat): Promise<BoardDecree> =>
  decree ?? (await work.get(Board, boardId)).decree!;

/** Seats that the officer holds from now on, whosever board they are on. */
const runningSeats = async (work: Work, officerId: string): Promise<Seat[]> => {
  const held = await work.list(Seat, { officerId, status: 'HELD' }, { id: 'ASC' });
  return held.filter(({ validTo }) => validTo! > today(work));
};

/**
 * Gives the rights of all seats to another account, or to none. A person may sit on the board of a
 * higher level, beyond the office that links the account: what the old account may do ends there too.
 */
export const moveActing = (
  work: Work,
  { id, account }: { id: string; account: string | null },
): Promise<void> =>
  work.beyondScope(async () => {
    for (const seat of await runningSeats(work, id)) {
      if (seat.appointmentId !== null) {
        const row = await work.get(Appointment, seat.appointmentId);
        const at = row.validFrom > work.now ? row.validFrom : work.now;
        if (row.validTo === null || row.validTo > at)
          await recordEnd(work, row, { at, reason: 'RECORDED_IN_ERROR', decree: null });
      }
      const free = await work.update(Seat, seat, { appointmentId: null });
      await beginActing(work, free, account, await decreeOf(work, free));
    }
  });

import type { Consumer } from '@jejaring/chassis/events/inbox';
import { when } from '@jejaring/chassis/events/inbox';
import { storedId } from '@jejaring/chassis/graph/ids';
import { protect } from '@jejaring/trust/rights/protect';
import { definePolicy, everyone } from '@jejaring/trust/rights/policy.rules';
import {
  officerSeated,
  officerUnseated,
} from '@jejaring/schema/events/organizations-boards.events';
import type { QueryRunner } from 'typeorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who sat on which board from when to when, by ids alone: a copy, fed by the register's events. */
@Entity('seat_copy')
export class SeatCopy {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'officer_id' })
  officerId!: string;

  @Column('uuid', { name: 'board_id' })
  boardId!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  position!: string;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;
}

/** Boards are public, and no name is here; only events write it. */
export const seatCopyPolicy = definePolicy({
  table: 'seat_copy',
  access: 'public',
  read: everyone,
  write: [],
  commands: {},
});

export async function createSeatCopy(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table seat_copy (
      id uuid primary key,
      officer_id uuid not null,
      board_id uuid not null,
      organization_id uuid not null,
      region_code text collate "C" not null,
      position text not null,
      valid_from date not null,
      valid_to date
    );
    create index seat_copy_officer on seat_copy (officer_id);
    create index seat_copy_organization on seat_copy (organization_id, valid_from);`);
  await protect(runner, seatCopyPolicy);
}

/** Whether an officer sat on a board of the organization on a day. */
export const isSeated = (
  seats: readonly Pick<SeatCopy, 'officerId' | 'organizationId' | 'validFrom' | 'validTo'>[],
  asked: { officerId: string; organizationId: string; day: string },
): boolean =>
  seats.some(
    (seat) =>
      seat.officerId === asked.officerId &&
      seat.organizationId === asked.organizationId &&
      seat.validFrom <= asked.day &&
      (seat.validTo === null || seat.validTo > asked.day),
  );

/** Keeps the seats of one service. */
export function seatConsumers(service: string): Consumer[] {
  const add = when(`${service}.add-seat`, officerSeated, async (work, { data }) => {
    const { regionCode, position, from } = data;
    const id = storedId('sea', data.seatId);
    const officerId = storedId('ofr', data.officerId);
    const boardId = storedId('brd', data.boardId);
    const organizationId = storedId('org', data.organizationId);
    const seat = { id, officerId, boardId, organizationId, regionCode, position };
    await work.put(SeatCopy, { ...seat, validFrom: from, validTo: data.to ?? null }, ['id']);
  });
  const end = when(`${service}.end-seat`, officerUnseated, async (work, { data }) => {
    await work.sql('update seat_copy set valid_to = $2 where id = $1', [
      storedId('sea', data.seatId),
      data.to,
    ]);
  });
  return [add, end];
}

import type { RegionLevel } from '@jejaring/chassis/work/scope.rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BoardDecree } from './board-decree.rules.js';
import type { BoardPosition, BoardWarning, EndReason } from './board-seats.rules.js';
import type { Forum } from './board-steps.rules.js';
import type { BoardStatus } from './board.rules.js';
import type { SeatStatus } from './seat.rules.js';

/** One term of office of a board, from its draft to its end. */
@Entity('board')
export class Board {
  static readonly idPrefix = 'brd';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  level!: RegionLevel;

  @Column('text')
  status!: BoardStatus;

  @Column('text', { nullable: true })
  forum!: Forum | null;

  /** Whose hand recorded the election; somebody else confirms. */
  @Column('text', { name: 'elected_by', nullable: true })
  electedBy!: string | null;

  @Column('date', { name: 'held_on', nullable: true })
  heldOn!: string | null;

  @Column('text', { name: 'minutes_reference', nullable: true })
  minutesReference!: string | null;

  @Column('uuid', { name: 'ratifier_organization_id', nullable: true })
  ratifierOrganizationId!: string | null;

  @Column('date', { name: 'ratified_on', nullable: true })
  ratifiedOn!: string | null;

  @Column('text', { name: 'ratification_skipped_because', nullable: true })
  ratificationSkippedBecause!: string | null;

  @Column('jsonb', { nullable: true })
  decree!: BoardDecree | null;

  @Column('text', { array: true })
  regulations!: string[];

  @Column('text', { array: true })
  warnings!: BoardWarning[];

  @Column('date', { name: 'term_start', nullable: true })
  termStart!: string | null;

  @Column('date', { name: 'term_end', nullable: true })
  termEnd!: string | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column('jsonb', { name: 'end_decree', nullable: true })
  endDecree!: BoardDecree | null;

  @Column('smallint', { name: 'warned_within_days', nullable: true })
  warnedWithinDays!: number | null;
}

/** Who sits where on a board, from when to when: valid time. */
@Entity('seat')
export class Seat {
  static readonly idPrefix = 'sea';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'board_id' })
  boardId!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('uuid', { name: 'officer_id' })
  officerId!: string;

  @Column('text')
  position!: BoardPosition;

  @Column('text', { name: 'section_name', nullable: true })
  sectionName!: string | null;

  @Column('text', { nullable: true })
  initials!: string | null;

  @Column('text')
  status!: SeatStatus;

  @Column('date', { name: 'valid_from', nullable: true })
  validFrom!: string | null;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;

  @Column('jsonb', { nullable: true })
  decree!: BoardDecree | null;

  @Column('text', { name: 'end_reason', nullable: true })
  endReason!: EndReason | null;

  @Column('jsonb', { name: 'end_decree', nullable: true })
  endDecree!: BoardDecree | null;

  @Column('uuid', { name: 'appointment_id', nullable: true })
  appointmentId!: string | null;
}

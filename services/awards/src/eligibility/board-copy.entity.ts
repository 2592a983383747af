import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganizationClass } from './eligibility.rules.js';

/** The term of a board in office, as the register's events told it. */
@Entity('board_copy')
export class BoardCopy {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('date', { name: 'term_start' })
  termStart!: string;

  /** First day without the board; earlier than planned when it was revoked. */
  @Column('date', { name: 'term_end' })
  termEnd!: string;
}

/** The class of a Karang Taruna in a year. */
@Entity('class_copy')
export class ClassCopy {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId!: string;

  @PrimaryColumn('integer')
  year!: number;

  @Column('text')
  class!: OrganizationClass;
}

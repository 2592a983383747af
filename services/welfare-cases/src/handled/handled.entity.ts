import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CaseOutcome } from '../case/case.rules.js';

/** Closed cases per organization that handled them, month and outcome: numbers without persons. */
@Entity('handled_case_count')
export class HandledCaseCount {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId!: string;

  @PrimaryColumn('text')
  month!: string;

  @PrimaryColumn('text')
  outcome!: CaseOutcome;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('integer')
  cases!: number;
}

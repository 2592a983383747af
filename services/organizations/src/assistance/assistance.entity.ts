import type { RegionLevel } from '@jejaring/chassis/work/scope.rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AllocationStatus } from './allocation.rules.js';
import type { AssetCondition } from './asset.rules.js';
import type { AssistanceItemKind } from './programme.rules.js';

/** What an office gives to the organizations of one level in a region, in a fiscal year. */
@Entity('assistance_programme')
export class AssistanceProgramme {
  static readonly idPrefix = 'apg';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'office_id' })
  officeId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  title!: string;

  @Column('integer', { name: 'fiscal_year' })
  fiscalYear!: number;

  @Column('text', { name: 'item_kind' })
  itemKind!: AssistanceItemKind;

  @Column('text', { name: 'item_spec', nullable: true })
  itemSpec!: string | null;

  @Column('bigint', { name: 'unit_value', nullable: true })
  unitValue!: string | null;

  @Column('text', { name: 'target_level' })
  targetLevel!: RegionLevel;

  @Column('integer', { name: 'target_stated', nullable: true })
  targetStated!: number | null;

  @Column('text', { name: 'target_reason', nullable: true })
  targetReason!: string | null;

  @Column('date', { name: 'opened_on' })
  openedOn!: string;
}

/** What was put aside for one organization. */
@Entity('allocation')
export class Allocation {
  static readonly idPrefix = 'alc';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;

  @Column('text', { name: 'programme_region_code' })
  programmeRegionCode!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('integer')
  quantity!: number;

  @Column('integer', { name: 'planned_fiscal_year' })
  plannedFiscalYear!: number;

  @Column('text')
  status!: AllocationStatus;

  @Column('date')
  since!: string;
}

/** Things that changed hands, under minutes (Berita Acara Serah Terima). */
@Entity('handover')
export class Handover {
  static readonly idPrefix = 'hnd';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'allocation_id' })
  allocationId!: string;

  @Column('uuid', { name: 'programme_id' })
  programmeId!: string;

  @Column('text', { name: 'programme_region_code' })
  programmeRegionCode!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('integer')
  quantity!: number;

  @Column('date', { name: 'handed_over_on' })
  handedOverOn!: string;

  @Column('text', { name: 'minutes_number' })
  minutesNumber!: string;

  @Column('text', { name: 'occasion_title', nullable: true })
  occasionTitle!: string | null;

  @Column('uuid', { name: 'training_event_id', nullable: true })
  trainingEventId!: string | null;

  @Column('text', { name: 'given_by', nullable: true })
  givenBy!: string | null;

  @Column('uuid', { name: 'received_by_officer_id', nullable: true })
  receivedByOfficerId!: string | null;
}

/** One piece that was handed over. */
@Entity('asset')
export class Asset {
  static readonly idPrefix = 'ast';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'handover_id' })
  handoverId!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'item_kind' })
  itemKind!: AssistanceItemKind;

  @Column('text', { name: 'serial_number' })
  serialNumber!: string;

  @Column('text')
  condition!: AssetCondition;

  @Column('date')
  since!: string;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  CompanyKind,
  PartnershipEnd,
  PartnershipKind,
  PartnershipState,
} from './partnership.rules.js';

/** Who works together with whom, in a region, for a term. */
@Entity('partnership')
export class Partnership {
  static readonly idPrefix = 'prt';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text')
  kind!: PartnershipKind;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  title!: string;

  @Column('uuid', { name: 'organization_id', nullable: true })
  organizationId!: string | null;

  @Column('uuid', { name: 'office_id', nullable: true })
  officeId!: string | null;

  @Column('text', { name: 'company_name', nullable: true })
  companyName!: string | null;

  @Column('text', { name: 'company_kind', nullable: true })
  companyKind!: CompanyKind | null;

  @Column('uuid', { name: 'regulation_id', nullable: true })
  regulationId!: string | null;

  @Column('bigint', { nullable: true })
  amount!: string | null;

  @Column('text', { array: true })
  fields!: string[];

  @Column('date', { name: 'starts_on' })
  startsOn!: string;

  @Column('date', { name: 'ends_on' })
  endsOn!: string;

  @Column('integer', { name: 'fiscal_year', nullable: true })
  fiscalYear!: number | null;

  @Column('text', { name: 'budget_line', nullable: true })
  budgetLine!: string | null;

  @Column('text', { name: 'village_regulation', nullable: true })
  villageRegulation!: string | null;

  @Column('text')
  status!: PartnershipState;

  @Column('date', { name: 'proposed_on' })
  proposedOn!: string;

  @Column('date', { name: 'signed_on', nullable: true })
  signedOn!: string | null;

  @Column('text', { name: 'document_number', nullable: true })
  documentNumber!: string | null;

  @Column('date', { name: 'ended_on', nullable: true })
  endedOn!: string | null;

  @Column('text', { name: 'end_ground', nullable: true })
  endGround!: PartnershipEnd | null;
}

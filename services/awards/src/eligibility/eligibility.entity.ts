import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A certificate as far as a rule needs it: fed by the events of training, names nobody. */
@Entity('certificate_copy')
export class CertificateCopy {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'organization_id' })
  organizationId!: string;

  @Column('text', { nullable: true })
  topic!: string | null;

  @Column('date', { name: 'issued_on', nullable: true })
  issuedOn!: string | null;

  @Column('boolean')
  revoked!: boolean;
}

/** Closed cases that count for an organization, per month; knows no case. */
@Entity('handled_case_count')
export class HandledCaseCount {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId!: string;

  @PrimaryColumn('text')
  month!: string;

  @Column('integer')
  cases!: number;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an organization says it can do for people in need, where, and how much of it. */
@Entity('service_capability')
export class ServiceCapability {
  static readonly idPrefix = 'org';

  /** The organization: each has one declaration. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('text', { array: true })
  categories!: string[];

  @Column('text', { array: true })
  regions!: string[];

  @Column('integer', { name: 'monthly_capacity' })
  monthlyCapacity!: number;
}

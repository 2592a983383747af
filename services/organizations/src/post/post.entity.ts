import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Capacity, Decree } from '../decree/decree.rules.js';
import type { PostKind, UnitKind } from './post.rules.js';

/** A part of an office, perhaps inside another part. */
@Entity('office_unit')
export class OfficeUnit {
  static readonly idPrefix = 'unt';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'office_id' })
  officeId!: string;

  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  kind!: UnitKind;

  @Column('text')
  name!: string;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;
}

/** A seat in an office that somebody holds, decides and signs in. */
@Entity('post')
export class Post {
  static readonly idPrefix = 'pst';

  @PrimaryColumn('uuid')
  id!: string;

  @Column('integer')
  version!: number;

  @Column('uuid', { name: 'office_id' })
  officeId!: string;

  @Column('uuid', { name: 'unit_id', nullable: true })
  unitId!: string | null;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text')
  kind!: PostKind;

  @Column('text')
  title!: string;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;
}

/** Who held a post, in which capacity, from when to when: valid time. */
@Entity('post_holder')
export class PostHolder {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'post_id' })
  postId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { name: 'name_cipher' })
  nameCipher!: string;

  @Column('text')
  initials!: string;

  @Column('text')
  capacity!: Capacity;

  @Column('jsonb')
  decree!: Decree;

  @Column('date', { name: 'valid_from' })
  validFrom!: string;

  @Column('date', { name: 'valid_to', nullable: true })
  validTo!: string | null;
}

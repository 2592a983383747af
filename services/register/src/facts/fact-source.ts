import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { protect } from '@jejaring/trust/rights/protect';
import type { Clause } from '@jejaring/trust/rights/policy.rules';
import { definePolicy, everyone } from '@jejaring/trust/rights/policy.rules';
import type { QueryRunner } from 'typeorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one source says of one fact of a row; several may agree or differ, and all stay. */
export interface StatedFact {
  /** Field of the row as the graph names it; null speaks of the row as a whole. */
  field: string | null;
  /** The value as this source gives it; null repeats the row's own. */
  value: string | null;
  source: string;
  statedOn: string | null;
  /** Whether the row follows this source. */
  accepted: boolean;
  /** Concluded, not stated: then `reason` says from what. */
  derived: boolean;
  reason: string | null;
}

/** A source of a fact, beside the row that states it (asal-usul data). */
@Entity('fact_source')
export class FactSource implements StatedFact {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('text', { name: 'region_code' })
  regionCode!: string;

  @Column('text', { nullable: true })
  field!: string | null;

  @Column('text', { nullable: true })
  value!: string | null;

  @Column('text')
  source!: string;

  @Column('date', { name: 'stated_on', nullable: true })
  statedOn!: string | null;

  @Column('boolean')
  accepted!: boolean;

  @Column('boolean')
  derived!: boolean;

  @Column('text', { nullable: true })
  reason!: string | null;
}

/** Where public facts come from is public; those who record facts record their sources. */
/** `write` as the tables whose facts it speaks of, over `region_code`. */
export const factSourcePolicy = (write: readonly Clause[]) =>
  definePolicy({ table: 'fact_source', access: 'public', read: everyone, write, commands: {} });

/** Makes the table of sources. */
export async function createFactSources(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table fact_source (
      id uuid primary key,
      subject_id uuid not null,
      region_code text collate "C" not null,
      field text,
      value text,
      source text not null,
      stated_on date,
      accepted boolean not null,
      derived boolean not null,
      reason text,
      check (not derived or reason is not null)
    );
    create index fact_source_subject on fact_source (subject_id, id);
    comment on column fact_source.subject_id is 'The row that it speaks of, of whichever table.';`);
  await protect(runner, factSourcePolicy([]));
}

/** Records what sources say of a row. */
export async function stateSources(
  work: Work,
  subject: { id: string; regionCode: string },
  facts: readonly StatedFact[],
): Promise<void> {
  for (const fact of facts) {
    const { id: subjectId, regionCode } = subject;
    await work.insert(FactSource, { ...fact, id: work.newId(), subjectId, regionCode });
  }
}

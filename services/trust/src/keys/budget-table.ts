import { grant } from '@jejaring/chassis/work/migration';
import type { QueryRunner } from 'typeorm';

/** Makes the table in which the looks of each person are counted. */
export async function createBudgets(runner: QueryRunner): Promise<void> {
  await runner.query(`
    create table budget_use (
      actor text not null,
      budget text not null,
      window_kind text not null check (window_kind in ('minute', 'day')),
      since timestamptz not null,
      used integer not null check (used > 0),
      primary key (actor, budget, window_kind, since)
    );
    comment on table budget_use is 'access: internal; how often who looked, kept three days';`);
  await grant(runner, 'budget_use', ['select', 'insert', 'update', 'delete']);
}

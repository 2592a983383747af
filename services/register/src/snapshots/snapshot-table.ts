import { grant } from '@jejaring/chassis/work/migration';
import type { IdPrefix } from '@jejaring/schema/ids';
import type { QueryRunner } from 'typeorm';

/**
 * Notes whose newest state subscribers have not been sent, in the transaction that says an event of
 * it. A snapshot repeats the sequence of that event, so only events themselves are unique in it.
 */
export async function createSnapshots(
  runner: QueryRunner,
  service: string,
  prefixes: readonly IdPrefix[],
): Promise<void> {
  const kinds = prefixes.map((prefix) => `'${prefix}'`).join(', ');
  await runner.query(`
    alter table outbox drop constraint outbox_aggregateid_ce_sequence_key;
    create unique index outbox_sequence_of_key on outbox (aggregateid, ce_sequence)
      where aggregatetype not like '%.snapshot';
    create table snapshot_due (aggregateid text primary key);
    comment on table snapshot_due is 'access: internal; whose newest state subscribers have not been sent';
    create function note_snapshot_due() returns trigger language plpgsql as $$
    begin
      insert into snapshot_due
        select distinct aggregateid from said
        where aggregatetype = '${service}' and split_part(aggregateid, '_', 1) in (${kinds})
        on conflict do nothing;
      return null;
    end $$;
    create trigger note_snapshot_due after insert on outbox referencing new table as said
      for each statement execute function note_snapshot_due();`);
  await grant(runner, 'snapshot_due', ['select', 'insert', 'delete']);
}

/** Snapshots that wait would break the constraint that comes back; they can be made again. */
export async function dropSnapshots(runner: QueryRunner): Promise<void> {
  await runner.query(`
    drop trigger note_snapshot_due on outbox;
    drop function note_snapshot_due();
    drop table snapshot_due;
    delete from outbox where aggregatetype like '%.snapshot';
    drop index outbox_sequence_of_key;
    alter table outbox add constraint outbox_aggregateid_ce_sequence_key unique (aggregateid, ce_sequence);`);
}

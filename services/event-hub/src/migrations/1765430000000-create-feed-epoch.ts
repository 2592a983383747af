import { grant } from '@jejaring/chassis/work/migration';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const epochs = `
  create table feed_epoch (
    epoch integer primary key,
    began_behind bigint not null
  );
  insert into feed_epoch select epoch, 0 from producer_epoch;
  comment on table feed_epoch is 'access: internal; the epochs that this database was in, so that a place of before a restore is told from one after';
  comment on column feed_epoch.began_behind is 'The last position that the restore brought back: up to here the epoch before counted the same events.';`;

// Whoever restores raises the epoch as in any service, and need not know that the feed counts with it.
const follow = `
  create function feed_epoch_follow() returns trigger language plpgsql as $$ begin
    insert into feed_epoch select new.epoch, next_position - 1 from feed_head;
    return null;
  end $$;
  create trigger feed_epoch_follow after update on producer_epoch
    for each row execute function feed_epoch_follow();`;

export class CreateFeedEpoch1765430000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(epochs);
    await runner.query(follow);
    await grant(runner, 'feed_epoch', ['select']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger feed_epoch_follow on producer_epoch');
    await runner.query('drop function feed_epoch_follow()');
    await runner.query('drop table feed_epoch');
  }
}

import type { Chore } from '@jejaring/chassis/process/housekeeping';

/** Long enough to replay a whole year, and the month in which its report is written. */
export const keptDays = 400;

const atOnce = 5_000;

/** Drops events that are older than the feed promises to keep; little by little, beside readers. */
export const forgetOldEvents: Chore = {
  name: 'forget-old-events',
  everyMs: 60_000,
  act: async (work) => {
    await work.sql(
      `with old as (
         select position from feed_event where kept_at < $1::timestamptz - make_interval(days => $2)
         order by kept_at limit $3
       ), gone as (
         delete from feed_event using old where feed_event.position = old.position
         returning feed_event.position
       ), last as (select max(position) as position from gone)
       update feed_head set forgotten_position = last.position from last
       where last.position > forgotten_position`,
      [work.now, keptDays, atOnce],
    );
  },
};

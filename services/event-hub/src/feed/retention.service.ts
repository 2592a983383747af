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
      `delete from feed_event where position in (
         select position from feed_event where recorded_at < $1::timestamptz - make_interval(days => $2)
         order by recorded_at limit $3)`,
      [work.now, keptDays, atOnce],
    );
  },
};

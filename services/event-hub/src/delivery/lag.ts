import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { mostWaiting } from './delivery.rules.js';

/** How far a subscription is behind the feed, and how its endpoint does. */
export interface Lag {
  id: string;
  behind: number;
  waiting: number;
  oldestWaitingSince: Date | null;
  openUntil: Date | null;
  failingSince: Date | null;
}

const lagSql = `
  select p.subscription_id as id, (h.next_position - 1 - p.cursor)::integer as behind,
    w.waiting, w.oldest as "oldestWaitingSince", p.open_until as "openUntil", p.failing_since as "failingSince"
  from subscription_progress p cross join feed_head h cross join lateral (
    select count(*)::integer as waiting, min(made_at) as oldest from (
      select made_at from event_delivery d
      where d.subscription_id = p.subscription_id and d.state in ('WAITING', 'BEHIND') limit ${mostWaiting}
    ) limited
  ) w where p.subscription_id = any($1)`;

export const readLags = (work: Work, ids: readonly string[]): Promise<Lag[]> =>
  work.sql<Lag>(lagSql, [ids]);

// A process of its own for the campaign to kill: keeps a fold of what it hears.
import { setTimeout as pause } from 'node:timers/promises';
import { when } from '@jejaring/chassis/events/inbox';
import { reactTo } from '@jejaring/chassis/events/react';
import { storedId } from '@jejaring/chassis/graph/ids';
import { systemClock } from '@jejaring/chassis/process/clock';
import { connect } from '@jejaring/chassis/process/database';
import { createLogger } from '@jejaring/chassis/process/log';
import { createMetrics } from '@jejaring/chassis/process/metrics';
import { noteDatabase } from '@jejaring/chassis/testing/note-service';
import { Database } from '@jejaring/chassis/work/unit-of-work';
import { listenerGroup, openTransport, readWiring, spoken } from './wiring.js';

/** How many events, and the last number: a double or a swap spoils one of them. */
const fold = when('listeners.fold', spoken, async (work, { data }) => {
  await work.sql(
    `insert into note (id, region_code, maker_id, status, count) values ($1, $2, $3, 'OPEN', 1)
     on conflict (id) do update set count = note.count + 1, maker_id = excluded.maker_id`,
    [storedId('cmp', data.competitionId), data.regionCode, String(data.winners)],
  );
});

const wiring = readWiring();
const logger = createLogger(wiring.name, 'silent');
const source = await connect(noteDatabase, wiring.databaseUrl, wiring.name);
const database = new Database(source, listenerGroup, systemClock);
const transport = openTransport(wiring);
const metrics = createMetrics(wiring.name);
const react = reactTo({ database, consumers: [fold], transport, logger, metrics });

async function subscribe() {
  for (;;) {
    try {
      const topics = [spoken.topic];
      return await transport.subscribe({ group: listenerGroup, topics, concurrency: 3 }, react);
    } catch {
      // The broker or the database is away just now.
      await pause(500);
    }
  }
}

const subscription = await subscribe();
process.send?.('ready');
process.once('SIGTERM', () => void subscription.stop().finally(() => process.exit(0)));

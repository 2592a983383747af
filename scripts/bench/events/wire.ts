import { setTimeout as pause } from 'node:timers/promises';
import { when } from '@jejaring/chassis/events/inbox';
import { reactTo } from '@jejaring/chassis/events/react';
import { relayOutbox, relayConnection, startRelay } from '@jejaring/transports/relay';
import type { EventTransport, Subscription } from '@jejaring/transports/transport';
import { storedId } from '@jejaring/chassis/graph/ids';
import { createLogger } from '@jejaring/chassis/process/log';
import { createMetrics } from '@jejaring/chassis/process/metrics';
import { aNote, noteCounted, noteKey } from '@jejaring/chassis/testing/note-service';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import pg from 'pg';
import type { Ground } from './ground.js';
import { notesTopic } from './ground.js';

export const quiet = createLogger('bench', 'silent');
const partitions = 12;

/** What the listener does with an event: a row of its own, as a fed copy is kept. */
const copyNote = when('listeners.copy-note', noteCounted, async (work, { data }) => {
  const parameters = [storedId('org', data.noteId), data.by];
  await work.sql(
    `insert into note (id, region_code, maker_id, status, count) values ($1, '32.79', 'bench', 'OPEN', $2)
     on conflict (id) do update set count = note.count + $2`,
    parameters,
  );
});

/** Sends the outbox on, when it is told or when it looks. */
export interface Sender {
  wake(): void;
  stop(): Promise<void>;
}

/** Speaker, relay, transport and listener, wired as services wire them. */
export interface Wire {
  /** Changes a row and says so in one transaction; answers the key and the time of the commit. */
  speak(): Promise<{ key: string; at: number }>;
  /** When the effect of each key was committed. */
  arrivals: Map<string, number>;
  close(): Promise<void>;
}

export async function lay(
  ground: Ground,
  transport: EventTransport,
  startSender: (ground: Ground, transport: EventTransport) => Sender = relayWoken,
): Promise<Wire> {
  await transport.ensureTopics([{ topic: notesTopic, partitions, retentionDays: 1 }]);
  const arrivals = new Map<string, number>();
  const subscription = await listen(ground, transport, arrivals);
  const sender = startSender(ground, transport);
  const caller = systemCaller('bench');
  return {
    arrivals,
    async speak() {
      const key = await ground.speaker.inWork({ caller, readOnly: false }, async (work) => {
        const noteId = noteKey((await aNote(work)).id);
        await work.publish(noteCounted, { region: '32.79', data: { noteId, by: 1 } });
        return noteId;
      });
      sender.wake();
      return { key, at: performance.now() };
    },
    async close() {
      await subscription.stop();
      await sender.stop();
      await transport.close();
    },
  };
}

function listen(
  { listener }: Ground,
  transport: EventTransport,
  arrivals: Map<string, number>,
): Promise<Subscription> {
  const metrics = createMetrics('listeners');
  const parts = { database: listener, consumers: [copyNote], transport, logger: quiet, metrics };
  const react = reactTo(parts);
  return transport.subscribe(
    { group: 'listeners', topics: [notesTopic], concurrency: 3 },
    async (records) => {
      await react(records);
      for (const { key } of records) arrivals.set(key, performance.now());
    },
  );
}

/** The relay as it runs in every service. */
function relayWoken({ outboxUrl }: Ground, transport: EventTransport): Sender {
  const metrics = createMetrics('notes');
  return startRelay({ databaseUrl: outboxUrl, transport, logger: quiet, metrics });
}

/** The control: the same batches by a relay that is never woken and looks every 250 ms. */
export function relayPolling({ outboxUrl }: Ground, transport: EventTransport): Sender {
  let running = true;
  const metrics = createMetrics('notes');
  const finished = (async () => {
    const client = new pg.Client({ connectionString: outboxUrl, ...relayConnection });
    await client.connect();
    while (running) {
      const sent = await relayOutbox(client, { transport, metrics });
      if (sent === 0) await pause(250);
    }
    await client.end();
  })();
  return {
    wake: () => undefined,
    async stop() {
      running = false;
      await finished;
    },
  };
}

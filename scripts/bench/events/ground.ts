import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLogDatabase, createServiceDatabase, startPostgres } from '#machinery';
import type { EventTransport } from '@jejaring/transports/transport';
import { logTransport } from '@jejaring/transports/log-transport';
import { systemClock } from '@jejaring/chassis/process/clock';
import { connect, migrate } from '@jejaring/chassis/process/database';
import { noteDatabase } from '@jejaring/chassis/testing/note-service';
import { Database } from '@jejaring/chassis/work/unit-of-work';

export const notesTopic = 'jejaring.notes';

/** A service that speaks and one that listens, each with its own database on a fresh PostgreSQL. */
export interface Ground {
  speaker: Database;
  /** Where the relay reads the outbox of the speaker. */
  outboxUrl: string;
  listener: Database;
  embeddedLog(): EventTransport;
  close(): Promise<void>;
}

const passwords = { owner: 'owner', app: 'app' };

async function openService(adminUrl: string, name: string) {
  const urls = await createServiceDatabase(adminUrl, { database: name, passwords });
  await migrate(noteDatabase, urls.owner);
  const source = await connect(noteDatabase, urls.app, name);
  return { url: urls.app, database: new Database(source, name, systemClock) };
}

export async function openGround(): Promise<Ground> {
  const dir = await mkdtemp(path.join(tmpdir(), 'jejaring-bench-'));
  const server = await startPostgres({ dataDir: path.join(dir, 'postgres'), port: 0 });
  const speaker = await openService(server.url, 'notes');
  const listener = await openService(server.url, 'listeners');
  const logUrl = await createLogDatabase(server.url, { password: 'log' });
  return {
    speaker: speaker.database,
    outboxUrl: speaker.url,
    listener: listener.database,
    embeddedLog: () => logTransport({ url: logUrl }),
    async close() {
      await speaker.database.source.destroy();
      await listener.database.source.destroy();
      await server.stop();
      await rm(server.dataDir, { recursive: true, force: true });
      await rm(dir, { recursive: true, force: true });
    },
  };
}

import { createLogDatabase, startPostgres } from '#machinery';
import { contractsByType } from '@jejaring/schema/events/contracts';
import { logTransport } from '@jejaring/transports/log-transport';
import { rm } from 'node:fs/promises';
import path from 'node:path';

export interface EventLog {
  url: string;
  close(): Promise<void>;
}

/** An event log on which nobody speaks: while a gateway hears it, what it keeps stays true. */
export async function openEventLog(folder: string): Promise<EventLog> {
  const server = await startPostgres({ dataDir: path.join(folder, 'postgres'), port: 0 });
  const url = await createLogDatabase(server.url, { password: 'log' });
  const transport = logTransport({ url });
  const topics = new Set([...contractsByType.values()].map(({ topic }) => topic));
  const specs = [...topics].map((topic) => ({ topic, partitions: 12, retentionDays: 30 }));
  await transport.ensureTopics(specs);
  await transport.close();
  return {
    url,
    async close() {
      await server.stop();
      await rm(server.dataDir, { recursive: true, force: true });
    },
  };
}

import { rm } from 'node:fs/promises';

/** Stops the throw-away PostgreSQL and forgets its data. */
export default async function postgresDown() {
  const server = globalThis.jejaringTestPostgres;
  await server?.stop();
  if (server) await rm(server.dataDir, { recursive: true, force: true });
}

import { startPostgres } from './server.mjs';

/** PostgreSQL as a process of its own, so that its end is ordered by nobody but the supervisor. */
async function run() {
  const server = await startPostgres({
    dataDir: process.env.POSTGRES_DIR,
    port: Number(process.env.POSTGRES_PORT),
    durable: process.env.POSTGRES_DURABLE !== 'false',
    onLog: (text) => process.stderr.write(text),
  });
  process.stdout.write(`PostgreSQL is ready on port ${server.port}\n`);
  let asked = false;
  const stop = async () => {
    if (asked) return;
    asked = true;
    await server.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  await server.exited;
  if (!asked) process.exit(1);
}

run().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});

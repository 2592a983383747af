import './apollo-environment.js';
import { createLogger } from '@jejaring/chassis/process/log';
import { readGatewayConfig } from './config.js';
import { startGateway } from './gateway.js';

async function start(): Promise<void> {
  const config = readGatewayConfig();
  const log = createLogger('gateway', config.logLevel);
  const gateway = await startGateway(config, log);
  log.info({ address: gateway.address }, 'ready');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping');
      setTimeout(() => process.exit(1), 20_000).unref();
      void gateway.stop().then(() => process.exit(0), fail);
    });
  }
}

function fail(error: unknown): void {
  process.stderr.write(`gateway: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

await start().catch(fail);

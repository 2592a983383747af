import './apollo-environment.js';
import { createLogger } from '@jejaring/chassis/process/log';
import { readGatewayConfig } from './config.js';
import { startGateway } from './gateway.js';

const config = readGatewayConfig();
const log = createLogger('gateway', config.logLevel);
const gateway = await startGateway(config, log);
log.info({ address: gateway.address }, 'ready');

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), 20_000).unref();
    gateway.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'stopped badly');
        process.exit(1);
      },
    );
  });
}

import { createLogger } from '@jejaring/chassis/process/log';
import { readIdentityConfig } from './config.js';
import { loadKeys } from './keys.js';
import { createProvider } from './provider.js';
import { createIssuerServer } from './server.js';

const config = readIdentityConfig();
const log = createLogger('identity', config.logLevel);
const keys = await loadKeys(config.keysFile);
const server = createIssuerServer(createProvider({ ...config, keys }));

server.listen(config.port, config.host, () => log.info({ port: config.port }, 'listening'));

function stop(): void {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 1_000).unref();
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);

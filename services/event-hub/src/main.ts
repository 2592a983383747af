import { runService } from '@jejaring/chassis/process/run-service';
import { ringEncryption } from '@jejaring/trust/keys/key-encryption';
import { audit } from './audit.js';
import { config } from './config.js';
import { startWebhooks } from './delivery/start-webhooks.js';
import { bell, eventHub } from './service.js';
import { secretBox } from './subscription/secret-box.js';
import { allowed } from './webhook/allowed.js';

secretBox.use(ringEncryption(config.kek));
allowed.loopback = config.webhookLoopback;

await runService({
  ...eventHub,
  config,
  chores: [...eventHub.chores, ...audit.chores(config)],
  serve: (_server, parts) =>
    startWebhooks(parts, { bell, origin: config.webhookOrigin, loopback: config.webhookLoopback }),
});

import { runService } from '@jejaring/chassis/process/run-service';
import { ringEncryption } from '@jejaring/trust/keys/key-encryption';
import { audit } from './audit.js';
import { config } from './config.js';
import { startWebhooks } from './delivery/start-webhooks.js';
import { serveHub } from './door/serve-hub.js';
import { bell } from './intake/keep-event.consumer.js';
import { eventHub } from './service.js';
import { secretBox } from './subscription/secret-box.js';
import { allowed } from './webhook/allowed.js';

secretBox.use(ringEncryption(config.kek));
allowed.loopback = config.webhookLoopback;

await runService({
  ...eventHub,
  config,
  chores: [...eventHub.chores, ...audit.chores(config)],
  serve(server, parts) {
    const doors = serveHub(bell, config)(server, parts);
    const { webhookOrigin: origin, webhookLoopback: loopback } = config;
    const webhooks = startWebhooks(parts, { bell, origin, loopback });
    return { stop: async () => void (await Promise.all([doors.stop(), webhooks.stop()])) };
  },
});

import { runService } from '@jejaring/chassis/process/run-service';
import { audit } from './audit.js';
import { config } from './config.js';
import { serveHub } from './door/serve-hub.js';
import { bell, eventHub } from './service.js';

await runService({
  ...eventHub,
  config,
  serve: serveHub(bell, config),
  chores: [...eventHub.chores, ...audit.chores(config)],
});

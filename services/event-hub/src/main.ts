import { runService } from '@jejaring/chassis/process/run-service';
import { audit } from './audit.js';
import { config } from './config.js';
import { eventHub } from './service.js';

await runService({
  ...eventHub,
  config,
  chores: [...eventHub.chores, ...audit.chores(config)],
});

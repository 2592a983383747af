import { runService } from '@jejaring/chassis/process/run-service';
import { openFileStore } from '@jejaring/evidence/file-config';
import { audit } from './audit.js';
import { config } from './config.js';
import { awards } from './service.js';

await runService({
  ...awards,
  config,
  chores: [...awards.chores, ...audit.chores(config)],
  files: openFileStore(config),
});

import { runService } from '@jejaring/chassis/process/run-service';
import { readKeyRing } from '@jejaring/register/facts/identifiers';
import { openFileStore } from '@jejaring/evidence/file-config';
import { audit } from './audit.js';
import { config } from './config.js';
import { training } from './service.js';

await runService({
  ...training,
  config,
  chores: [...training.chores, ...audit.chores(config)],
  keyRing: readKeyRing(config.identifierKeys),
  files: openFileStore(config),
});

import { runService } from '@jejaring/chassis/process/run-service';
import { readKeyRing } from '@jejaring/register/facts/identifiers';
import { openFileStore } from '@jejaring/evidence/file-config';
import { audit } from './audit.js';
import { config } from './config.js';
import { organizations } from './service.js';

await runService({
  ...organizations,
  config,
  chores: [...organizations.chores, ...audit.chores(config)],
  keyRing: readKeyRing(config.identifierKeys),
  files: openFileStore(config),
});

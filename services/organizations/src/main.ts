import { runService } from '@jejaring/chassis/process/run-service';
import { openFileStore } from '@jejaring/evidence/file-config';
import { audit } from './audit.js';
import { requireVault } from '@jejaring/trust/keys/keys-config';
import { config } from './config.js';
import { organizations } from './service.js';

await runService({
  ...organizations,
  config,
  chores: [...organizations.chores, ...audit.chores(config)],
  vault: await requireVault(config),
  files: openFileStore(config),
});

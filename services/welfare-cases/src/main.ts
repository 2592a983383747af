import { runService } from '@jejaring/chassis/process/run-service';
import { openFileStore } from '@jejaring/evidence/file-config';
import { audit } from './audit.js';
import { requireVault } from '@jejaring/trust/keys/keys-config';
import { config } from './config.js';
import { welfareCases } from './service.js';

await runService({
  ...welfareCases,
  config,
  chores: [...welfareCases.chores, ...audit.chores(config)],
  vault: await requireVault(config),
  files: openFileStore(config),
});

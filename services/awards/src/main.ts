import { runService } from '@jejaring/chassis/process/run-service';
import { openFileStore } from '@jejaring/evidence/file-config';
import { config } from './config.js';
import { awards } from './service.js';

await runService({ ...awards, config, files: openFileStore(config) });

import { runService } from '@jejaring/chassis/process/run-service';
import { config } from './config.js';
import { awards } from './service.js';

await runService({ ...awards, config });

import { readConfig, url } from '@jejaring/chassis/process/config';
import { migrate } from '@jejaring/chassis/process/database';
import { database } from './database.js';

const { ownerUrl } = readConfig({ ownerUrl: url('EVENT_HUB_OWNER_URL') });
const done = await migrate(database, ownerUrl);
process.stdout.write(`event-hub: ${done.length} migrations\n`);

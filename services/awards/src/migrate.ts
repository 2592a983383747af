import { readConfig, url } from '@jejaring/chassis/process/config';
import { migrate } from '@jejaring/chassis/process/database';
import { database } from './database.js';

const { ownerUrl } = readConfig({ ownerUrl: url('AWARDS_OWNER_URL') });
const done = await migrate(database, ownerUrl);
process.stdout.write(`awards: ${done.length} migrations\n`);

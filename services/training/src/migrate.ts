import { readConfig, url } from '@jejaring/chassis/process/config';
import { migrate } from '@jejaring/chassis/process/database';
import { prepareVault } from '@jejaring/trust/keys/vault-table';
import { database } from './database.js';

const { ownerUrl, keysOwnerUrl } = readConfig({
  ownerUrl: url('TRAINING_OWNER_URL'),
  keysOwnerUrl: url('TRAINING_KEYS_OWNER_URL'),
});
await prepareVault(keysOwnerUrl);
const done = await migrate(database, ownerUrl);
process.stdout.write(`training: ${done.length} migrations\n`);

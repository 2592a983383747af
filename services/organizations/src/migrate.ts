import { readConfig, url } from '@jejaring/chassis/process/config';
import { migrate } from '@jejaring/chassis/process/database';
import { prepareVault } from '@jejaring/trust/keys/vault-table';
import { database } from './database.js';
import { importRegions } from './region/region-import.js';

const { ownerUrl, keysOwnerUrl } = readConfig({
  ownerUrl: url('ORGANIZATIONS_OWNER_URL'),
  keysOwnerUrl: url('ORGANIZATIONS_KEYS_OWNER_URL'),
});
await prepareVault(keysOwnerUrl);
const done = await migrate(database, ownerUrl);
const regions = await importRegions(ownerUrl);
process.stdout.write(`organizations: ${done.length} migrations, ${regions} regions imported\n`);

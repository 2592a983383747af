import { readConfig, url } from '@jejaring/chassis/process/config';
import { migrate } from '@jejaring/chassis/process/database';
import { prepareVault } from '@jejaring/trust/keys/vault-table';
import { database } from './database.js';
import { importRegionCodes } from './region/region-import.js';

const { ownerUrl, keysOwnerUrl } = readConfig({
  ownerUrl: url('WELFARE_CASES_OWNER_URL'),
  keysOwnerUrl: url('WELFARE_CASES_KEYS_OWNER_URL'),
});
await prepareVault(keysOwnerUrl);
const done = await migrate(database, ownerUrl);
const regions = await importRegionCodes(ownerUrl);
process.stdout.write(
  `welfare-cases: ${done.length} migrations, ${regions} region codes imported\n`,
);

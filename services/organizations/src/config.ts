import { file, readConfig } from '@jejaring/chassis/process/config';
import { serviceVariables } from '@jejaring/chassis/process/run-service';

export const config = readConfig({
  ...serviceVariables('organizations', 4001),
  identifierKeys: file('ORGANIZATIONS_IDENTIFIER_KEYS_FILE'),
});

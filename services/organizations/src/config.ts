import { fileVariables } from '@jejaring/evidence/file-config';
import { file, readConfig } from '@jejaring/chassis/process/config';
import { serviceVariables } from '@jejaring/chassis/process/run-service';

export const config = readConfig({
  ...serviceVariables('organizations', 4001),
  ...fileVariables,
  identifierKeys: file('ORGANIZATIONS_IDENTIFIER_KEYS_FILE'),
});

import { fileVariables } from '@jejaring/evidence/file-config';
import { file, readConfig } from '@jejaring/chassis/process/config';
import { serviceVariables } from '@jejaring/chassis/process/run-service';

export const config = readConfig({
  ...serviceVariables('welfare-cases', 4002),
  ...fileVariables,
  identifierKeys: file('WELFARE_CASES_IDENTIFIER_KEYS_FILE'),
});

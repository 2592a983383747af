import { fileVariables } from '@jejaring/evidence/file-config';
import { file, readConfig } from '@jejaring/chassis/process/config';
import { serviceVariables } from '@jejaring/chassis/process/run-service';
import { auditVariables } from '@jejaring/trust/audit/seal-store-config';

export const config = readConfig({
  ...serviceVariables('organizations', 4001),
  ...fileVariables,
  ...auditVariables('organizations'),
  identifierKeys: file('ORGANIZATIONS_IDENTIFIER_KEYS_FILE'),
});

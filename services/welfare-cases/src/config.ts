import { fileVariables } from '@jejaring/evidence/file-config';
import { file, readConfig } from '@jejaring/chassis/process/config';
import { serviceVariables } from '@jejaring/chassis/process/run-service';
import { auditVariables } from '@jejaring/trust/audit/seal-store-config';

export const config = readConfig({
  ...serviceVariables('welfare-cases', 4002),
  ...fileVariables,
  ...auditVariables('welfare-cases'),
  identifierKeys: file('WELFARE_CASES_IDENTIFIER_KEYS_FILE'),
});

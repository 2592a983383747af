import { fileVariables } from '@jejaring/evidence/file-config';
import { file, readConfig } from '@jejaring/chassis/process/config';
import { serviceVariables } from '@jejaring/chassis/process/run-service';
import { auditVariables } from '@jejaring/trust/audit/seal-store-config';

export const config = readConfig({
  ...serviceVariables('training', 4003),
  ...fileVariables,
  ...auditVariables('training'),
  identifierKeys: file('TRAINING_IDENTIFIER_KEYS_FILE'),
});

import { fileVariables } from '@jejaring/evidence/file-config';
import { readConfig } from '@jejaring/chassis/process/config';
import { serviceVariables } from '@jejaring/chassis/process/run-service';
import { auditVariables } from '@jejaring/trust/audit/seal-store-config';
import { keyVariables } from '@jejaring/trust/keys/keys-config';

export const config = readConfig({
  ...serviceVariables('organizations', 4001),
  ...fileVariables,
  ...auditVariables('organizations'),
  ...keyVariables('organizations'),
});

import { readConfig } from '@jejaring/chassis/process/config';
import { serviceVariables } from '@jejaring/chassis/process/run-service';
import { fileVariables } from '@jejaring/evidence/file-config';
import { auditVariables } from '@jejaring/trust/audit/seal-store-config';

export const config = readConfig({
  ...serviceVariables('awards', 4004),
  ...fileVariables,
  ...auditVariables('awards'),
});

import { fileVariables } from '@jejaring/evidence/file-config';
import { file, readConfig } from '@jejaring/chassis/process/config';
import { serviceVariables } from '@jejaring/chassis/process/run-service';

export const config = readConfig({
  ...serviceVariables('training', 4003),
  ...fileVariables,
  identifierKeys: file('TRAINING_IDENTIFIER_KEYS_FILE'),
});

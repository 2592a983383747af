import { file, readConfig } from '@jejaring/chassis/process/config';
import { serviceVariables } from '@jejaring/chassis/process/run-service';

export const config = readConfig({
  ...serviceVariables('training', 4003),
  identifierKeys: file('TRAINING_IDENTIFIER_KEYS_FILE'),
});

import { readConfig } from '@jejaring/chassis/process/config';
import { serviceVariables } from '@jejaring/chassis/process/run-service';
import { fileVariables } from '@jejaring/evidence/file-config';

export const config = readConfig({ ...serviceVariables('awards', 4004), ...fileVariables });

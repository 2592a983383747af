import { readConfig } from '@jejaring/chassis/process/config';
import { serviceVariables } from '@jejaring/chassis/process/run-service';

export const config = readConfig(serviceVariables('awards', 4004));

import type { StackProcess } from './stack.mjs';

export function supervise(options: {
  dir: string;
  name: string;
  entry: string;
  args?: string[];
  env: NodeJS.ProcessEnv;
  isReady: (said: () => string) => boolean | Promise<boolean>;
}): StackProcess;

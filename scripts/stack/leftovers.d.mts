export function noteProcess(
  dir: string,
  name: string,
  process: { pid: number; entry: string },
): void;

export function endLeftovers(dir: string): Promise<string[]>;

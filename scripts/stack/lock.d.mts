export interface Holder {
  pid: number;
  startedAt: string | null;
}

export type Lock = { taken: true; release(): void } | { taken: false; holder: Holder };

export function takeLock(file: string, options?: { relay?: number; launchers?: Holder[] }): Lock;

export function lockStack(
  dir: string,
  options?: { relay?: number; launchers?: Holder[] },
): { release(): void };

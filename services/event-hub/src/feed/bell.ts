/** Who rang: this process, or another one of the hub. */
export type Ringer = 'here' | 'elsewhere';

/** Wakes those who wait for events when some were kept. Whoever hears it looks for themselves. */
export class Bell {
  private readonly sleepers = new Set<(ringer: Ringer) => void>();

  ring(ringer: Ringer = 'here'): void {
    for (const wake of this.sleepers) wake(ringer);
  }

  /** Calls at each ring, until what it answers is called. */
  onRing(hear: (ringer: Ringer) => void): () => void {
    this.sleepers.add(hear);
    return () => void this.sleepers.delete(hear);
  }

  /** Resolves at the next ring, when the time is over, or when the signal says so. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.sleepers.delete(wake);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.sleepers.add(wake);
      signal?.addEventListener('abort', wake);
      if (signal?.aborted) wake();
    });
  }
}

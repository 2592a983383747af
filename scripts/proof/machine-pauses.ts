/** A time in which this process itself had no turn, on the clock of `performance.now()`. */
export interface Pause {
  from: number;
  until: number;
}

/**
 * Notes when the machine stood still for whoever measures. What others did in such a time cannot be
 * told from what the machine did to them.
 */
export class MachinePauses {
  readonly all: Pause[] = [];
  private last = performance.now();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly longestMs: number) {
    this.timer = setInterval(() => this.look(), 20);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private look(): void {
    const now = performance.now();
    if (now - this.last > this.longestMs) this.all.push({ from: this.last, until: now });
    this.last = now;
  }
}

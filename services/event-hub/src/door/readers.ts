import { Refused } from './problem.js';

/** Open requests and streams that one subscriber may have at a time. */
const mostOfOne = 20;

/** Who reads at this moment: room for so many, and for none once the process is told to stop. */
export class Readers {
  private readonly open = new Map<string, number>();
  private readonly stopping = new AbortController();
  private count = 0;

  constructor(private readonly most: number) {}

  /** Aborted when everybody is to leave. */
  get stopped(): AbortSignal {
    return this.stopping.signal;
  }

  /** Takes a seat, and answers how it is left. */
  enter(holder: string): () => void {
    if (this.stopped.aborted) throw new Refused('STOPPING');
    if (this.count >= this.most) throw new Refused('BUSY');
    const own = this.open.get(holder) ?? 0;
    if (own >= mostOfOne) throw new Refused('TOO_MANY_READERS');
    this.open.set(holder, own + 1);
    this.count += 1;
    let seated = true;
    return () => {
      if (seated) this.leave(holder);
      seated = false;
    };
  }

  stop(): void {
    this.stopping.abort();
  }

  private leave(holder: string): void {
    this.count -= 1;
    const others = (this.open.get(holder) ?? 1) - 1;
    if (others === 0) this.open.delete(holder);
    else this.open.set(holder, others);
  }
}

import type { Reader, Step } from './reader.js';

const entriesAtOnce = 64;
/** More than one reading can give, so that who is in front always finds the next step. */
const mostKept = 192;

/**
 * What those of a group who come back from the same place are to be told, read once for all of them.
 * Each goes along it as fast as it can; who is too slow for what is kept begins another one.
 */
export class Trail {
  private readonly steps: Step[] = [];
  /** So many steps from the beginning are no longer kept. */
  private gone = 0;
  private log: AsyncGenerator<Step> | null = null;
  private pulling: Promise<void> | null = null;
  private failed = false;

  constructor(private readonly reader: Reader) {}

  /** Whether somebody who comes now can go along it from the beginning. */
  get isWhole(): boolean {
    return this.gone === 0 && !this.failed;
  }

  /** Undefined when it was not read yet, null when it is no longer kept. */
  stepAt(at: number): Step | null | undefined {
    return at < this.gone ? null : this.steps[at - this.gone];
  }

  /** Where it ends, for somebody who has gone along all of it, when nothing more was heard; else null. */
  endAt(at: number): { place: number; cursor: string } | null {
    const isEnd = this.log === null && this.pulling === null && !this.reader.isBehind;
    if (!isEnd || at < this.gone + this.steps.length) return null;
    return { place: this.reader.place, cursor: this.reader.cursor() };
  }

  /** Reads on, once for all who want to. */
  more(): Promise<void> {
    this.pulling ??= this.pull().finally(() => (this.pulling = null));
    return this.pulling;
  }

  private async pull(): Promise<void> {
    try {
      const heard = this.log === null ? this.reader.atHand(entriesAtOnce) : null;
      if (heard !== null) return this.keep(heard);
      this.log ??= this.reader.fromLog();
      const { done, value } = await this.log.next();
      if (done === true) this.log = null;
      else this.keep([value]);
    } catch (error) {
      this.failed = true;
      throw error;
    }
  }

  private keep(steps: readonly Step[]): void {
    this.steps.push(...steps);
    const tooMany = this.steps.length - mostKept;
    if (tooMany <= 0) return;
    this.steps.splice(0, tooMany);
    this.gone += tooMany;
  }
}

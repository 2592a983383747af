/** Lets a loop sleep until something happens; what happens while it is awake is not forgotten. */
export class WakeSignal {
  private raised = false;
  private resume: (() => void) | null = null;

  raise(): void {
    this.raised = true;
    this.resume?.();
  }

  async wait(longestMs: number): Promise<void> {
    if (!this.raised) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.resume = resolve;
        timer = setTimeout(resolve, longestMs);
      });
      clearTimeout(timer);
      this.resume = null;
    }
    this.raised = false;
  }
}

import type { ChildProcess, Serializable } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** A process that can be killed, frozen and started again. */
export class Restartable {
  private child: ChildProcess | null = null;

  constructor(
    readonly name: string,
    private readonly start: () => ChildProcess,
    private readonly untilUp: (child: ChildProcess) => Promise<void>,
  ) {}

  async up(): Promise<void> {
    this.child = this.start();
    await this.untilUp(this.child);
  }

  get running(): boolean {
    const { child } = this;
    return child !== null && child.exitCode === null && child.signalCode === null;
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const { child } = this;
    this.child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }

  /** Sends a word and waits until it was understood. */
  async tell(word: Serializable): Promise<void> {
    const { child } = this;
    if (child === null) throw new Error(`${this.name} does not run.`);
    const understood = once(child, 'message');
    child.send(word);
    await understood;
  }

  /** Resident memory in MB; null while it does not run. */
  memory(): number | null {
    try {
      const status = readFileSync(`/proc/${this.child?.pid}/status`, 'utf8');
      return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1_024;
    } catch {
      return null;
    }
  }
}

export const spawnNode = (args: readonly string[], options: object): ChildProcess =>
  spawn(process.execPath, args, options);

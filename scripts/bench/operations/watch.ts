import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Stack } from '#stack';
import { rounded } from '../../proof/figures.js';
import { readTree } from '../gateway/processes.js';
import type { Shares, Span } from './shares.js';
import { shareOut } from './shares.js';

/** Milliseconds of processor time, of all processes of a kind together. */
type Cpu = Record<'cpuGateway' | 'cpuServices' | 'cpuPostgres', number>;

/** Of one request, in milliseconds, on the average of those that were measured. */
export type Where = Record<`${keyof Shares}Ms`, number> & Cpu;

/** Where the processes of a stack in this folder write what they note. */
const spansIn = (dir: string): string => {
  const folder = path.join(dir, 'spans');
  mkdirSync(folder, { recursive: true });
  return folder;
};

/** What every process of the stack needs in its environment to be watched. */
export const watchedBy = (dir: string): Record<string, string> => ({
  NODE_OPTIONS: [
    process.env['NODE_OPTIONS'] ?? '',
    `--import=${pathToFileURL(path.join(import.meta.dirname, 'probe.js')).href}`,
  ]
    .join(' ')
    .trim(),
  JEJARING_PROBE_FOLDER: spansIn(dir),
});

/** Longer than a probe keeps what it has noted. */
const settledAfterMs = 250;
const lookMs = 3_000;
const mostLooks = 20;
/** Cores that all processes together may take while nothing is asked. */
const quiet = 0.15;

/** Looks where the time of requests goes, in a stack of our own. */
export class Watch {
  private readonly read = new Map<string, number>();

  private constructor(
    private readonly folder: string,
    private readonly pids: Readonly<Record<keyof Cpu, readonly number[]>>,
    private idlePerMs: Cpu = { cpuGateway: 0, cpuServices: 0, cpuPostgres: 0 },
  ) {}

  static async open(dir: string, { processes }: Stack): Promise<Watch> {
    const pidsOf = (name: RegExp) =>
      Object.values(processes).flatMap((each) => (name.test(each.name) ? [each.pid!] : []));
    const watch = new Watch(spansIn(dir), {
      cpuGateway: pidsOf(/^gateway$/),
      cpuServices: pidsOf(/^(organizations|welfare-cases|training|awards)/),
      cpuPostgres: pidsOf(/^postgres$/),
    });
    await watch.untilQuiet();
    return watch;
  }

  /** What has just been loaded and started goes on working for a while. */
  private async untilQuiet(): Promise<void> {
    for (let look = 0; look < mostLooks; look += 1) {
      const before = this.readCpu();
      await pause(lookMs);
      const after = this.readCpu();
      this.idlePerMs = mapCpu((kind) => (after[kind] - before[kind]) / lookMs);
      if (Object.values(this.idlePerMs).reduce((sum, each) => sum + each, 0) < quiet) return;
    }
  }

  /** Asks so many times and tells of what that took, beside what the processes take while nothing is asked. */
  async measure(runs: number, ask: () => Promise<void>): Promise<Where> {
    await pause(settledAfterMs);
    this.readSpans();
    const before = { cpu: this.readCpu(), at: performance.now() };
    await ask();
    const cpu = this.readCpu();
    const elapsed = performance.now() - before.at;
    await pause(settledAfterMs);
    const shares = shareOut(this.readSpans());
    const each = (total: number) => rounded(total / runs, 2);
    return {
      gatewayMs: each(shares.gateway),
      betweenMs: each(shares.between),
      servicesMs: each(shares.services),
      sqlMs: each(shares.sql),
      ...mapCpu((kind) =>
        each(Math.max(0, cpu[kind] - before.cpu[kind] - this.idlePerMs[kind] * elapsed)),
      ),
    };
  }

  private readCpu(): Cpu {
    return mapCpu((kind) => this.pids[kind].reduce((sum, pid) => sum + readTree(pid).cpuMs, 0));
  }

  /** What was noted since the last time. */
  private readSpans(): Span[] {
    return readdirSync(this.folder).flatMap((name) => {
      const text = readFileSync(path.join(this.folder, name), 'utf8');
      const from = this.read.get(name) ?? 0;
      this.read.set(name, text.length);
      return text
        .slice(from)
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Span);
    });
  }
}

const mapCpu = (of: (kind: keyof Cpu) => number): Cpu => ({
  cpuGateway: of('cpuGateway'),
  cpuServices: of('cpuServices'),
  cpuPostgres: of('cpuPostgres'),
});

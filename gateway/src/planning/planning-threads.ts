import { extname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Question, Reply } from './plan-worker.js';

export interface PlanningLimits {
  threads: number;
  /** Questions that may wait for a thread. */
  waiting: number;
  /** Memory of one thread; one that needs more ends like one that takes too long. */
  memoryMb: number;
}

/** The thread was ended while it worked on this question: it took too long, or too much memory. */
export class TooMuchWork extends Error {}
/** Every thread works and enough questions wait already, or the threads are closed. */
export class NoThreadFree extends Error {}
/** The planner, or the supergraph itself, has a fault. */
export class PlannerFault extends Error {}

interface Job {
  question: Question;
  withinMs: number;
  resolve(json: string): void;
  reject(error: Error): void;
}

interface Thread {
  worker: Worker;
  ready: boolean;
  job: Job | null;
  timer: NodeJS.Timeout | undefined;
}

const workerFile = new URL(`./plan-worker${extname(import.meta.url)}`, import.meta.url);
const replaceAfterMs = 1_000;

/**
 * Threads that hold one supergraph and answer one question at a time. A question that takes longer
 * than it may ends its thread, because nothing else stops a planner; another thread takes its place.
 */
export class PlanningThreads {
  private readonly threads = new Set<Thread>();
  private readonly waiting: Job[] = [];
  private closed = false;

  constructor(
    private readonly supergraphSdl: string,
    private readonly limits: PlanningLimits,
  ) {
    this.start();
  }

  /** The time counts from the moment a thread begins with it. */
  ask(question: Question, withinMs: number): Promise<string> {
    return new Promise((resolve, reject) => {
      if (this.closed || this.waiting.length >= this.limits.waiting) {
        return reject(new NoThreadFree());
      }
      this.waiting.push({ question, withinMs, resolve, reject });
      return this.distribute();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const job of this.waiting.splice(0)) job.reject(new NoThreadFree());
    await Promise.all([...this.threads].map((thread) => this.end(thread, new NoThreadFree())));
  }

  private start(): void {
    const worker = new Worker(workerFile, {
      workerData: { supergraphSdl: this.supergraphSdl },
      resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMb },
    });
    const thread: Thread = { worker, ready: false, job: null, timer: undefined };
    this.threads.add(thread);
    worker.on('message', (message: Reply | 'ready') => this.hear(thread, message));
    worker.on('error', (error) => this.lose(thread, error));
    worker.on('exit', () => this.lose(thread, new PlannerFault('A planning thread ended.')));
  }

  private hear(thread: Thread, message: Reply | 'ready'): void {
    // What a thread said last may arrive after its end.
    if (!this.threads.has(thread)) return;
    const { job } = thread;
    clearTimeout(thread.timer);
    Object.assign(thread, { ready: true, job: null });
    // The others begin when the first was able to: a supergraph with a fault costs one thread.
    if (message === 'ready' && this.threads.size < this.limits.threads) this.start();
    if (message !== 'ready' && 'json' in message) job?.resolve(message.json);
    if (message !== 'ready' && 'failed' in message) job?.reject(new PlannerFault(message.failed));
    this.distribute();
  }

  private distribute(): void {
    for (const thread of this.threads) {
      if (!thread.ready || thread.job !== null) continue;
      const job = this.waiting.shift();
      if (job === undefined) return;
      thread.job = job;
      thread.timer = setTimeout(() => void this.end(thread, new TooMuchWork()), job.withinMs);
      thread.worker.postMessage(job.question);
    }
  }

  private lose(thread: Thread, error: unknown): void {
    const { code } = error as { code?: string };
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') return void this.end(thread, new TooMuchWork());
    return void this.end(thread, error instanceof Error ? error : new PlannerFault(String(error)));
  }

  private async end(thread: Thread, reason: Error): Promise<void> {
    if (!this.threads.delete(thread)) return;
    clearTimeout(thread.timer);
    thread.job?.reject(reason);
    // What could not begin tells those who wait, else they would wait for ever.
    if (!thread.ready && this.threads.size === 0)
      for (const job of this.waiting.splice(0)) job.reject(reason);
    await thread.worker.terminate();
    if (!thread.ready && !this.closed) await pause(replaceAfterMs, undefined, { ref: false });
    if (!this.closed) this.start();
  }
}

/** What of an event decides how long an answer stays true. */
export interface ChangeHeard {
  topic: string;
  type: string;
  key: string;
  sequence: number;
  epoch: number;
}

/** When somebody began to ask: after which event, and at what time. */
export interface Moment {
  readonly heard: number;
  readonly at: number;
}

export interface FreshnessOptions {
  /** How long an answer counts while events may be missed. */
  deafTtlMs: number;
  /** No answer is older, for changes that were made past the services. */
  longestMs: number;
  /** How many changed things are remembered one by one. */
  remembered: number;
  /** A clock that never goes back. */
  clock(): number;
}

interface Change {
  heard: number;
  sequence: number;
  epoch: number;
}

/** What an answer depends on: any event of the subject, or those of one aggregate of it. */
export const subjectTag = (subject: string): string => subject;
export const aggregateTag = (subject: string, key: string): string => `${subject} ${key}`;

/** `training.participant` of `training.participant.completed.v1`. */
export const subjectOf = (type: string): string => type.split('.', 2).join('.');

/**
 * Decides whether what was asked at a moment may still be told.
 *
 * A service commits before it speaks. So what is asked after an event was heard holds the change, and
 * what was asked before may lack it, whenever its answer comes. Nothing is compared with versions of
 * rows; the order of hearing and asking, both in this process, is enough.
 */
export class Freshness {
  private heard = 0;
  /** What was asked before this counts no more, whatever it depends on. */
  private floor = 0;
  private deafSince: number | null;
  /** The last change of each, those that were heard first in front. */
  private readonly changes = new Map<string, Change>();
  private readonly epochs = new Map<string, number>();

  constructor(private readonly options: FreshnessOptions) {
    this.deafSince = options.clock();
  }

  /** Taken before a service is asked. */
  now(): Moment {
    return { heard: this.heard, at: this.options.clock() };
  }

  get isDeaf(): boolean {
    return this.deafSince !== null;
  }

  hear({ topic, type, key, sequence, epoch }: ChangeHeard): void {
    this.compareEpoch(topic, epoch);
    const subject = subjectOf(type);
    const tag = aggregateTag(subject, key);
    const before = this.changes.get(tag);
    // Heard again, or late: whoever asked after the newer one has this one too.
    if (before !== undefined && before.epoch === epoch && before.sequence >= sequence) return;
    this.heard += 1;
    const change = { heard: this.heard, sequence, epoch };
    this.remember(tag, change);
    this.remember(subjectTag(subject), change);
  }

  private remember(tag: string, change: Change): void {
    this.changes.delete(tag);
    this.changes.set(tag, change);
    if (this.changes.size <= this.options.remembered) return;
    const [oldest] = this.changes.keys();
    // A forgotten change counts for everything from then on.
    this.floor = Math.max(this.floor, this.changes.get(oldest!)!.heard);
    this.changes.delete(oldest!);
  }

  turn(state: 'hearing' | 'deaf'): void {
    if (state === 'deaf') {
      this.deafSince ??= this.options.clock();
      return;
    }
    // What was said meanwhile may never be heard.
    if (this.deafSince !== null) this.forget();
    this.deafSince = null;
  }

  /** Whether an answer that was asked for at this moment and depends on these is no older than what was heard. */
  holds(moment: Moment, tags: readonly string[]): boolean {
    if (moment.heard < this.floor || this.isTooOld(moment.at)) return false;
    return tags.every((tag) => (this.changes.get(tag)?.heard ?? 0) <= moment.heard);
  }

  private isTooOld(at: number): boolean {
    const now = this.options.clock();
    if (now - at >= this.options.longestMs) return true;
    if (this.deafSince === null) return false;
    return now - Math.max(at, this.deafSince) >= this.options.deafTtlMs;
  }

  // A service that was put back to an earlier state says so by a higher epoch.
  private compareEpoch(topic: string, epoch: number): void {
    const known = this.epochs.get(topic);
    if (known === epoch) return;
    this.epochs.set(topic, Math.max(epoch, known ?? epoch));
    this.forget();
  }

  /** Something was said that nobody here understands: it may be about anything. */
  forget(): void {
    this.heard += 1;
    this.floor = this.heard;
  }
}

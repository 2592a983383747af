import DataLoader from 'dataloader';
import type { FieldClass, Subject } from '../work/audit.js';
import { auditRow } from '../work/audit.js';
import type { Command } from '../work/change.js';
import { change } from '../work/change.js';
import type { Refusal } from '../work/refusal.js';
import type { Caller } from '../work/scope.rules.js';
import type { Database, OpenWork, Versioned, Work } from '../work/unit-of-work.js';

/** What every resolver of a request shares: who asks, one read transaction, its loaders. */
export class GraphContext {
  statements = 0;
  private reading: Promise<OpenWork> | null = null;
  private readonly loaders = new Map<string, DataLoader<never, unknown>>();
  private readonly personal = new Map<string, Subject>();
  private readonly classes = new Set<FieldClass>();
  private readonly fields = new Set<string>();

  constructor(
    readonly database: Database,
    /** As the gateway says; once something was read, as the register lets the caller stand. */
    public caller: Caller,
    readonly deadline: Date | null,
  ) {}

  /** Counts on whichever copy is asked: the server copies a context before it uses it. */
  private counter(): () => void {
    return () => {
      this.statements += 1;
    };
  }

  /** The transaction that all reads of this request share, opened by the first of them. */
  async read(): Promise<Work> {
    const { caller, deadline } = this;
    this.reading ??= this.database.open({ caller, deadline, readOnly: true }, this.counter());
    const { work } = await this.reading;
    this.caller = work.caller;
    return work;
  }

  /** One command in a transaction of its own. */
  async change<Row extends Versioned>(command: Command<Row>): Promise<Row | Refusal> {
    const { caller, deadline } = this;
    return change(this.database, { caller, deadline }, command, this.counter());
  }

  /** A loader of this request, by name: many askers, one statement. */
  loader<Key, Value>(
    name: string,
    load: (work: Work, keys: readonly Key[]) => Promise<readonly (Value | Error)[]>,
  ): DataLoader<Key, Value> {
    let loader = this.loaders.get(name) as DataLoader<Key, Value> | undefined;
    if (loader === undefined) {
      loader = new DataLoader(async (keys: readonly Key[]) => load(await this.read(), keys));
      this.loaders.set(name, loader as never);
    }
    return loader;
  }

  /** Notes that the answer tells something of a person. */
  noteRead(subject: Subject, fieldClass: FieldClass, coordinate: string): void {
    this.personal.set(subject.id, subject);
    this.classes.add(fieldClass);
    this.fields.add(coordinate);
  }

  /** Ends what was read; what of it was personal is in the audit when this returns, or it throws. */
  async end(): Promise<void> {
    const reading = this.reading;
    this.reading = null;
    // Whoever asked for the transaction was told that it could not be opened.
    const open = await reading?.catch(() => null);
    await open?.end('commit');
    if (this.personal.size > 0) await this.recordReads();
  }

  private async recordReads(): Promise<void> {
    const entry = {
      kind: 'READ',
      operation: [...this.fields].sort().join(' '),
      subjects: [...this.personal.values()],
      fieldClasses: [...this.classes].sort(),
      decision: 'ALLOWED',
    } as const;
    this.personal.clear();
    this.statements += 1;
    const { readAudit, clock } = this.database;
    await readAudit.write(auditRow(this.caller, clock.now(), entry));
  }
}

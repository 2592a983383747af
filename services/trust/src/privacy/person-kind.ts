import type { Work } from '@jejaring/chassis/work/unit-of-work';
import type { FieldClass } from '@jejaring/chassis/work/audit';
import type { IdPrefix } from '@jejaring/schema/ids';
import type { LegalBasis } from './legal-basis.rules.js';
import type { PrivacyRefusal } from './privacy-request.rules.js';
import type { RetentionRule } from './retention.rules.js';

/** The row that stands for a person. */
export interface PersonRow {
  id: string;
  version: number;
  regionCode: string;
}

/** Rows of one table that speak of a person, as they are told to them. */
export interface HeldTable {
  table: string;
  /** What of it is told, and how closely each is guarded. */
  fields: Readonly<Record<string, FieldClass>>;
  list(work: Work, personId: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** To whom data of a person went, by code and id. */
export interface SentTo {
  receiver: string;
  at: Date;
  what: string;
}

/** Stored ids by the prefix that each has in the graph. */
export type Traces = (prefix: IdPrefix) => readonly string[];

/** A kind of person that a service holds: why it may, what it holds, and how it lets go. */
export interface PersonKind {
  prefix: IdPrefix;
  table: string;
  basis: LegalBasis;
  /** The regulation that the basis rests on. */
  source: string;
  purpose: { en: string; id: string };
  retention: RetentionRule;
  /** SQL of `id`, `region_code` and `begun_at`: since when a person's time runs; who is still needed is not in it. */
  begun: string;
  /** Types of the graph that show something of such a person. */
  shownIn: readonly string[];
  find(work: Work, id: string): Promise<PersonRow | null>;
  /** Why the law keeps the record for now; null when nothing does. */
  keptBecause(
    work: Work,
    id: string,
    keptUntil: (start: Date) => Date,
  ): Promise<PrivacyRefusal | null>;
  holds: readonly HeldTable[];
  sentTo(work: Work, id: string): Promise<readonly SentTo[]>;
  /** Public ids under which the trail knows what belongs to the person, the person's own among them. */
  tracedAs(work: Work, id: string): Promise<readonly string[]>;
  /** The persons behind ids of the trail, given by prefix; each once. */
  behind(work: Work, traces: Traces): Promise<readonly Omit<PersonRow, 'version'>[]>;
  /** Whether identity numbers of theirs can be found again. */
  hasFingerprints?: true;
  /** Stops the processing of what is held; absent where what is held is public by its office. */
  restrict?(work: Work, person: PersonRow): Promise<void>;
  /** Lets the processing go on; absent where that is decided record by record. */
  lift?(work: Work, person: PersonRow): Promise<void>;
  /** Withdraws a consent of the person; absent where nothing rests on consent. */
  withdraw?(work: Work, person: PersonRow, consentId: string): Promise<void>;
  /** Leaves nothing readable, here and, by what it publishes, anywhere; says how many files went. */
  erase(work: Work, person: PersonRow): Promise<{ files: number }>;
}

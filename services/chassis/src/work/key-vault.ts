/** What opens and closes whatever is kept of one person, known by the person's id in the graph. */
export interface PersonKey {
  readonly subject: string;
  readonly bytes: Buffer;
}

/** Keys of fingerprints by name: written under all of them, searched under the current one. */
export interface IndexKeys {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

/** The keys of one service's persons, kept apart from its rows. Nobody holds one beyond a request. */
export interface KeyVault {
  /** Makes those that are missing; refuses a person whose key was destroyed. */
  forWriting(subjects: readonly string[]): Promise<Map<string, PersonKey>>;
  /** Null for a destroyed key; whose key was never made is not in the answer. */
  forReading(subjects: readonly string[]): Promise<Map<string, PersonKey | null>>;
  /** What was closed with it stays closed, wherever it was copied to. Answers when; may be repeated. */
  destroy(subject: string): Promise<Date>;
  indexKeys(): Promise<IndexKeys>;
}

/** A vault with the connections it holds. */
export interface OpenVault extends KeyVault {
  end(): Promise<void>;
}

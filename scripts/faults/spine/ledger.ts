/** What a client asked for once, under one key, however often it had to be sent. */
export interface Operation {
  service: 'organizations' | 'welfare-cases';
  name: string;
  key: string;
  actor: string;
  token: string;
  document: string;
  variables: object;
  requestIds: string[];
  answer: Seen | null;
}

export interface Seen {
  id: string;
  version: number;
  status: string;
}

export interface Violation {
  check: string;
  detail: string;
}

/** The history of a campaign: what was asked, what was answered, what broke a promise. */
export class Ledger {
  readonly operations: Operation[] = [];
  readonly violations: Violation[] = [];
  /** Attempts whose answer was lost. */
  lost = 0;
  probes = 0;

  /** Mutations whose outcome no client knows yet. */
  inDoubt(): Operation[] {
    return this.operations.filter(({ answer }) => answer === null);
  }

  /** The newest state of everything that was made, by type and id. */
  newest(): Map<string, Seen & { service: Operation['service'] }> {
    const newest = new Map<string, Seen & { service: Operation['service'] }>();
    for (const { answer, service } of this.operations) {
      if (answer === null) continue;
      const known = newest.get(answer.id);
      if (!known || known.version < answer.version) newest.set(answer.id, { ...answer, service });
    }
    return newest;
  }

  violate(check: string, detail: string): void {
    this.violations.push({ check, detail });
  }
}

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '../../faults/spine/actors.js';
import { attempt } from '../../faults/spine/client.js';
import type { CommandName } from '../../faults/spine/commands.js';
import { commands, documentOf } from '../../faults/spine/commands.js';
import type { Ledger, Operation, Seen } from '../../faults/spine/ledger.js';
import { ask } from '../../proof/graph.js';
import type { Random } from '../../proof/random.js';

/** One request and how it went; a command that got no answer is sent again, and counts again. */
export interface Attempt {
  kind: 'query' | 'command';
  startedAt: number;
  ms: number;
  failed: boolean;
}

const search = `query Scale($text: String!) {
  regions(search: $text, level: VILLAGE, first: 20) { totalCount nodes { code name path } } }`;
const names = ['Mulyasari', 'Sukamaju', 'Karanganyar', 'Sidomulyo', 'Mekarsari', 'Tanjung'];
/** So many queries to one registration, which is two commands. */
const queriesPerRegistration = 5;
const giveUpAfterMs = 60_000;

/** Somebody who searches villages and files registrations, and writes down how it went. */
export class Load {
  readonly attempts: Attempt[] = [];

  constructor(
    private readonly gatewayUrl: string,
    private readonly applicant: Actor,
    private readonly villages: readonly string[],
    private readonly ledger: Ledger,
    private readonly random: Random,
  ) {}

  /** Sends so many requests a second whether or not the earlier ones were answered. */
  async offer(perSecond: number, milliseconds: number): Promise<void> {
    const begun: Promise<void>[] = [];
    const began = performance.now();
    const due = () => Math.floor(((performance.now() - began) * perSecond) / 1_000);
    while (performance.now() - began < milliseconds) {
      while (begun.length < due()) begun.push(this.one());
      await pause(5);
    }
    await Promise.all(begun);
  }

  /** Keeps so many requests under way; answers how many were answered well in a second. */
  async saturate(clients: number, milliseconds: number): Promise<number> {
    const began = performance.now();
    const first = this.attempts.length;
    const work = async () => {
      while (performance.now() - began < milliseconds) await this.one();
    };
    await Promise.all(Array.from({ length: clients }, work));
    const done = this.attempts.slice(first).filter(({ failed }) => !failed).length;
    return Math.round((done * 1_000) / (performance.now() - began));
  }

  private one(): Promise<void> {
    const draws = this.random.between(0, queriesPerRegistration);
    return draws === 0 ? this.register() : this.search();
  }

  private async search(): Promise<void> {
    const variables = { text: this.random.pick(names) };
    await this.timed('query', async () => {
      const { errors } = await ask(this.gatewayUrl, { document: search, variables });
      return errors.length === 0;
    });
  }

  private async register(): Promise<void> {
    const regionCode = this.random.pick(this.villages);
    const drafted = await this.command('draftRegistration', {
      kind: 'KARANG_TARUNA',
      level: 'VILLAGE',
      name: `Karang Taruna Uji ${regionCode}`,
      regionCode,
      establishedOn: '2015-08-17',
      chairName: 'Ketua Uji',
    });
    if (!drafted) return;
    await this.command('submitRegistration', { id: drafted.id, expectedVersion: drafted.version });
  }

  /** Insists, under one key, until there is an answer. */
  private async command(name: CommandName, input: object): Promise<Seen | null> {
    const operation = this.open(name, input);
    for (const end = performance.now() + giveUpAfterMs; performance.now() < end; await pause(100)) {
      const outcome = await this.timed('command', async () => {
        const tried = await attempt(this.gatewayUrl, operation);
        return tried.kind === 'lost' ? null : tried;
      });
      if (outcome?.kind === 'refused') {
        this.ledger.violate('refused', `${name}: ${outcome.why}`);
        return null;
      }
      if (outcome?.kind === 'done') return (operation.answer = outcome.answer);
    }
    this.ledger.violate('lost', `${name} was never answered`);
    return null;
  }

  private open(name: CommandName, input: object): Operation {
    const idempotencyKey = randomUUID();
    const operation: Operation = {
      name,
      service: commands[name].service,
      key: idempotencyKey,
      actor: this.applicant.id,
      token: this.applicant.token,
      document: documentOf(name),
      variables: { input: { ...input, idempotencyKey } },
      requestIds: [],
      answer: null,
    };
    this.ledger.operations.push(operation);
    return operation;
  }

  private async timed<T>(kind: Attempt['kind'], act: () => Promise<T>): Promise<T | null> {
    const startedAt = performance.now();
    const answer = await act().catch(() => null);
    const ms = performance.now() - startedAt;
    this.attempts.push({ kind, startedAt, ms, failed: !answer });
    return answer;
  }
}

import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answered } from '../../proof/graph.js';
import { ask } from '../../proof/graph.js';
import type { Random } from '../../proof/random.js';
import type { Actor } from './actors.js';
import type { CommandName } from './commands.js';
import { commands, documentOf } from './commands.js';
import type { Ledger, Operation, Seen } from './ledger.js';

/** After this a client that never got an answer leaves the operation in doubt. */
const patienceMs = 60_000;
/** One in so many clients gives up at the first lost answer; the last retry decides. */
const givesUpOneIn = 6;

/** Faults that say nothing about what was asked: it may have been done, or not. */
const passing = new Set(['SUBGRAPH_UNAVAILABLE', 'AUTH_UNAVAILABLE', 'INTERNAL']);

type Outcome = { kind: 'done'; answer: Seen } | { kind: 'lost' } | { kind: 'refused'; why: string };

/** A chain that cannot go on: an answer is in doubt, or was not what was promised. */
export class ChainEnds extends Error {}

export interface ClientOptions {
  gatewayUrl: string;
  ledger: Ledger;
  random: Random;
  /** False once the campaign wants no new work. */
  working: () => boolean;
}

/** Sends one attempt and reads what it says about the operation. */
export async function attempt(gatewayUrl: string, operation: Operation): Promise<Outcome> {
  const { document, variables, token } = operation;
  const requestId = randomUUID();
  operation.requestIds.push(requestId);
  try {
    const answered = await ask(gatewayUrl, { document, variables, token, requestId });
    return judge(answered, operation);
  } catch {
    return { kind: 'lost' };
  }
}

function judge({ data, errors }: Answered, { name }: Operation): Outcome {
  const result = data?.[name] as { __typename: string; id: string; version: number } | null;
  const codes = errors.map(({ extensions }) => String(extensions.code));
  if (codes.some((code) => passing.has(code))) return { kind: 'lost' };
  if (!result) return { kind: 'refused', why: codes.join(', ') || 'no answer' };
  const { type, status } = commands[name as CommandName];
  const { id, version } = result;
  if (result.__typename === type) return { kind: 'done', answer: { id, version, status } };
  return { kind: 'refused', why: JSON.stringify(result) };
}

/** Somebody at work, who asks again under the same key until there is an answer. */
export class Client {
  constructor(private readonly options: ClientOptions) {}

  get working(): boolean {
    return this.options.working();
  }

  get random(): Random {
    return this.options.random;
  }

  async command(name: CommandName, actor: Actor, input: object, seen?: Seen): Promise<Seen> {
    const { ledger, random } = this.options;
    await pause(random.between(20, 90));
    const operation = this.open(name, actor, input, seen);
    const outcome = await this.insist(operation);
    if (outcome.kind === 'refused') ledger.violate('refused', `${name}: ${outcome.why}`);
    if (outcome.kind !== 'done') throw new ChainEnds(name);
    const expected = (seen?.version ?? 0) + 1;
    if (outcome.answer.version !== expected)
      ledger.violate('version', `${name} answered ${outcome.answer.version}, not ${expected}`);
    return outcome.answer;
  }

  private open(name: CommandName, actor: Actor, input: object, seen?: Seen): Operation {
    const idempotencyKey = randomUUID();
    const step = seen ? { id: seen.id, expectedVersion: seen.version } : {};
    const operation: Operation = {
      name,
      service: commands[name].service,
      key: idempotencyKey,
      actor: actor.id,
      token: actor.token,
      document: documentOf(name),
      variables: { input: { ...input, ...step, idempotencyKey } },
      requestIds: [],
      answer: null,
    };
    this.options.ledger.operations.push(operation);
    return operation;
  }

  private async insist(operation: Operation): Promise<Outcome> {
    const { gatewayUrl, ledger, random } = this.options;
    const givesUp = random.between(1, givesUpOneIn) === 1;
    const end = Date.now() + patienceMs;
    for (;;) {
      const outcome = await attempt(gatewayUrl, operation);
      if (outcome.kind === 'done') operation.answer = outcome.answer;
      if (outcome.kind !== 'lost') return outcome;
      ledger.lost += 1;
      if (givesUp || Date.now() > end) return outcome;
      await pause(random.between(100, 600));
    }
  }
}

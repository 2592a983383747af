import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import type { Random } from '../../proof/random.js';
import type { Moment } from './reception.rules.js';

type Mood = 'takes' | 'dawdles' | 'fails' | 'is busy' | 'hangs' | 'closes' | 'goes away';

/** What it does to one delivery in five. */
const moods: readonly Mood[] = [
  ...(['dawdles', 'dawdles', 'dawdles', 'dawdles', 'dawdles', 'dawdles'] as const),
  ...(['fails', 'fails', 'is busy', 'closes', 'closes', 'hangs', 'goes away'] as const),
];

// Longer than the first pause of the hub, which waits for the longer of the two.
const busySeconds = '6';

// The campaign squeezes tries that lie days apart into a minute: away in one of them, it is there in the next.
const staysForMs = 10_000;

/** The endpoint of an office whose machine is not the best: it verifies, notes, and now and then fails. */
export class Receiver {
  readonly moments: Moment[] = [];
  readonly misbehaved: Partial<Record<Mood, number>> = {};
  /** What came without a signature that the official library takes. */
  readonly forged: string[] = [];
  private readonly server = createServer((request, response) => this.receive(request, response));
  private readonly hung = new Set<ServerResponse>();
  private port = 0;
  private behaves = false;
  private cameBackAt = 0;
  private secret: Webhook | null = null;

  constructor(private readonly random: Random) {}

  async open(): Promise<string> {
    await this.listen();
    this.port = (this.server.address() as AddressInfo).port;
    return `http://127.0.0.1:${this.port}/in`;
  }

  /** The secret is told when the endpoint is subscribed. */
  trust(secret: string): void {
    this.secret = new Webhook(secret);
  }

  /** From now on it takes what comes; who still waits for an answer is told that there is none. */
  behave(): void {
    this.behaves = true;
    for (const response of this.hung) response.destroy();
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.port, '127.0.0.1', () => {
        this.server.off('error', reject);
        resolve();
      });
      // A campaign that fails ends.
      this.server.unref();
    });
  }

  private receive(request: IncomingMessage, response: ServerResponse): void {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      if (request.method === 'OPTIONS') this.agree(request, response);
      else this.hear(request.headers, Buffer.concat(parts).toString(), response);
    });
  }

  /** The handshake of CloudEvents: whoever may send. */
  private agree({ headers }: IncomingMessage, response: ServerResponse): void {
    const origin = String(headers['webhook-request-origin']);
    response.writeHead(200, { 'webhook-allowed-origin': origin }).end();
  }

  private hear(headers: IncomingHttpHeaders, body: string, response: ServerResponse): void {
    const id = String(headers['webhook-id']);
    const event = this.verify(headers, body);
    if (event?.id !== id) {
      this.forged.push(`${id} came without a valid signature of its own`);
      response.writeHead(401).end();
      return;
    }
    const { subject: key, sequence } = event;
    const moment = { id, body, key, sequence: Number(sequence) };
    this.moments.push({ ...moment, what: 'came' });
    this.answer(response, () => this.moments.push({ ...moment, what: 'taken' }));
  }

  private verify(headers: IncomingHttpHeaders, body: string) {
    try {
      return this.secret!.verify(body, headers as Record<string, string>) as Record<
        'id' | 'subject' | 'sequence',
        string
      >;
    } catch {
      return null;
    }
  }

  private answer(response: ServerResponse, take: () => void): void {
    const isWell = this.behaves || this.random.between(1, 5) > 1;
    const drawn = isWell ? 'takes' : this.random.pick(moods);
    const mood = drawn === 'goes away' && !this.mayGo() ? 'takes' : drawn;
    // Taken before anybody can know it: what follows may be here as soon as the answer is out.
    const agree = () => (take(), response.writeHead(204).end());
    if (mood === 'takes') return void agree();
    this.misbehaved[mood] = (this.misbehaved[mood] ?? 0) + 1;
    // Whoever waits may be killed meanwhile, and never learn that it was taken.
    if (mood === 'dawdles') setTimeout(agree, this.random.between(200, 2_000));
    if (mood === 'fails') response.writeHead(500).end();
    if (mood === 'is busy') response.writeHead(503, { 'retry-after': busySeconds }).end();
    if (mood === 'closes') response.destroy();
    if (mood === 'hangs') this.hung.add(response.once('close', () => this.hung.delete(response)));
    if (mood === 'goes away') void this.goAway(this.random.between(1_000, 3_000));
  }

  private mayGo(): boolean {
    return this.server.listening && performance.now() - this.cameBackAt > staysForMs;
  }

  /** Its port is closed for a while, and whoever speaks to it is cut off. */
  private async goAway(milliseconds: number): Promise<void> {
    this.close();
    await pause(milliseconds);
    for (let tries = 1; ; tries += 1) {
      try {
        await this.listen();
        this.cameBackAt = performance.now();
        return;
      } catch (error) {
        // Some connection of another process has the port just now.
        if (tries === 60) throw error;
        await pause(500);
      }
    }
  }
}

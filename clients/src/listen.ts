import type { GraphProblem } from './ask.js';
import { toProblem } from './ask.js';
import type { End } from './come-back.js';
import { broken, isForGood, pauseUnless, waitBefore, wantsToken } from './come-back.js';
import type { SentEvent } from './sent-events.js';
import { readEvents } from './sent-events.js';

/** Something that could not be told, and why: `CURSOR_EXPIRED`, `SOURCE_AWAY` and so on. */
export interface Gap {
  readonly from: string | null;
  readonly to: string | null;
  readonly reason: string;
}

/** What is told of a subscription, and where to go on from after it. */
export interface Told<Data> {
  /** Give it to `listen` again, and nothing is missed and nothing told twice. */
  readonly cursor: string | null;
  readonly data: Data | null;
  readonly problems: readonly GraphProblem[];
  /** What is missing before what follows; null as a rule. */
  readonly gap: Gap | null;
}

/** Nothing is heard at the moment. */
export interface Interruption {
  /** How many tries have failed since something was heard, and how long it waits before the next. */
  readonly tries: number;
  readonly waitMs: number;
  /** What the gateway said; empty when the connection broke or never was. */
  readonly problems: readonly GraphProblem[];
}

type Token = string | undefined;

export interface ListenOptions {
  /** The access token, or how to get one: asked for at each connection, so that it can be a new one. */
  readonly token?: string | (() => Token | Promise<Token>);
  /** The cursor of what was heard last; from now on when left out. */
  readonly after?: string;
  readonly fetch?: typeof fetch;
  /** Ends it, without an error. */
  readonly signal?: AbortSignal;
  /** Told each time before it waits and comes back. */
  readonly onInterruption?: (interruption: Interruption) => void;
  /** The longest wait between two tries, unless the gateway asks for a longer one. */
  readonly longestWaitMs?: number;
  /** Without a sign for so long the connection is taken for dead. The gateway gives one every 15 s. */
  readonly silenceMs?: number;
}

interface Subscription<Data, Variables> {
  readonly text: string;
  readonly name: string;
  /** Types only: it is never there. */
  readonly __apiType?: (variables: Variables) => Data;
}

const usualWaits = { leastMs: 1_000, mostMs: 30_000, silenceMs: 45_000 };

/**
 * Listens at `/graphql/stream`. When the connection breaks, or the gateway has no room at the moment,
 * it comes back by itself from where it was. It ends when it is refused for good, which it tells as
 * problems; what throws is the getting of a token alone.
 */
export async function* listen<Data, Variables extends object>(
  url: string,
  { text, name }: Subscription<Data, Variables>,
  variables: NoInfer<Variables>,
  options: ListenOptions = {},
): AsyncGenerator<Told<Data>, void> {
  const { signal, onInterruption, longestWaitMs: mostMs = usualWaits.mostMs } = options;
  const body = JSON.stringify({ query: text, operationName: name, variables });
  let [cursor, leastMs, tries] = [options.after, usualWaits.leastMs, 0];
  let token = await tokenOf(options);
  const isOver = () => signal?.aborted === true;
  while (!isOver()) {
    const connection = new Connection(url, { body, token, cursor }, options);
    for await (const { id, event, data, retryMs } of connection.events()) {
      leastMs = retryMs ?? leastMs;
      if (id === null) continue;
      [cursor, tries] = [id, 0];
      if (event === 'next') yield toTold<Data>(id, data);
    }
    const { end } = connection;
    const used = token;
    token = await tokenOf(options);
    const isRefused = isForGood(end) && !(wantsToken(end) && token !== used);
    if (isRefused) {
      if (end.problems.length > 0)
        yield { cursor: null, data: null, problems: end.problems, gap: null };
      return;
    }
    tries += 1;
    const waitMs = waitBefore({ tries, leastMs, mostMs, retryAfterMs: end.retryAfterMs });
    if (isOver()) return;
    onInterruption?.({ tries, waitMs, problems: end.problems });
    await pauseUnless(signal, waitMs);
  }
}

const tokenOf = async ({ token }: ListenOptions): Promise<Token> =>
  typeof token === 'function' ? token() : token;

interface Asked {
  body: string;
  token: Token;
  cursor: string | undefined;
}

/** One stream, and how it ended. */
class Connection {
  end: End = broken;

  constructor(
    private readonly url: string,
    private readonly asked: Asked,
    private readonly options: ListenOptions,
  ) {}

  async *events(): AsyncGenerator<SentEvent> {
    const { fetch: send = fetch, signal, silenceMs = usualWaits.silenceMs } = this.options;
    try {
      const request = { method: 'POST', headers: headersOf(this.asked), body: this.asked.body };
      const response = await send(this.url, signal ? { ...request, signal } : request);
      const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
      if (isStream !== true || response.body === null) this.end = await readRefusal(response);
      else yield* this.follow(readEvents(response.body, silenceMs));
    } catch {
      // Broken, or never there.
    }
  }

  private async *follow(events: AsyncIterable<SentEvent>): AsyncGenerator<SentEvent> {
    let last: SentEvent | null = null;
    for await (const sent of events) {
      if (sent.event === 'complete') {
        // The last word has no id: there is nothing to go on from.
        const problems = last?.id === null ? toTold(null, last.data).problems : [];
        this.end = { ...broken, isComplete: true, problems };
        return;
      }
      if (sent.event === 'next') last = sent;
      yield sent;
    }
  }
}

const headersOf = ({ token, cursor }: Asked): Record<string, string> => ({
  'content-type': 'application/json',
  accept: 'text/event-stream',
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  ...(cursor === undefined ? {} : { 'last-event-id': cursor }),
});

async function readRefusal(response: Response): Promise<End> {
  const { problems } = toTold(null, await response.text());
  const seconds = Number(response.headers.get('retry-after') ?? 0);
  const retryAfterMs = Number.isFinite(seconds) ? seconds * 1_000 : 0;
  return { ...broken, status: response.status, problems, retryAfterMs };
}

interface Body<Data> {
  data?: Data | null;
  errors?: readonly Partial<GraphProblem>[];
  extensions?: { gap?: Gap };
}

function toTold<Data>(cursor: string | null, text: string): Told<Data> {
  try {
    const { data = null, errors = [], extensions } = JSON.parse(text) as Body<Data>;
    return { cursor, data, problems: errors.map(toProblem), gap: extensions?.gap ?? null };
  } catch {
    const problems = [toProblem({ extensions: { code: 'NOT_GRAPHQL' } })];
    return { cursor, data: null, problems, gap: null };
  }
}

import type { GraphProblem } from './ask.js';
import { toProblem } from './ask.js';

/** What is told of a subscription, and where to go on from after it. */
export interface Told<Data> {
  /** Give it to `listen` again, and nothing is missed and nothing told twice. */
  readonly cursor: string | null;
  readonly data: Data | null;
  readonly problems: readonly GraphProblem[];
}

export interface ListenOptions {
  readonly token?: string;
  /** The cursor of what was heard last; from now on when left out. */
  readonly after?: string;
  readonly fetch?: typeof fetch;
  readonly signal?: AbortSignal;
}

interface Subscription<Data, Variables> {
  readonly text: string;
  readonly name: string;
  /** Types only: it is never there. */
  readonly __apiType?: (variables: Variables) => Data;
}

/**
 * Listens at `/graphql/stream` until the gateway ends the stream or the connection breaks; the
 * caller decides whether to listen again. What is refused at the beginning is told as problems.
 */
export async function* listen<Data, Variables extends object>(
  url: string,
  { text, name }: Subscription<Data, Variables>,
  variables: NoInfer<Variables>,
  options: ListenOptions = {},
): AsyncGenerator<Told<Data>, void> {
  const { fetch: send = fetch, signal } = options;
  const response = await send(url, {
    method: 'POST',
    headers: headersOf(options),
    body: JSON.stringify({ query: text, operationName: name, variables }),
    ...(signal ? { signal } : {}),
  });
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if (!isStream || response.body === null) {
    yield toTold<Data>(null, await response.text());
    return;
  }
  for await (const { id, event, data } of readEvents(response.body)) {
    if (event === 'complete') return;
    if (event === 'next') yield toTold<Data>(id, data);
  }
}

const headersOf = ({ token, after }: ListenOptions): Record<string, string> => ({
  'content-type': 'application/json',
  accept: 'text/event-stream',
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  ...(after === undefined ? {} : { 'last-event-id': after }),
});

function toTold<Data>(cursor: string | null, text: string): Told<Data> {
  try {
    const { data = null, errors = [] } = JSON.parse(text) as {
      data?: Data | null;
      errors?: readonly Partial<GraphProblem>[];
    };
    return { cursor, data, problems: errors.map(toProblem) };
  } catch {
    return { cursor, data: null, problems: [toProblem({ extensions: { code: 'NOT_GRAPHQL' } })] };
  }
}

interface SentEvent {
  id: string | null;
  event: string;
  data: string;
}

async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<SentEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunksOf(body)) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) yield readEvent(block);
  }
}

// Not every browser can iterate over a stream. Leaving early closes the connection.
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}

function readEvent(block: string): SentEvent {
  const sent: SentEvent = { id: null, event: 'message', data: '' };
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).replace(/^ /, '');
    if (line.startsWith('id:')) sent.id = value;
    if (line.startsWith('event:')) sent.event = value;
    if (line.startsWith('data:')) sent.data += value;
  }
  return sent;
}

/** One server-sent event; what it does not name is null. */
export interface SentEvent {
  readonly id: string | null;
  readonly event: string | null;
  readonly data: string;
  /** How long the server wants whoever comes back to wait. */
  readonly retryMs: number | null;
}

/** Nothing came for so long that the connection is taken for dead; the gateway gives a sign every 15 s. */
export class Silence extends Error {}

/** The events of a stream, as they come. Leaving early, or silence, closes the connection. */
export async function* readEvents(
  body: ReadableStream<Uint8Array>,
  silenceMs: number,
): AsyncGenerator<SentEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunksOf(body, silenceMs)) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) yield readEvent(block);
  }
}

// Not every browser can iterate over a stream.
async function* chunksOf(
  body: ReadableStream<Uint8Array>,
  silenceMs: number,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await within(reader.read(), silenceMs);
      if (done) return;
      yield value;
    }
  } finally {
    // A stream that broke cannot be cancelled; why it broke was thrown already.
    await reader.cancel().catch(() => undefined);
  }
}

async function within<Value>(promise: Promise<Value>, milliseconds: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Silence('Nothing was heard.')), milliseconds);
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function readEvent(block: string): SentEvent {
  const sent = { id: null as string | null, event: null as string | null, data: '' };
  let retryMs: number | null = null;
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    const value = line.slice(colon + 1).replace(/^ /, '');
    if (line.startsWith('id:')) sent.id = value;
    if (line.startsWith('event:')) sent.event = value;
    if (line.startsWith('data:')) sent.data += value;
    if (line.startsWith('retry:') && /^\d+$/.test(value)) retryMs = Number(value);
  }
  return { ...sent, retryMs };
}

import { Agent, get } from 'node:http';
import type { IncomingMessage } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

export interface Reader {
  url: string;
  token: string;
}

function open({ url, token }: Reader, path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    get(url + path, { agent, headers }, resolve).on('error', reject);
  });
}

async function bodyOf(response: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  if (response.statusCode !== 200) throw new Error(`The feed answered ${response.statusCode}.`);
  return Buffer.concat(parts);
}

const mark = '"specversion"';

function countEvents(body: Buffer): number {
  let count = 0;
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + 1)) count += 1;
  return count;
}

/** Reads from the beginning to the end by the link of each page; answers how much it was. */
export async function replay(
  reader: Reader,
): Promise<{ events: number; bytes: number; pages: number }> {
  const read = { events: 0, bytes: 0, pages: 0 };
  for (let path = '/events?limit=1000', count = -1; count !== 0;) {
    const response = await open(reader, path);
    const body = await bodyOf(response);
    count = countEvents(body);
    read.events += count;
    read.bytes += body.length;
    read.pages += 1;
    path = /<(.+)>/.exec(String(response.headers.link))![1]!;
  }
  return read;
}

/** When each event came, by its id. */
export type Arrivals = Map<string, number>;

const now = () => performance.timeOrigin + performance.now();

/** Follows by long-polling from the end on, until it is told to stop. */
export async function poll(reader: Reader, stopped: AbortSignal): Promise<Arrivals> {
  const arrivals: Arrivals = new Map();
  let path = `/events?limit=1000&timeout=1000&from=${new Date(Date.now() + 60_000).toISOString()}`;
  const first = await open(reader, path);
  await bodyOf(first);
  path = `/events?limit=1000&timeout=1000&${/lastEventId=[^&>]+/.exec(String(first.headers.link))![0]}`;
  while (!stopped.aborted) {
    const response = await open(reader, path);
    const events = JSON.parse((await bodyOf(response)).toString()) as { id: string }[];
    const at = now();
    for (const { id } of events) arrivals.set(id, at);
    path = `/events?limit=1000&timeout=1000&${/lastEventId=[^&>]+/.exec(String(response.headers.link))![0]}`;
  }
  return arrivals;
}

/** Follows by a stream from the end on, until it is told to stop. */
export async function listen(reader: Reader, stopped: AbortSignal): Promise<Arrivals> {
  const arrivals: Arrivals = new Map();
  const first = await open(reader, `/events?from=${new Date(Date.now() + 60_000).toISOString()}`);
  await bodyOf(first);
  const place = /lastEventId=[^&>]+/.exec(String(first.headers.link))![0];
  const response = await open(reader, `/events/stream?${place}`);
  stopped.addEventListener('abort', () => response.destroy());
  let text = '';
  response.setEncoding('utf8');
  response.on('data', (part: string) => {
    const at = now();
    text += part;
    const end = text.lastIndexOf('\n\n');
    for (const [, id] of text.slice(0, Math.max(0, end)).matchAll(/^id: ([0-9a-f-]{36})$/gm))
      arrivals.set(id!, at);
    text = text.slice(Math.max(0, end));
  });
  await new Promise((resolve) => response.on('close', resolve));
  return arrivals;
}

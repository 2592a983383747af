import { Agent, get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

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

/** What somebody who follows was told: when each event came, by its id, and how many came twice. */
export interface Told {
  arrivals: Map<string, number>;
  doubled: number;
}

const now = () => performance.timeOrigin + performance.now();

function note(told: Told, id: string): void {
  if (told.arrivals.has(id)) told.doubled += 1;
  else told.arrivals.set(id, now());
}

const placeIn = (response: IncomingMessage): string =>
  /lastEventId=([^&>]+)/.exec(String(response.headers.link))![1]!;

/** The place behind everything that there is. */
async function findEnd(reader: Reader): Promise<string> {
  const later = new Date(Date.now() + 3_600_000).toISOString();
  const response = await open(reader, `/events?from=${later}`);
  await bodyOf(response);
  return placeIn(response);
}

/** Does it again when the line breaks, as it does where a hub is killed. */
async function insist(stopped: AbortSignal, act: () => Promise<void>): Promise<void> {
  while (!stopped.aborted) await act().catch(() => pause(50));
}

/** Follows by long-polling from the end on, until it is told to stop. */
export async function poll(reader: Reader, stopped: AbortSignal): Promise<Told> {
  const told: Told = { arrivals: new Map(), doubled: 0 };
  let place = await findEnd(reader);
  await insist(stopped, async () => {
    const response = await open(reader, `/events?limit=1000&timeout=1000&lastEventId=${place}`);
    const events = JSON.parse((await bodyOf(response)).toString()) as { id: string }[];
    for (const { id } of events) note(told, id);
    place = placeIn(response);
  });
  return told;
}

/** Follows by a stream from the end on, and comes back when it ends, until it is told to stop. */
export async function listen(reader: Reader, stopped: AbortSignal): Promise<Told> {
  const told: Told = { arrivals: new Map(), doubled: 0 };
  let place = await findEnd(reader);
  await insist(stopped, async () => {
    const response = await open(reader, `/events/stream?lastEventId=${place}`);
    const leave = () => void response.destroy();
    stopped.addEventListener('abort', leave);
    let text = '';
    for await (const part of response.setEncoding('utf8')) {
      const frames = (text + String(part)).split('\n\n');
      text = frames.pop()!;
      for (const frame of frames) {
        place = /^id: (.+)$/m.exec(frame)?.[1] ?? place;
        if (frame.includes('\ndata: ')) note(told, place);
      }
    }
    await pause(50);
  });
  return told;
}

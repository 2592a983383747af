// Follows the stream and prints each event. Node 24, nothing to install:
//   FEED_URL=… TOKEN_URL=… CLIENT_ID=… CLIENT_SECRET=… node follow-stream.ts
import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const { FEED_URL = '', TOKEN_URL = '', CLIENT_ID = '', CLIENT_SECRET = '' } = process.env;
const placeFile = process.env['PLACE_FILE'] ?? 'place.txt';
/** A sign of life comes every 15 seconds; after this silence the line is dead. */
const silenceMs = 45_000;

async function bearer(): Promise<string> {
  const answer = await fetch(TOKEN_URL, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
    }),
  });
  if (!answer.ok) throw new Error(`No token: ${answer.status}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function keepPlace(place: string): Promise<void> {
  await writeFile(`${placeFile}.new`, place);
  await rename(`${placeFile}.new`, placeFile);
}

/** One frame: `id:` where you are, `event:` and `data:` when there is something to take. */
async function take(frame: string): Promise<void> {
  const lines = frame.split('\n').map((line) => /^(\w*): ?(.*)$/.exec(line) ?? []);
  const { id, event, data } = Object.fromEntries(lines.map(([, name, value]) => [name, value]));
  // The reader's rights ended, or its place is gone: `data` says which, and what to do.
  if (event === 'end') throw new Error(data);
  if (data !== undefined) process.stdout.write(`${id} ${event}\n`);
  if (id !== undefined) await keepPlace(id);
}

async function listen(): Promise<void> {
  const place = await readFile(placeFile, 'utf8').catch(() => '');
  const quiet = new AbortController();
  const answer = await fetch(new URL('/events/stream', FEED_URL), {
    headers: {
      authorization: `Bearer ${await bearer()}`,
      ...(place && { 'last-event-id': place }),
    },
    signal: quiet.signal,
  });
  if (answer.status >= 400 && answer.status < 500 && answer.status !== 429)
    throw new Error(await answer.text());
  if (!answer.ok) return;
  const watch = setTimeout(() => quiet.abort(), silenceMs);
  let text = '';
  for await (const part of answer.body!.pipeThrough(new TextDecoderStream())) {
    watch.refresh();
    const frames = (text + part).split('\n\n');
    text = frames.pop() ?? '';
    for (const frame of frames) await take(frame);
  }
  clearTimeout(watch);
}

for (; ; await pause(1_000))
  await listen().catch((error: unknown) => {
    // A line that breaks is a TypeError or an abort; a refusal is not, and somebody has to look.
    const isLine = error instanceof TypeError || (error as Error).name === 'AbortError';
    if (!isLine) throw error;
  });

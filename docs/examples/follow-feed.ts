// Follows the feed and prints each event once it is safely behind. Node 24, nothing to install:
//   FEED_URL=… TOKEN_URL=… CLIENT_ID=… CLIENT_SECRET=… node follow-feed.ts
import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const { FEED_URL = '', TOKEN_URL = '', CLIENT_ID = '', CLIENT_SECRET = '' } = process.env;
const placeFile = process.env['PLACE_FILE'] ?? 'place.txt';
const start = '/events?limit=500&timeout=20000';

let token = { value: '', until: 0 };

async function bearer(): Promise<string> {
  if (Date.now() < token.until) return token.value;
  const answer = await fetch(TOKEN_URL, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
    }),
  });
  if (!answer.ok) throw new Error(`No token: ${answer.status}`);
  const given = (await answer.json()) as { access_token: string; expires_in: number };
  token = { value: given.access_token, until: Date.now() + (given.expires_in - 30) * 1_000 };
  return token.value;
}

/** Doing it twice must be harmless: after a crash the last page comes again. */
function take(event: { id: string; type: string; subject: string }): void {
  process.stdout.write(`${event.id} ${event.type} ${event.subject}\n`);
}

/** The new place replaces the old one at once, or not at all. */
async function keepPlace(place: string): Promise<void> {
  await writeFile(`${placeFile}.new`, place);
  await rename(`${placeFile}.new`, placeFile);
}

async function step(place: string): Promise<string> {
  const headers = { authorization: `Bearer ${await bearer()}` };
  const answer = await fetch(new URL(place, FEED_URL), { headers });
  if (answer.status === 401) token.until = 0;
  if (answer.status === 429 || answer.status === 401 || answer.status >= 500) {
    await pause(Number(answer.headers.get('retry-after') ?? 1) * 1_000);
    return place;
  }
  // 410: what follows is no longer kept. Somebody has to decide where to begin again.
  if (!answer.ok) throw new Error(await answer.text());
  for (const event of (await answer.json()) as Parameters<typeof take>[0][]) take(event);
  const next = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1] ?? place;
  await keepPlace(next);
  return next;
}

let place = await readFile(placeFile, 'utf8').catch(() => start);
for (;;)
  place = await step(place).catch(async (error: unknown) => {
    if (!(error instanceof TypeError)) throw error;
    // The line is down; the place is not lost.
    await pause(2_000);
    return place;
  });

import { readFileSync, statSync } from 'node:fs';
import type { Asked, Counted } from '../checks/recorded-usage.js';

const counter = 'jejaring_gateway_asked_total';

/** What one gateway has counted since it started, from the text of its `/metrics`. */
export function readScrape(text: string, until: Date): Counted {
  const started = /^process_start_time_seconds(?:\{[^}]*\})? ([\d.e+]+)$/m.exec(text);
  if (started === null || !text.includes(`# TYPE ${counter} counter`))
    throw new Error('It is not what a gateway of this version says at /metrics.');
  const lines = text.split('\n').filter((line) => line.startsWith(`${counter}{`));
  return { from: new Date(Number(started[1]) * 1_000), until, asked: lines.map(readLine) };
}

function readLine(line: string): Asked {
  const labels = Object.fromEntries(
    [...line.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  );
  const { operation = '', document = '' } = labels;
  return { operation, document, times: Number(line.slice(line.lastIndexOf(' '))) };
}

/** A file that was kept of it, or the address of a gateway. */
export async function readPlace(place: string): Promise<Counted> {
  try {
    if (!/^https?:/.test(place))
      return readScrape(readFileSync(place, 'utf8'), statSync(place).mtime);
    const until = new Date();
    const response = await fetch(place, { signal: AbortSignal.timeout(10_000) });
    if (!response.ok) throw new Error(`It answers with ${response.status}.`);
    return readScrape(await response.text(), until);
  } catch (error) {
    throw new Error(`${place}: ${(error as Error).message}`, { cause: error });
  }
}

/** All gateways together, of the time in which each of them was counting. */
export function addUp(counts: readonly Counted[]): Counted {
  const times = new Map<string, Asked>();
  for (const { operation, document, times: more } of counts.flatMap(({ asked }) => asked)) {
    const key = `${document} ${operation}`;
    const so = times.get(key)?.times ?? 0;
    times.set(key, { operation, document, times: so + more });
  }
  return {
    from: new Date(Math.max(...counts.map(({ from }) => from.getTime()))),
    until: new Date(Math.min(...counts.map(({ until }) => until.getTime()))),
    asked: [...times.values()],
  };
}

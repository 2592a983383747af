import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** When each event first arrived, by its id; and how many came more than once, or before one of their key. */
export interface Report {
  arrived: [string, number][];
  twice: number;
  outOfOrder: number;
}

const arrived = new Map<string, number>();
const last = new Map<string, string>();
let twice = 0;
let outOfOrder = 0;

function take(endpoint: string, body: string): void {
  const { id, subject, sequence } = JSON.parse(body) as Record<string, string>;
  const known = `${endpoint} ${id}`;
  if (arrived.has(known)) twice += 1;
  else arrived.set(known, Date.now());
  const key = `${endpoint} ${subject}`;
  if ((last.get(key) ?? '') > sequence!) outOfOrder += 1;
  last.set(key, sequence!);
}

/** A receiver in a process of its own, as endpoints are: it reads what it gets and answers 204. */
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    take(request.url ?? '', Buffer.concat(parts).toString());
    response.writeHead(204).end();
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('message', () => {
  process.send?.({ arrived: [...arrived], twice, outOfOrder } satisfies Report);
  arrived.clear();
});
process.on('disconnect', () => process.exit(0));

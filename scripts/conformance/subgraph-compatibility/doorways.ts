import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';

/** Hands everything that comes to a port on to one address: the suite asks at places of its own. */
export async function serveAt(port: number, address: string): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    const handOn = async () => {
      const answer = await fetch(address, await toInit(request));
      const type = answer.headers.get('content-type') ?? 'text/plain';
      response.writeHead(answer.status, { 'content-type': type });
      response.end(await answer.text());
    };
    handOn().catch((error: unknown) => response.writeHead(502).end(String(error)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, resolve);
  });
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

async function toInit(request: IncomingMessage): Promise<RequestInit> {
  if (request.method !== 'POST') return {};
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  return { method: 'POST', headers, body: Buffer.concat(parts) };
}

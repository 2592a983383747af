import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export interface Told {
  request: IncomingMessage;
  response: ServerResponse;
  /** The true answer; a mutation runs when it is asked for. */
  honest(): Promise<string>;
}

/** How a service answers while it is sick. */
export type Lie = (told: Told) => Promise<void> | void;

const json = (response: ServerResponse, status = 200, headers = {}) =>
  response.writeHead(status, { 'content-type': 'application/json', ...headers });

const hugeBytes = 200 * 1024 * 1024;

function pour(response: ServerResponse): void {
  const piece = Buffer.alloc(64 * 1024, 0x20);
  let sent = 0;
  const more = (): void => {
    let room = true;
    while (room && sent < hugeBytes && !response.destroyed) {
      sent += piece.length;
      room = response.write(piece);
    }
    if (sent >= hugeBytes) response.end();
    else if (!response.destroyed) response.once('drain', more);
  };
  more();
}

export const lies = {
  hang: () => undefined,
  slow: async ({ response, honest }) => {
    await pause(600);
    const text = await honest();
    json(response).end(text);
  },
  late: async ({ response, honest }) => {
    await pause(2_600);
    const text = await honest();
    json(response).end(text);
  },
  drip: ({ request, response }) => {
    json(response).write('{"data":');
    const timer = setInterval(() => response.write(' '), 100);
    request.socket.once('close', () => clearInterval(timer));
  },
  'web page': ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>It works</h1>');
  },
  'cut short': async ({ response, honest }) => {
    const text = await honest();
    json(response).end(text.slice(0, Math.floor(text.length / 2)));
  },
  'shorter than announced': async ({ request, response, honest }) => {
    const text = await honest();
    json(response, 200, { 'content-length': text.length + 100 }).write(text);
    await pause(20);
    request.socket.destroy();
  },
  'reset in the middle': async ({ request, response, honest }) => {
    const text = await honest();
    json(response).write(text.slice(0, 5));
    await pause(5);
    request.socket.resetAndDestroy();
  },
  'two hundred megabytes': ({ response }) => {
    json(response);
    pour(response);
  },
  'another shape': ({ response }) => {
    json(response).end('{"data":{"organization":7,"organizations":{},"_entities":"none"}}');
  },
  'fewer entities': ({ response }) => {
    json(response).end('{"data":{"_entities":[]}}');
  },
  'noise instead of HTTP': ({ request }) => {
    request.socket.end(Buffer.from('16030100a50100009f0303deadbeef', 'hex'));
  },
  'error 500': ({ response }) => {
    json(response, 500).end('{"errors":[{"message":"at /srv/app.js:1"}]}');
  },
  'refuses the gateway': ({ response }) => {
    json(response, 401).end('{"errors":[{"message":"who are you?"}]}');
  },
  'no room': ({ response }) => {
    json(response, 503, { 'retry-after': '1' }).end('{}');
  },
} satisfies Record<string, Lie>;

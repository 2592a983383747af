import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Span } from './shares.js';

/*
 * Loaded into each process of a stack that is measured (`--import`), and into nothing else: it notes from when to
 * when a request, a call to a service and a statement were under way. Its clock is the machine's, which all
 * processes share.
 */
const folder = process.env['JEJARING_PROBE_FOLDER'];
const main = process.argv[1] ?? '';
const role = main.endsWith('gateway/dist/main.js')
  ? 'gateway'
  : /services\/[^/]+\/dist\/main\.js$/.test(main)
    ? 'service'
    : null;

const nowUs = () => Number(process.hrtime.bigint() / 1_000n);

let noted: string[] = [];
const note = (layer: Span['layer'], from: number) =>
  void noted.push(JSON.stringify({ layer, from, to: nowUs() } satisfies Span));

function flushTo(file: string): void {
  setInterval(() => {
    if (noted.length === 0) return;
    appendFileSync(file, noted.join('\n') + '\n');
    noted = [];
  }, 100).unref();
}

// What a service does beside requests (relaying, sealing, looking after its tables) is no part of any.
const inRequest = new AsyncLocalStorage<true>();

function watchRequests(layer: Span['layer']): void {
  const began = new WeakMap<object, number>();
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (request.method !== 'POST' || !request.url?.startsWith('/graphql')) return;
    began.set(response, nowUs());
    inRequest.enterWith(true);
  });
  subscribe('http.server.response.finish', (message) => {
    const from = began.get((message as { response: object }).response);
    if (from !== undefined) note(layer, from);
  });
}

function watchCalls(): void {
  const began = new WeakMap<object, number>();
  subscribe('undici:request:create', (message) => {
    const { request } = message as { request: { method: string } };
    if (request.method === 'POST') began.set(request, nowUs());
  });
  subscribe('undici:request:trailers', (message) => {
    const from = began.get((message as { request: object }).request);
    if (from !== undefined) note('call', from);
  });
}

type Query = (...given: unknown[]) => unknown;

function watchStatements(): void {
  const require = createRequire(main);
  const { Client } = require('pg') as { Client: { prototype: { query: Query } } };
  const { query } = Client.prototype;
  Client.prototype.query = function watched(this: unknown, ...given) {
    const from = nowUs();
    const answer = query.apply(this, given);
    if (inRequest.getStore() === undefined || !(answer instanceof Promise)) return answer;
    const end = () => note('sql', from);
    answer.then(end, end);
    return answer;
  };
}

if (folder !== undefined && role !== null) {
  flushTo(path.join(folder, `${process.pid}.ndjson`));
  watchRequests(role);
  if (role === 'gateway') watchCalls();
  else watchStatements();
}

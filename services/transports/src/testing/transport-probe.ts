import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { EventRecord, ReceivedRecord } from '../transport.js';
import type { ChildOrder } from './transport-child.js';

const patienceMs = 45_000;

export function freshName(kind: string): string {
  return `${kind}-${randomBytes(5).toString('hex')}`;
}

/** Records of several keys in turn; each value says its place among the records of its key. */
export function aSeries(from: {
  topic: string;
  keys: number;
  perKey: number;
  firstPlace?: number;
}): EventRecord[] {
  const { topic, keys, perKey, firstPlace = 0 } = from;
  return Array.from({ length: keys * perKey }, (_, index) => ({
    topic,
    key: `key-${index % keys}`,
    headers: { id: randomUUID() },
    value: String(firstPlace + Math.floor(index / keys)),
    timestamp: Date.now(),
  }));
}

/** A handler that remembers. */
export class Receiver {
  readonly records: ReceivedRecord[] = [];

  readonly handler = (records: readonly ReceivedRecord[]): Promise<void> => {
    this.records.push(...records);
    return Promise.resolve();
  };

  ids(): Set<string> {
    return idsOf(this.records);
  }
}

export function idsOf(records: readonly EventRecord[]): Set<string> {
  return new Set(records.map(({ headers }) => headers['id'] ?? ''));
}

/** The places of each key's records in the order of their first arrival. */
export function placesByKey(records: readonly EventRecord[]): Record<string, number[]> {
  const seen = new Set<string>();
  const places: Record<string, number[]> = {};
  for (const { key, headers, value } of records) {
    const id = headers['id'] ?? '';
    if (seen.has(id)) continue;
    seen.add(id);
    (places[key] ??= []).push(Number(value));
  }
  return places;
}

/** What `placesByKey` gives when nothing is missing and every key is in order. */
export function completePlaces(keys: number, perKey: number): Record<string, number[]> {
  const places = Array.from({ length: perKey }, (_, place) => place);
  return Object.fromEntries(Array.from({ length: keys }, (_, key) => [`key-${key}`, places]));
}

export async function until(what: string, condition: () => boolean): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await pause(20);
  }
}

/** Publishes as the outbox relay does: again and again until it is acknowledged. */
export async function persist(publish: () => Promise<void>): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return await publish();
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(200);
    }
  }
}

/** Runs a process until it says that it has done what it was told, then kills it outright. */
export async function killWhenDone(order: ChildOrder, done: string): Promise<void> {
  const hooks = new URL('typescript-hooks.mjs', import.meta.url).href;
  const script = fileURLToPath(new URL('transport-child.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', hooks, script, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  try {
    await lineStartingWith(child, done);
  } finally {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
}

async function lineStartingWith(child: ChildProcess, start: string): Promise<void> {
  if (!child.stdout) throw new Error('The child has no output.');
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith(start)) return;
  }
  throw new Error(`The child ended without saying "${start}".`);
}

import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { contractsByType } from '@jejaring/schema/events/contracts';
import { keepEvents } from '../intake/keep-events.js';
import type { Egress } from '../webhook/egress.js';
import { claim } from './claim.js';
import { asDispatcher, fanOut } from './fan-out.js';
import { settle } from './settle.js';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  event: { id: string; subject: string; sequence: string; type: string };
}

/** An endpoint on this machine that keeps what it gets and answers as it is told. */
export async function anEndpoint(
  answer: (received: Received, response: ServerResponse) => void = (_received, response) =>
    response.writeHead(204).end(),
) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const event = (body === '' ? null : JSON.parse(body)) as Received['event'];
      const one = { path: request.url ?? '', headers: request.headers, body, event };
      if (request.method === 'POST') received.push(one);
      answer(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/in`,
    received,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

const sequences = new Map<string, number>();

/** Events as the intake keeps them, in the order that they are given. */
export async function keep(
  service: TestService,
  said: readonly { type?: string; key: string; region?: string | null }[],
): Promise<string[]> {
  const events = said.map(({ type = 'training.certificate.issued.v1', key, region = '32.79' }) => {
    const sequence = (sequences.get(key) ?? 0) + 1;
    sequences.set(key, sequence);
    const time = new Date();
    const meta = {
      id: randomUUID(),
      type,
      key,
      time,
      recordedTime: time,
      sequence,
      epoch: 1,
      region,
    };
    return { meta, data: JSON.stringify(contractsByType.get(type)!.sample) };
  });
  await service.asSystem((work) => keepEvents(work, 'jejaring.training', events as never));
  return events.map(({ meta }) => meta.id);
}

/** Makes deliveries of everything that the feed holds. */
export async function fanOutAll(service: TestService): Promise<void> {
  while (await fanOut(service.database));
}

/** One turn of the dispatcher: what is due is sent and recorded. Answers how many were. */
export async function turn(service: TestService, egress: Egress): Promise<number> {
  const claimed = await service.database.inWork(asDispatcher, (work) => claim(work, 1_000));
  const tried = await Promise.all(
    claimed.map(async (one) => {
      const headers = one.sign(one.eventId, new Date(), one.body);
      const { endpoint, body } = one;
      const answer = await egress.send({ method: 'POST', endpoint, headers, body });
      return { ...answer, claimed: one, at: service.clock.now() };
    }),
  );
  if (tried.length > 0) await service.database.inWork(asDispatcher, (work) => settle(work, tried));
  return tried.length;
}

/** Turns until nothing is due. */
export async function turns(service: TestService, egress: Egress): Promise<void> {
  while ((await turn(service, egress)) > 0);
}

export async function until(what: string, is: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 30_000;
  while (!(await is())) {
    if (Date.now() > end) throw new Error(`Not in time: ${what}.`);
    await pause(20);
  }
}

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { accountOf } from '@jejaring/chassis/work/standing';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestClaims } from '../door/callers.fixture.js';
import type { TestHub } from '../door/doors.fixture.js';
import { accepted, startTestHub } from '../door/doors.fixture.js';

let hub: TestHub;
let open: AbortController;
beforeAll(async () => {
  hub = await startTestHub({ beatMs: 100 });
});
beforeEach(async () => {
  open = new AbortController();
  await hub.service.rows('delete from feed_event');
  await hub.service.rows('delete from standing');
});
afterEach(() => open.abort());
afterAll(() => hub?.stop());

interface Frame {
  id?: string;
  event?: string;
  data?: string;
}

/** Frames of a stream as they come, until it ends; a comment alone is an empty one. */
async function* framesOf(response: Response): AsyncGenerator<Frame> {
  let text = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    for (let end = text.indexOf('\n\n'); end !== -1; end = text.indexOf('\n\n')) {
      const lines = text.slice(0, end).split('\n');
      text = text.slice(end + 2);
      yield Object.fromEntries(
        lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
    }
  }
}

async function listen(path = '/events/stream', claims: TestClaims = {}, lastEventId?: string) {
  const authorization = `Bearer ${await hub.tokens.token({ region: '32.79', ...claims })}`;
  const headers = { authorization, ...(lastEventId ? { 'last-event-id': lastEventId } : {}) };
  const response = await fetch(hub.url + path, { headers, signal: open.signal });
  expect(response.status).toBe(200);
  return framesOf(response);
}

/** The next frame that holds an event, a last word, or, where wanted, a place. */
async function next(frames: AsyncGenerator<Frame>, wanted: 'data' | 'id' = 'data'): Promise<Frame> {
  for (;;) {
    const { value, done } = (await frames.next()) as IteratorResult<Frame, undefined>;
    if (done === true) return {};
    if (wanted in value) return value;
  }
}

describe('a stream', () => {
  test('tells what is kept, with its id and its type, as CloudEvents', async () => {
    const first = await hub.keep();
    const frames = await listen();
    const told = await next(frames);
    const second = hub.keep();

    expect(told).toMatchObject({ id: first, event: 'awards.award.granted.v1' });
    expect(JSON.parse(told.data!)).toMatchObject({ specversion: '1.0', id: first });
    expect((await next(frames)).id).toBe(await second);
  });

  // Without the walls of region and audience these readers hear of all four.
  test('tells only of the region and the types of its reader', async () => {
    await hub.keep({ region: '36.04' });
    await hub.keep({ type: accepted });
    await hub.keep({ region: '' });
    const id = await hub.keep();

    expect((await next(await listen(undefined, { role: 'SYSTEM_SUBSCRIBER' }))).id).toBe(id);
    const nobody = await hub.ask('/events/stream', null);
    expect([nobody.status, nobody.headers.get('content-type')]).toEqual([
      401,
      'application/problem+json; charset=utf-8',
    ]);
  });

  test('goes on from where its reader was', async () => {
    const [first, second] = [await hub.keep(), await hub.keep()];
    expect((await next(await listen(undefined, {}, first))).id).toBe(second);
    expect((await next(await listen(`/events/stream?lastEventId=${first}`))).id).toBe(second);
  });

  test('gives signs of life that move the reader on over what does not concern it', async () => {
    const frames = await listen('/events/stream?types=awards.award.revoked.v1');
    await hub.keep();
    await hub.keep();
    let place = (await next(frames, 'id')).id;
    const { headers } = await hub.ask('/events?limit=1000');
    const end = /lastEventId=(at-[0-9a-z-]+)/.exec(headers.get('link')!)![1];
    while (place !== end) place = (await next(frames, 'id')).id;

    expect(place).toBe(end);
  });

  test('ends with a word when the token does', async () => {
    const frames = await listen(undefined, { lasts: -9 });
    const last = await next(frames);

    expect([last.event, JSON.parse(last.data!)]).toMatchObject([
      'end',
      { status: 401, code: 'UNAUTHENTICATED' },
    ]);
    expect(await frames.next()).toMatchObject({ done: true });
  });

  test('ends with a word when the appointment does', async () => {
    await hub.service.rows(
      `insert into standing (appointment_id, account, role, region_code, valid_from)
       values ($1, $2, 'DINSOS_REGENCY_STAFF', '32.79', '2020-01-01')`,
      [randomUUID(), accountOf('seated')],
    );
    const id = await hub.keep();
    const frames = await listen(undefined, { sub: 'seated' });
    expect((await next(frames)).id).toBe(id);
    await hub.service.rows(`update standing set valid_to = '2026-01-01'`);
    await hub.keep();
    const last = await next(frames);

    expect([last.event, JSON.parse(last.data!)]).toMatchObject([
      'end',
      { status: 403, code: 'NOT_A_SUBSCRIBER' },
    ]);
  });

  test('is refused before it begins where its place is gone or malformed', async () => {
    const statuses = [];
    for (const query of [`lastEventId=${randomUUID()}`, 'lastEventId=x', 'timeout=5', 'limit=5'])
      statuses.push((await hub.ask(`/events/stream?${query}`)).status);
    expect(statuses).toEqual([410, 400, 400, 400]);
  });

  test('holds nothing back for a reader that takes nothing, and loses nothing of it', async () => {
    const path = '/events/stream?types=awards.award.granted.v1';
    await hub.service.rows(
      `insert into feed_event (position, event_id, type, topic, key, epoch, sequence, region_code, occurred_at, recorded_at, event)
       select (select next_position from feed_head) + n, gen_random_uuid(), 'awards.award.granted.v1', 'many', n, 1, 1, '32.79', now(), now(),
         json_build_object('filling', repeat('x', 1000))::text
       from generate_series(0, 19999) n`,
    );
    await hub.service.rows('update feed_head set next_position = next_position + 20000');
    const { hostname, port } = new URL(hub.url);
    const socket = connect(Number(port), hostname);
    socket.pause();
    const authorization = `Bearer ${await hub.tokens.token({ region: '32.79' })}`;
    socket.write(`GET ${path} HTTP/1.1\r\nhost: hub\r\nauthorization: ${authorization}\r\n\r\n`);
    const before = await hub.streamed();
    let given = 0;
    let last = -1;
    for (; given === 0 || given !== last; await pause(500)) {
      last = given;
      given = (await hub.streamed()) - before;
    }
    // What the line itself holds, and a page; the rest of the twenty megabytes stays in the feed.
    expect(given).toBeLessThan(20_000);
    let got = 0;
    let tail = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      const text = tail + chunk;
      got += text.split('\ndata: ').length - 1;
      tail = text.slice(-7);
    });
    socket.resume();
    for (let tries = 0; got < 20_000 && tries < 1_000; tries += 1) await pause(20);
    socket.destroy();

    expect(got).toBe(20_000);
  });
});

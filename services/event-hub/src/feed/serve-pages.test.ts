import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { accountOf } from '@jejaring/chassis/work/standing';
import { randomUUID } from 'node:crypto';
import type { TestClaims } from '../door/callers.fixture.js';
import type { TestHub } from '../door/doors.fixture.js';
import { accepted, startTestHub } from '../door/doors.fixture.js';
import { forgetOldEvents } from './retention.service.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
beforeEach(async () => {
  await hub.service.rows('delete from feed_event');
  await hub.service.rows('delete from standing');
  await hub.service.rows('update feed_head set forgotten_position = 0');
});
afterAll(() => hub?.stop());

const regency = { region: '32.79' };
const ministry = { role: 'KEMENSOS_STAFF', region: 'ID' };

async function idsOf(path: string, claims: TestClaims = regency): Promise<string[]> {
  const response = await hub.ask(path, claims);
  expect(response.status).toBe(200);
  return ((await response.json()) as { id: string }[]).map(({ id }) => id);
}
async function refusalOf(path: string, claims: TestClaims | null = regency) {
  const response = await hub.ask(path, claims);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  const { code, message } = (await response.json()) as { code: string; message: object };
  expect(Object.keys(message)).toEqual(['en', 'id']);
  return [response.status, code];
}
const next = (response: Response) => /<(.+)>; rel="next"/.exec(response.headers.get('link')!)![1]!;

describe('who may read the feed', () => {
  test('is nobody without a token, and nobody who does not subscribe', async () => {
    await hub.keep();

    expect(await refusalOf('/events', null)).toEqual([401, 'UNAUTHENTICATED']);
    for (const role of ['PUBLIC', 'KT_OFFICER', 'AUDITOR', 'SOCIAL_WORKER'])
      expect(await refusalOf('/events', { role, region: '32.79' })).toEqual([
        403,
        'NOT_A_SUBSCRIBER',
      ]);
    expect(await refusalOf('/events', { role: 'SYSTEM_SUBSCRIBER' })).toEqual([403, 'NO_REGION']);
    expect(await refusalOf('/events', { region: '32.79', lasts: -60 })).toEqual([
      401,
      'UNAUTHENTICATED',
    ]);
  });

  // Without the wall of the region (the policy of `feed_event`) all four answers are all events.
  test('reads of their own region alone, and of the nation what has no place', async () => {
    const [banjar, ciamis, banten, nowhere] = [
      await hub.keep({ region: '32.79.04.2006' }),
      await hub.keep({ region: '32.07' }),
      await hub.keep({ region: '36.04' }),
      await hub.keep({ region: '' }),
    ];

    expect(await idsOf('/events')).toEqual([banjar]);
    const province = { role: 'DINSOS_PROVINCE_STAFF', region: '32' };
    expect(await idsOf('/events', province)).toEqual([banjar, ciamis]);
    expect(await idsOf('/events', ministry)).toEqual([banjar, ciamis, banten, nowhere]);
    expect(await idsOf('/events?region=32.79', ministry)).toEqual([banjar]);
    expect(await refusalOf('/events?region=32.07')).toEqual([403, 'REGION_NOT_YOURS']);
    expect(await refusalOf('/events?region=32')).toEqual([403, 'REGION_NOT_YOURS']);
  });

  // Without the wall of the audience (`typesTold`) the ministry and systems read of cases.
  test('reads of cases only in an office of their place', async () => {
    const id = await hub.keep({ type: accepted });

    expect(await idsOf('/events')).toEqual([id]);
    expect(await idsOf('/events', ministry)).toEqual([]);
    expect(await idsOf('/events', { role: 'SYSTEM_SUBSCRIBER', region: '32.79' })).toEqual([]);
    expect(await refusalOf('/events?types=welfare-cases.case.*', ministry)).toEqual([
      403,
      'TYPE_NOT_YOURS',
    ]);
  });

  test('is judged by the appointment, where the register knows the person', async () => {
    await hub.keep();
    await hub.service.rows(
      `insert into standing (appointment_id, account, role, region_code, valid_from, valid_to)
       values ($1, $2, 'DINSOS_REGENCY_STAFF', '32.79', '2020-01-01', '2026-01-01')`,
      [randomUUID(), accountOf('unseated')],
    );

    expect(await refusalOf('/events', { ...regency, sub: 'unseated' })).toEqual([
      403,
      'NOT_A_SUBSCRIBER',
    ]);
  });

  test('is no page of another origin', async () => {
    const response = await hub.ask('/events', regency, { origin: 'https://elsewhere.example' });
    const names = [...response.headers.keys()];
    expect(names.filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('a page of the feed', () => {
  test('is what follows the last id, in order, as CloudEvents', async () => {
    const ids = [await hub.keep(), await hub.keep(), await hub.keep()];
    const response = await hub.ask('/events?limit=2');

    expect(response.headers.get('content-type')).toBe(
      'application/cloudevents-batch+json; charset=utf-8',
    );
    expect(await response.json()).toMatchObject([
      { specversion: '1.0', id: ids[0], type: 'awards.award.granted.v1', region: '32.79' },
      { id: ids[1] },
    ]);
    expect(await idsOf(`/events?lastEventId=${ids[1]}`)).toEqual([ids[2]]);
    expect(await idsOf(next(response))).toEqual([ids[2]]);
    expect(await idsOf(`/events?lastEventId=${ids[2]}`)).toEqual([]);
  });

  test('has only the types that were asked for', async () => {
    await hub.keep();
    const id = await hub.keep({ type: accepted });

    expect(await idsOf('/events?types=welfare-cases.*')).toEqual([id]);
    expect(await idsOf(`/events?types=awards.award.granted.v1,${accepted.type}`)).toHaveLength(2);
  });

  test('begins at a time, by when it was recorded or when it happened', async () => {
    const [first, second] = [await hub.keep(), await hub.keep()];
    await hub.service.rows(
      `update feed_event set occurred_at = '2014-06-25', recorded_at = '2026-03-01', kept_at = '2026-03-01'
       where event_id = $1`,
      [first],
    );
    await hub.service.rows(`update feed_event set occurred_at = '2014-01-01' where event_id = $1`, [
      second,
    ]);

    expect(await idsOf('/events?from=2026-04-01')).toEqual([second]);
    expect(await idsOf('/events?from=2026-02-01T00:00:00Z')).toEqual([first, second]);
    expect(await idsOf('/events?from=2014-02-01&by=occurred')).toEqual([first]);
  });

  test('is not sent again to whoever has it', async () => {
    await hub.keep();
    const first = await hub.ask('/events');
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(first.headers.get('vary')).toContain('authorization');

    const headers = { 'if-none-match': etag };
    expect((await hub.ask('/events', regency, headers)).status).toBe(304);
    await hub.keep();
    expect((await hub.ask('/events', regency, headers)).status).toBe(200);
    expect((await hub.ask('/events', { region: '32' }, headers)).status).toBe(200);
  });

  test.each([
    ['lastEventId=seven', 'lastEventId'],
    ['lastEventId=at-zzzzzzzzzzzz', 'lastEventId'],
    ['limit=0', 'limit'],
    ['limit=1001', 'limit'],
    ['limit=ten', 'limit'],
    ['timeout=30001', 'timeout'],
    ['timeout=-1', 'timeout'],
    ['types=Awards', 'types'],
    ['region=3279', 'region'],
    ['from=yesterday', 'from'],
    ['from=2026-13-01', 'from'],
    ['by=occurred', 'from'],
    ['from=2026-01-01&by=heard', 'by'],
    ['limit=1&limit=2', 'limit'],
    ['lastEventID=null', undefined],
  ])('refuses %s', async (query, parameter) => {
    const response = await hub.ask(`/events?${query}`);
    const body = (await response.json()) as { code: string; parameter?: string };
    expect([response.status, body.code, body.parameter]).toEqual([400, 'MALFORMED', parameter]);
  });

  test('refuses a type that there is not, without repeating what was sent', async () => {
    const response = await hub.ask('/events?types=awards.prize.given.v1');
    const text = await response.text();
    expect([response.status, text.includes('TYPE_UNKNOWN'), text.includes('prize')]).toEqual([
      400,
      true,
      false,
    ]);
  });

  test('is refused where what follows is no longer kept whole', async () => {
    const [old, older, kept] = [await hub.keep(), await hub.keep(), await hub.keep()];
    await hub.service.rows(
      `update feed_event set kept_at = '2020-01-01' where event_id = any($1)`,
      [[old, older]],
    );
    const before = next(await hub.ask('/events?limit=1'));
    await hub.service.asSystem((work) => forgetOldEvents.act(work));

    expect(await refusalOf(`/events?lastEventId=${old}`)).toEqual([410, 'PLACE_GONE']);
    expect(await refusalOf(before)).toEqual([410, 'PLACE_GONE']);
    expect(await refusalOf('/events?lastEventId=at-1-zzzzzz')).toEqual([410, 'PLACE_GONE']);
    expect(await idsOf('/events')).toEqual([kept]);
  });

  test('cannot be asked from an event that the reader may not see', async () => {
    const foreign = await hub.keep({ region: '36.04' });
    expect(await refusalOf(`/events?lastEventId=${foreign}`)).toEqual([410, 'PLACE_GONE']);
  });
});

describe('whoever waits', () => {
  test('is answered as soon as something concerns them, and not by what does not', async () => {
    const waiting = hub.ask('/events?timeout=20000').then((response) => response.json());
    let isAnswered = false;
    void waiting.then(() => (isAnswered = true));
    await hub.keep({ region: '36.04' });
    await hub.ask('/events');
    expect(isAnswered).toBe(false);
    const id = await hub.keep();

    expect(await waiting).toMatchObject([{ id }]);
  });

  test('is answered with nothing when the time is over', async () => {
    expect(await idsOf('/events?timeout=50')).toEqual([]);
  });

  test('goes on behind what was looked through in vain', async () => {
    for (const _each of [1, 2, 3]) await hub.keep({ region: '36.04' });
    const response = await hub.ask('/events');
    const id = await hub.keep();

    expect(await response.json()).toEqual([]);
    expect(await idsOf(next(response))).toEqual([id]);
  });

  test('leaves when the process is told to stop, and nobody comes in any more', async () => {
    const doors = await hub.another();
    const authorization = `Bearer ${await hub.tokens.token(regency)}`;
    const get = (path: string) => fetch(doors.url + path, { headers: { authorization } });
    const waiting = get('/events?timeout=30000');
    await get('/events');
    await doors.stop();

    expect(await (await waiting).json()).toEqual([]);
  });
});

describe('how much is asked', () => {
  test('is told in headers, and refused above what one may ask', async () => {
    const doors = await hub.another({ perMinute: 2 });
    const authorization = `Bearer ${await hub.tokens.token(regency)}`;
    const get = () => fetch(`${doors.url}/events`, { headers: { authorization } });
    const answers = [await get(), await get(), await get()];
    await doors.stop();

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers[0]!.headers.get('ratelimit')).toMatch(/^"requests";r=1;t=\d+$/);
    expect(Number(answers[2]!.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('is bounded in requests that are open at a time', async () => {
    const doors = await hub.another({ mostReaders: 1 });
    const authorization = `Bearer ${await hub.tokens.token(regency)}`;
    const get = (path: string) => fetch(doors.url + path, { headers: { authorization } });
    const waiting = get('/events?timeout=20000');
    let refused = await get('/events');
    for (let tries = 0; refused.status === 200 && tries < 100; tries += 1)
      refused = await get('/events');
    await doors.stop();
    await waiting;

    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
  });
});

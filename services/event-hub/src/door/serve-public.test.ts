import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { TestHub } from './doors.fixture.js';
import { granted, startTestHub } from './doors.fixture.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub?.stop());

describe('what anybody may read', () => {
  test('is the page of all events, and the same for programs', async () => {
    const page = await hub.ask('/', null);
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(await page.text()).toContain(granted.type);
    const asyncapi = (await (await hub.ask('/asyncapi.json', null)).json()) as { asyncapi: string };
    expect(asyncapi.asyncapi).toMatch(/^3\./);
  });

  test('is the schema under the address that each event names', async () => {
    await hub.keep();
    const [event] = (await (await hub.ask('/events')).json()) as { dataschema: string }[];
    const response = await hub.ask(new URL(event!.dataschema).pathname, null);

    expect(await response.json()).toMatchObject({ $id: event!.dataschema, title: granted.type });
    expect(response.headers.get('cache-control')).toBe('public, max-age=3600');
    const again = { 'if-none-match': response.headers.get('etag')! };
    const repeated = await hub.ask(new URL(event!.dataschema).pathname, null, again);
    expect(repeated.status).toBe(304);
  });

  test('is no schema that there is not, and no other file', async () => {
    const statuses = [];
    for (const path of ['nothing.v1.json', '..%2f..%2fpackage.json', 'awards.award.granted.v1'])
      statuses.push((await hub.ask(`/schema/events/${path}`, null)).status);
    expect(statuses).toEqual([404, 404, 404]);
  });
});

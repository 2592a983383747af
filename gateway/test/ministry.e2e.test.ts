import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import type { Outcome } from './federation.fixture.js';
import { eventually, findFederation } from './federation.fixture.js';
import { aRegisteredOrganization } from './registered.fixture.js';

const federation = findFederation();
const ministry = { role: 'SYSTEM_SUBSCRIBER', region: 'ID' };

interface Sent {
  id: string;
  body: string;
  headers: Record<string, string>;
}
const sent: Sent[] = [];
const receiver = createServer((request, response) => {
  if (request.method === 'OPTIONS') {
    const origin = String(request.headers['webhook-request-origin']);
    response.writeHead(200, { 'WebHook-Allowed-Origin': origin }).end();
    return;
  }
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const headers = request.headers as Record<string, string>;
    sent.push({ id: headers['webhook-id']!, body: Buffer.concat(parts).toString(), headers });
    response.writeHead(204).end();
  });
});
beforeAll(async () => {
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void receiver.close());

interface Issued extends Outcome {
  subscription: { id: string; version: number };
  secrets: { secret: string }[];
}

async function subscribe(): Promise<Issued> {
  const { port } = receiver.address() as AddressInfo;
  const facts = {
    name: 'Kemensos, ujian',
    endpoint: `http://127.0.0.1:${port}/events`,
    types: ['organizations.organization.registered.v1'],
    mode: 'ORDERED',
    idempotencyKey: crypto.randomUUID(),
  };
  const { data, errors } = await federation.ask<{ createEventSubscription: Issued }>(
    `mutation ($input: CreateEventSubscriptionInput!) { createEventSubscription(input: $input) {
      __typename ... on IssuedEventSubscription { subscription { id version } secrets { secret } } } }`,
    { input: facts },
    ministry,
  );
  expect(errors).toEqual([]);
  return data.createEventSubscription;
}

const stateOf = async (id: string) => {
  const { data } = await federation.ask<{ eventSubscription: { status: string; version: number } }>(
    'query ($id: ID!) { eventSubscription(id: $id) { status version } }',
    { id },
    ministry,
  );
  return data.eventSubscription;
};

describe('a ministry', () => {
  test('is sent what a command at the gateway brought about, signed, once it has agreed', async () => {
    const { subscription, secrets } = await subscribe();
    const { id } = subscription;
    await eventually(
      () => stateOf(id),
      ({ status }) => status === 'ACTIVE',
    );

    const registered = await aRegisteredOrganization(federation, '32.09.05.2003');
    const [one] = await eventually(
      async () => sent.filter(({ body }) => body.includes(registered.id)),
      ({ length }) => length > 0,
    );

    const verified = new Webhook(secrets[0]!.secret).verify(one!.body, one!.headers);
    expect(verified).toMatchObject({
      id: one!.id,
      type: 'organizations.organization.registered.v1',
      subject: registered.id,
      region: '32.09.05.2003',
    });
    const { version } = await stateOf(id);
    const ended = { id, expectedVersion: version };
    await federation.command('endEventSubscription', ministry, ended, {
      type: 'EventSubscription',
    });
  });

  test('sees the traffic of events come to rest in every service', async () => {
    const services = ['organizations', 'welfareCases', 'training', 'awards', 'eventHub'];
    const asked = services.map((name) => `${name} { waiting behind parked { totalCount } }`);
    const rest = { waiting: 0, behind: 0, parked: { totalCount: 0 } };

    const traffic = await eventually(
      async () => {
        const claims = { role: 'KEMENSOS_STAFF', region: 'ID' };
        const query = `{ eventTraffic { ${asked.join(' ')} } }`;
        const { data } = await federation.ask<{ eventTraffic: object }>(query, {}, claims);
        return data.eventTraffic;
      },
      (found) => Object.values(found).every((one: typeof rest) => one.waiting + one.behind === 0),
      40_000,
    );

    expect(traffic).toEqual(Object.fromEntries(services.map((name) => [name, rest])));
  });
});

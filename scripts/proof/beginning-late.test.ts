import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startRelay } from '@jejaring/transports/relay';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { createLogger } from '@jejaring/chassis/process/log';
import { createMetrics } from '@jejaring/chassis/process/metrics';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { writeAll, writeDue } from '@jejaring/register/snapshots/snapshots.service';
import type { EventReader } from '@jejaring/transports/reader';
import { withOwnKafka } from '@jejaring/transports/testing/own-broker.fixture';
import type { EventTransport } from '@jejaring/transports/transport';
import pg from 'pg';
import { organizations } from '@jejaring/organizations/service';
import { anOrganization } from '@jejaring/organizations/organization/organization.fixture';
import type { Line } from './line.fixture.js';
import { openKafka, openLog, until } from './line.fixture.js';
import { Subscriber } from './subscriber.fixture.js';

const events = 'jejaring.organizations';
const snapshots = 'jejaring.organizations.snapshot';
const places = Array.from({ length: 60 }, (_none, at) => `32.79.04.${2001 + at}`);
const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const head = aCaller({ role: 'DINSOS_REGENCY_HEAD', region: '32.79' });

let service: TestService;
beforeAll(async () => {
  service = await startTestService(organizations);
  await service.rows(
    `insert into region (code, name, search_name, bare_name, level, kind, parent_code, path, dataset_version)
     select code, code, code, code, 'VILLAGE', 'DESA', null, code, 'test' from unnest($1::text[]) as code`,
    [['32', '32.79', '32.79.04', ...places]],
  );
});
afterAll(() => service?.stop());
beforeEach(() => service.rows('delete from outbox'));

interface Known {
  id: string;
  version: number;
  status: string;
}

type Step = [mutation: string, type: string, facts?: object];
const decree = { decreeNumber: '188/17/2026' };
const steps: Record<string, Step[]> = {
  SUBMITTED: [
    ['verifyRegistration', 'OrganizationStepInput'],
    ['rejectRegistration', 'RejectRegistrationInput', { ground: 'DUPLICATE' }],
  ],
  ACTIVE: [
    ['markOrganizationDormant', 'OrganizationStepInput'],
    ['suspendOrganization', 'OrganizationDecreeInput', decree],
    ['dissolveOrganization', 'OrganizationDecreeInput', decree],
  ],
  DORMANT: [['reactivateOrganization', 'OrganizationStepInput']],
  SUSPENDED: [['liftSuspension', 'OrganizationStepInput']],
};

/** Leads an organization one step on, by the graph; one that has come to its end stays as it is. */
async function leadOn(known: Known, turn: number): Promise<Known> {
  const possible = steps[known.status];
  if (possible === undefined) return known;
  // Most come to their end late, so that there is something to say until then.
  const [mutation, type, facts = {}] = possible[turn % 7 === 6 ? possible.length - 1 : 0]!;
  const input = { id: known.id, expectedVersion: known.version, idempotencyKey: randomUUID() };
  const { data, errors } = await service.ask<Record<string, Known>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on Organization { id version status } } }`,
    { input: { ...input, ...facts } },
    type === 'OrganizationDecreeInput' || mutation === 'liftSuspension' ? head : staff,
  );
  expect(errors).toEqual([]);
  expect(data[mutation]).toMatchObject({ __typename: 'Organization', id: known.id });
  return data[mutation]!;
}

async function lead(many: Known[], turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1)
    for (const [at, known] of many.entries()) many[at] = await leadOn(known, turn + at);
}

async function register(count: number): Promise<Known[]> {
  const made = await Promise.all(
    places.splice(0, count).map((regionCode) => anOrganization(service, { regionCode })),
  );
  return made.map(({ id, version, status }) => ({ id: encodeId('org', id), version, status }));
}

/** What the running service does: the relay sends, the chore writes snapshots. */
function runSpine(transport: EventTransport) {
  const relay = startRelay({
    databaseUrl: service.ownerUrl,
    transport,
    logger: createLogger('test', 'silent'),
    metrics: createMetrics('test'),
  });
  service.database.onPublished(relay.wake);
  let running = true;
  const writing = (async () => {
    while (running) {
      await service.asSystem((work) => writeDue(work, organizations.snapshots));
      await pause(20);
    }
  })();
  return async () => {
    running = false;
    await writing;
    await relay.stop();
  };
}

/** Begins late: hears both topics from now on, then reads the snapshots that were there before. */
async function beginLate(reader: EventReader): Promise<Subscriber> {
  const late = new Subscriber();
  let hears = false;
  await reader.follow(
    { topics: [events, snapshots], backlog: 0 },
    {
      onBegin: () => undefined,
      onRecords: (records) => late.take(records),
      onAlive: () => (hears = true),
      onLost: () => undefined,
    },
  );
  await until('it hears', () => hears);
  const ranges = await reader.ranges([snapshots]);
  const stretches = new Map(
    ranges.map(({ partition, next }) => [partition, { after: '-1', before: next }]),
  );
  for await (const records of reader.readBetween(snapshots, stretches)) late.take(records);
  return late;
}

const sorted = (states: ReadonlyMap<string, unknown>) =>
  [...states]
    .filter(([, state]) => state !== null)
    .sort(([one], [other]) => (one < other ? -1 : 1));

function testBeginning(open: () => Promise<Line>): void {
  test('who begins with snapshots, while much goes on, knows what one knows who heard everything', async () => {
    const line = await open();
    const transport = line.transport('organizations');
    const reader = line.reader('late');
    await transport.ensureTopics([
      { topic: events, partitions: 3, retentionDays: 30 },
      { topic: snapshots, partitions: 3, compacted: true },
    ]);
    const early = new Subscriber();
    await transport.subscribe({ group: 'early', topics: [events] }, async (records) =>
      early.take(records),
    );
    const stopSpine = runSpine(transport);
    const many = await register(12);

    await lead(many, 5);
    const goesOn = lead(many, 10);
    const late = await beginLate(reader);
    await goesOn;
    await until('all is sent and noted', async () => {
      const [left] = await service.rows<{ count: number }>(
        'select ((select count(*) from outbox) + (select count(*) from snapshot_due))::integer as count',
      );
      return left!.count === 0;
    });
    await until('both have heard all', () => late.early.size === 0 && isEqual(early, late));

    expect(sorted(late.states)).toEqual(sorted(early.states));
    expect(sorted(late.states).length).toBeGreaterThan(0);
    expect(late.events).toBeLessThan(early.events);
    const gone = [...late.states.values()].filter((state) => state === null);
    expect(gone.length).toBeGreaterThan(0);
    await stopSpine();
    await Promise.all([transport.close(), reader.close()]);
    await line.close();
  }, 240_000);
}

const isEqual = (one: Subscriber, other: Subscriber) =>
  JSON.stringify(sorted(one.states)) === JSON.stringify(sorted(other.states));

describe('snapshots over the log in PostgreSQL', () => testBeginning(openLog));
withOwnKafka(() => describe('snapshots over Apache Kafka', () => testBeginning(openKafka)));

describe('events:backfill', () => {
  test('writes the state of all that was ever said, of what was only counted as said too, and of no draft', async () => {
    const counted = await anOrganization(service, { status: 'ACTIVE', regionCode: places.pop()! });
    const draft = await anOrganization(service, { status: 'DRAFT', regionCode: places.pop()! });
    const [key, unsaid] = [counted, draft].map(({ id }) => encodeId('org', id));
    await service.rows('insert into outbox_sequence (aggregateid, last) values ($1, 2)', [key]);

    const written = await writeAll(service.database, organizations.snapshots);

    const rows = await service.rows<{ key: string; sequence: string }>(
      `select aggregateid as key, ce_sequence as sequence from outbox where aggregatetype = 'organizations.snapshot'`,
    );
    expect(rows).toHaveLength(written);
    expect(rows).toContainEqual({ key, sequence: '000000000002' });
    expect(rows.map((row) => row.key)).not.toContain(unsaid);
  });

  test('waits for who speaks, and writes what that one said', async () => {
    const [known] = await register(1);
    await lead([known!], 1);
    await service.rows('delete from outbox');
    const speaker = new pg.Client({ connectionString: service.ownerUrl });
    await speaker.connect();
    await speaker.query('begin');
    await speaker.query('update outbox_sequence set last = last + 1 where aggregateid = $1', [
      known!.id,
    ]);

    const writing = writeAll(service.database, organizations.snapshots);
    await pause(500);
    await speaker.query('commit');
    await writing;

    const rows = await service.rows<{ sequence: string }>(
      'select ce_sequence as sequence from outbox where aggregateid = $1',
      [known!.id],
    );
    expect(rows).toEqual([{ sequence: '000000000002' }]);
    await speaker.end();
  });
});

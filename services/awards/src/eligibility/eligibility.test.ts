import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { consume } from '@jejaring/chassis/events/inbox';
import { redrive } from '@jejaring/upkeep/redrive';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { systemCaller } from '@jejaring/chassis/work/scope.rules';
import { startTestService, toRecord } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import {
  organizationReinstated,
  organizationRegistered,
  organizationSuspended,
} from '@jejaring/schema/events/organizations.events';
import { certificateIssued, certificateRevoked } from '@jejaring/schema/events/training.events';
import { handledCaseCounted } from '@jejaring/schema/events/welfare-cases.events';
import { aCompetition, aRule } from '../competition/competition.fixture.js';
import { dinsos, nominate } from '../nomination/nomination.fixture.js';
import { nominateOrganization } from '../nomination/nomination.service.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { awards } from '../service.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(awards);
});
afterAll(() => service?.stop());

const system = systemCaller('test');

const statusOf = async (id: string | undefined) => {
  const { data } = await service.ask<{ nomination: { status: string; version: number } }>(
    'query ($id: ID!) { nomination(id: $id) { status version } }',
    { id },
    dinsos('32.79'),
  );
  return data.nomination;
};
const saidOf = async (id: string | undefined) =>
  (await service.published()).filter(({ key }) => key === id).map(({ type }) => type);

const trained = [aRule('TRAINING_COMPLETED', { min: 1 })];

const aCertificate = (organizationId: string) => ({
  certificateId: encodeId('crt', randomUUID()),
  organizationId: encodeId('org', organizationId),
});
const issue = (certificate: ReturnType<typeof aCertificate>) => ({
  ...certificate,
  trainingEventId: encodeId('trn', randomUUID()),
  topic: 'NETWORKING' as const,
  issuedOn: '2014-06-27',
});

describe('training.certificate.issued.v1', () => {
  test('makes a nominee eligible while nominations are open, and the revocation undoes it', async () => {
    const organizationId = await anOrganization(service);
    const competition = await aCompetition(service, { eligibility: trained });
    const { id, status } = await nominate(service, competition, organizationId);
    const certificate = aCertificate(organizationId);

    await service.deliver(certificateIssued, issue(certificate));
    const after = await statusOf(id);
    await service.deliver(certificateRevoked, certificate);

    expect(status).toBe('INELIGIBLE');
    expect(after).toEqual({ status: 'ELIGIBLE', version: 2 });
    expect(await statusOf(id)).toEqual({ status: 'INELIGIBLE', version: 3 });
    expect(await saidOf(id)).toEqual([
      'awards.nomination.submitted.v1',
      'awards.nomination.found-ineligible.v1',
      'awards.nomination.found-eligible.v1',
      'awards.nomination.found-ineligible.v1',
    ]);
  });

  test('does nothing to a competition that takes no more nominations', async () => {
    const organizationId = await anOrganization(service);
    const competition = await aCompetition(service, { eligibility: trained });
    const { id } = await nominate(service, competition, organizationId);
    await service.asSystem((work) =>
      work.sql("update competition set status = 'NOMINATION_CLOSED' where id = $1", [
        competition.id,
      ]),
    );

    await service.deliver(certificateIssued, issue(aCertificate(organizationId)));

    expect(await statusOf(id)).toEqual({ status: 'INELIGIBLE', version: 1 });
  });

  test('delivered twice, and again as another copy, counts once', async () => {
    const organizationId = await anOrganization(service);
    const eligibility = [aRule('TRAINING_COMPLETED', { min: 2 })];
    const competition = await aCompetition(service, { eligibility });
    const { id } = await nominate(service, competition, organizationId);
    const data = issue(aCertificate(organizationId));
    const record = toRecord(certificateIssued, data.certificateId, data, 1);

    const outcomes = [];
    for (const again of [record, record, toRecord(certificateIssued, data.certificateId, data, 1)])
      outcomes.push(...(await consume(service.database, awards.consumers, [again])));

    expect(outcomes).toEqual(['done', 'seen', 'seen']);
    expect(await statusOf(id)).toMatchObject({ status: 'INELIGIBLE' });
    const rows = await service.rows('select 1 from certificate_copy where organization_id = $1', [
      organizationId,
    ]);
    expect(rows).toHaveLength(1);
  });

  test('behind its own revocation waits its turn and never makes anybody eligible', async () => {
    const organizationId = await anOrganization(service);
    const competition = await aCompetition(service, { eligibility: trained });
    const { id } = await nominate(service, competition, organizationId);
    const certificate = aCertificate(organizationId);
    const key = certificate.certificateId;
    const feed = async (record: ReturnType<typeof toRecord>) =>
      (await consume(service.database, awards.consumers, [record]))[0];

    const first = toRecord(certificateIssued, key, issue(certificate), 1);

    const early = await feed(toRecord(certificateRevoked, key, certificate, 2));
    const late = await feed(first);
    const before = await statusOf(id);
    await consume(service.database, awards.consumers, [first], { fromParking: true });
    await redrive(service.database, awards.consumers, { topic: first.topic, key });

    expect([early, late]).toEqual(['parked', 'parked']);
    expect(before).toMatchObject({ status: 'INELIGIBLE' });
    expect(await statusOf(id)).toMatchObject({ status: 'INELIGIBLE' });
    const rows = await service.rows(
      'select revoked from certificate_copy where organization_id = $1',
      [organizationId],
    );
    expect(rows).toEqual([{ revoked: true }]);
  });
});

describe('welfare-cases.handled-case.counted.v1', () => {
  test('counts each closed case once, from the month that the rule names', async () => {
    const organizationId = await anOrganization(service);
    const eligibility = [aRule('CASES_HANDLED', { min: 2, sinceMonth: '2026-01' })];
    const competition = await aCompetition(service, { eligibility });
    const { id } = await nominate(service, competition, organizationId);
    const handled = (month: string) =>
      service.deliver(handledCaseCounted, {
        organizationId: encodeId('org', organizationId),
        outcome: 'RESOLVED',
        month,
      });

    await handled('2025-12');
    await handled('2026-10');
    const before = await statusOf(id);
    await handled('2026-10');

    expect(before).toMatchObject({ status: 'INELIGIBLE' });
    expect(await statusOf(id)).toMatchObject({ status: 'ELIGIBLE' });
    const rows = await service.rows(
      'select month, cases from handled_case_count where organization_id = $1 order by month',
      [organizationId],
    );
    expect(rows).toEqual([
      { month: '2025-12', cases: 1 },
      { month: '2026-10', cases: 2 },
    ]);
  });
});

describe('organizations.organization.registered.v1', () => {
  const eligibility = [aRule('NO_SUSPENSION')];
  const nominateUnknown = async () => {
    const competition = await aCompetition(service, { eligibility });
    const organizationId = randomUUID();
    const regionCode = '32.79.04.2001';
    const { id, status } = await nominate(service, competition, organizationId, { regionCode });
    return { id, status, organizationId: encodeId('org', organizationId), regionCode };
  };
  const level = 'VILLAGE' as const;

  test('settles a nomination that came before the news', async () => {
    const { id, status, ...speaksOf } = await nominateUnknown();

    await service.deliver(organizationRegistered, { ...speaksOf, kind: 'KARANG_TARUNA', level });

    expect(status).toBe('NEEDS_REVIEW');
    expect(await statusOf(id)).toMatchObject({ status: 'ELIGIBLE' });
  });

  test('rules out one of another kind, or that is seated elsewhere', async () => {
    const [one, other] = [await nominateUnknown(), await nominateUnknown()];

    await service.deliver(organizationRegistered, {
      organizationId: one.organizationId,
      regionCode: one.regionCode,
      kind: 'LKS',
      level,
    });
    await service.deliver(organizationRegistered, {
      organizationId: other.organizationId,
      regionCode: '32.79.01.1006',
      kind: 'KARANG_TARUNA',
      level,
    });

    expect(await statusOf(one.id)).toMatchObject({ status: 'INELIGIBLE' });
    expect(await statusOf(other.id)).toMatchObject({ status: 'INELIGIBLE' });
  });

  test('is followed by suspension and reinstatement', async () => {
    const { id, status: _status, ...speaksOf } = await nominateUnknown();
    await service.deliver(organizationRegistered, { ...speaksOf, kind: 'KARANG_TARUNA', level });

    await service.deliver(organizationSuspended, speaksOf);
    const suspended = await statusOf(id);
    await service.deliver(organizationReinstated, speaksOf);

    expect(suspended).toMatchObject({ status: 'INELIGIBLE' });
    expect(await statusOf(id)).toMatchObject({ status: 'ELIGIBLE' });
  });
});

describe('a fact that arrives while a nomination is handed in', () => {
  const world = async () => ({
    organizationId: await anOrganization(service),
    competition: await aCompetition(service, { eligibility: trained }),
  });
  const longEnough = () => pause(150);

  test('is waited for when it came first', async () => {
    const { organizationId, competition } = await world();
    const { work, end } = await service.database.open({ caller: system, readOnly: false });
    const data = issue(aCertificate(organizationId));
    const addCertificate = awards.consumers.find(({ name }) => name === 'awards.add-certificate');
    await addCertificate!.react(work, [{ data } as never]);

    const nominating = nominate(service, competition, organizationId);
    await longEnough();
    await end('commit');

    expect(await nominating).toMatchObject({ status: 'ELIGIBLE' });
  });

  test('waits when it came second, and is not lost', async () => {
    const { organizationId, competition } = await world();
    const { work, end } = await service.database.open({ caller: system, readOnly: false });
    const { id: competitionId } = competition;
    const nomination = { competitionId, organizationId, regionCode: null, representatives: [] };
    const { id, status } = await nominateOrganization(work, nomination);

    const arriving = service.deliver(certificateIssued, issue(aCertificate(organizationId)));
    await longEnough();
    await end('commit');

    expect([status, await arriving]).toEqual(['INELIGIBLE', 'done']);
    expect(await statusOf(encodeId('nom', id))).toMatchObject({ status: 'ELIGIBLE' });
  });
});

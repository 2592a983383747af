import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { recordAudit } from '@jejaring/chassis/work/audit';
import { accountOf } from '@jejaring/chassis/work/standing';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { sayIncidentsOverdue } from '@jejaring/trust/privacy/incident.service';
import { printPersonData } from '@jejaring/trust/privacy/export-pdf';
import type { PersonData } from '@jejaring/trust/privacy/export.service';
import { applyRetention } from '@jejaring/trust/privacy/retention.service';
import { aCase } from '../case/case.fixture.js';
import type { WelfareCase } from '../case/case.entity.js';
import { aConsent, aReferral } from '../referral/referral.fixture.js';
import { welfareCases } from '../service.js';
import { privacy } from './persons.js';

let service: TestService;
const officer = aCaller({ id: 'tono', role: 'DATA_PROTECTION_OFFICER', region: '32.79' });
const nation = aCaller({ id: 'ani', role: 'DATA_PROTECTION_OFFICER', region: '' });
const elsewhere = aCaller({ id: 'budi', role: 'DATA_PROTECTION_OFFICER', region: '33.16' });
const began = new Date('2026-11-20T02:00:00Z');

beforeAll(async () => {
  service = await startTestService(welfareCases);
});
afterAll(() => service?.stop());

async function command<Answer>(
  name: string,
  { type, shown }: { type: string; shown: string },
  input: object,
  caller: Caller = officer,
): Promise<Answer> {
  const { data, errors } = await service.ask<{ answer: Answer }>(
    `mutation ($input: ${type}!) { answer: ${name}(input: $input) { __typename ${shown} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data.answer;
}

const audit = (caller: Caller, subjects: string[]) =>
  service.database.inWork({ caller, readOnly: false }, (work) =>
    recordAudit(work, {
      kind: 'READ',
      operation: 'CaseDetail',
      subjects: subjects.map((id) => ({ id, region: '32.79.04.2006' })),
      fieldClasses: ['specific'],
      decision: 'ALLOWED',
    }),
  );

interface Exported {
  __typename: string;
  json: string;
  pdf: string;
  request: { id: string; version: number; exportedAt: string };
  ground?: string;
}

const asRequest = '... on PrivacyRequest { id version status }';
const openFor = ({ beneficiaryId }: WelfareCase, kind = 'ACCESS') =>
  command<{ id: string; version: number }>(
    'openBeneficiaryPrivacyRequest',
    { type: 'OpenPrivacyRequestInput', shown: asRequest },
    { subjectId: encodeId('ben', beneficiaryId), kind, channel: 'LETTER' },
  );

const exportFor = (
  { id, version }: { id: string; version: number },
  caller = officer,
  idempotencyKey = randomUUID(),
) =>
  command<Exported>(
    'exportBeneficiaryData',
    {
      type: 'ExportPersonDataInput',
      shown:
        '... on PersonDataExport { json pdf request { id version exportedAt } } ... on PrivacyRequestRefusedProblem { ground }',
    },
    { id, expectedVersion: version, idempotencyKey },
    caller,
  );

/** The texts of a PDF whose streams are not compressed: strings in hexadecimal between angle brackets. */
const textOf = (pdf: Buffer) =>
  [...pdf.toString('latin1').matchAll(/\[(.*?)\] TJ/g)]
    .map(([, parts]) =>
      [...parts!.matchAll(/<([0-9a-f]*)>/g)]
        .map(([, hex]) => Buffer.from(hex!, 'hex').toString('latin1'))
        .join(''),
    )
    .join('\n');

describe('Mutation.exportBeneficiaryData', () => {
  test('tells what is held, why, until when, who has read it and where it went, and is itself in the audit', async () => {
    const row = await aCase(service, { status: 'IN_SERVICE' });
    const referral = await aReferral(service, { caseId: row.id });
    await audit(aCaller({ id: 'ratna', role: 'DINSOS_REGENCY_STAFF', region: '32.79' }), [
      encodeId('case', row.id),
    ]);
    const subject = encodeId('ben', row.beneficiaryId);

    const exported = await exportFor(await openFor(row));

    const told = JSON.parse(exported.json) as PersonData;
    expect(told).toMatchObject({ subject, service: 'welfare-cases' });
    expect(told.processing).toMatchObject({
      legalBasis: 'PUBLIC_TASK',
      retention: { months: 120 },
    });
    const of = (table: string) => told.held.find((each) => each.table === table)!;
    expect(of('beneficiary').rows).toMatchObject([{ name: 'Nama Contoh', nik: null }]);
    expect(of('beneficiary').classes).toMatchObject({ name: 'personal' });
    expect(of('welfare_case').rows).toMatchObject([{ category: 'LANJUT_USIA_TELANTAR' }]);
    expect(of('consent').rows).toMatchObject([{ text_version: 1 }]);
    expect(of('consent_text').rows).toMatchObject([{ version: 1 }]);
    expect(told.sentTo).toMatchObject([
      { receiver: encodeId('org', referral.toOrganizationId), what: 'SERVICE' },
    ]);
    expect(told.acts).toMatchObject([{ operation: 'CaseDetail', role: 'DINSOS_REGENCY_STAFF' }]);
    expect(Buffer.from(exported.pdf, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
    const reads = await service.rows(
      `select actor, purpose from audit_entry where operation = 'exportPersonData' and $1 = any (subjects)`,
      [subject],
    );
    expect(reads).toEqual([{ actor: 'tono', purpose: 'PRIVACY_REQUEST' }]);
  });

  test('is on paper what it is for machines', async () => {
    const row = await aCase(service);
    const { json } = await exportFor(await openFor(row));

    const text = textOf(await printPersonData(JSON.parse(json) as PersonData, false));

    expect(text).toContain('Nama Contoh');
    expect(text).toContain('LANJUT_USIA_TELANTAR');
    expect(text).toContain(encodeId('ben', row.beneficiaryId));
    expect(text).toContain('PUBLIC_TASK');
  });

  test('lets the request be fulfilled, reads anew for the same key, and is audited each time', async () => {
    const row = await aCase(service);
    const request = await openFor(row);
    const key = randomUUID();
    const first = await exportFor(request, officer, key);
    await exportFor(request, officer, key);

    const fulfilled = await command<{ status: string }>(
      'fulfilBeneficiaryPrivacyRequest',
      { type: 'FulfilPrivacyRequestInput', shown: asRequest },
      { id: request.id, expectedVersion: first.request.version },
    );

    expect(fulfilled.status).toBe('FULFILLED');
    const [reads] = await service.rows(
      `select count(*)::integer as count from audit_entry
       where operation = 'exportPersonData' and $1 = any (subjects)`,
      [encodeId('ben', row.beneficiaryId)],
    );
    expect(reads).toEqual({ count: 2 });
  });

  test('gives nothing for another kind of request, and nothing to an officer of another region', async () => {
    const row = await aCase(service);

    expect(await exportFor(await openFor(row, 'OBJECTION'))).toEqual({
      __typename: 'InvalidInputProblem',
    });
    expect(await exportFor(await openFor(row), elsewhere)).toEqual({
      __typename: 'NotFoundProblem',
    });
  });
});

interface Incident {
  __typename: string;
  id: string;
  version: number;
  status: string;
  dueAt: string;
  affected: number;
  overdue: boolean;
  notices: { toPersons: { id: string }; toAuthority: { en: string } };
}

const asIncident = `... on DataIncident { id version status dueAt affected overdue viewerCan
    notices { toPersons { id } toAuthority { en } } }
  ... on DataIncidentRefusedProblem { currentStatus } ... on InvalidInputProblem { field }`;

const incident = (verb: string, input: object, caller = officer) =>
  command<Incident>(
    `${verb}BeneficiaryDataIncident`,
    { type: `${verb[0]!.toUpperCase()}${verb.slice(1)}DataIncidentInput`, shown: asIncident },
    input,
    caller,
  );

const reported = (fields: object = {}) =>
  incident('report', {
    regionCode: '32.79',
    kind: 'ACCOUNT_MISUSED',
    from: '2026-11-19T00:00:00Z',
    to: '2026-11-20T02:00:00Z',
    ...fields,
  });

const seenOf = ({ id, version }: Incident) => ({ id, expectedVersion: version });

describe('an incident', () => {
  test('finds in the access log whom one account touched, through cases too, and drafts both notices', async () => {
    service.clock.at = new Date('2026-11-20T01:00:00Z');
    const [mine, other, untouched] = [
      await aCase(service),
      await aCase(service),
      await aCase(service),
    ];
    const thief = aCaller({ id: 'stolen', role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
    await audit(thief, [encodeId('case', mine.id), encodeId('ben', mine.beneficiaryId)]);
    await audit(thief, [encodeId('case', other.id)]);
    await audit({ ...thief, id: 'honest' }, [encodeId('case', untouched.id)]);
    service.clock.at = began;

    const open = await reported({ account: accountOf('stolen') });
    expect(open).toMatchObject({ status: 'OPEN', dueAt: '2026-11-23T02:00:00.000Z', affected: 0 });
    const assessed = await incident('assess', { ...seenOf(open), handling: ['ACCOUNT_BLOCKED'] });

    expect(assessed).toMatchObject({ status: 'ASSESSED', affected: 2 });
    const { toPersons, toAuthority } = assessed.notices;
    expect(toPersons.id).toContain('data pribadi yang bersifat spesifik');
    expect(toPersons.id).toContain('akun telah diblokir');
    expect(toAuthority.en).toContain('Persons affected: 2');
    expect(JSON.stringify(assessed.notices)).not.toContain('Nama Contoh');
    const { data } = await service.ask<{ affected: { nodes: { subjectId: string }[] } }>(
      `query ($id: ID!) { affected: beneficiaryDataIncidentPersons(incident: $id) { nodes { subjectId } } }`,
      { id: open.id },
      officer,
    );
    const ids = data.affected.nodes.map(({ subjectId }) => subjectId);
    expect(ids.sort()).toEqual(
      [mine, other].map((each) => encodeId('ben', each.beneficiaryId)).sort(),
    );
  });

  test('is assessed before it is told, told before it is closed, and seen in its region alone', async () => {
    const open = await reported();

    expect(await incident('notify', seenOf(open))).toMatchObject({ currentStatus: 'OPEN' });
    const assessed = await incident('assess', { ...seenOf(open), handling: ['RESTORED'] });
    expect(await incident('notify', seenOf(assessed), elsewhere)).toMatchObject({
      __typename: 'NotFoundProblem',
    });
    const told = await incident('notify', seenOf(assessed));
    expect(await incident('close', seenOf(told))).toMatchObject({ status: 'CLOSED' });
    expect(await incident('close', seenOf(told))).toMatchObject({ __typename: 'ConflictProblem' });
  });

  test('that nobody was told of in three days and nights is said once, and stays quiet once told', async () => {
    const late = await reported();
    const open = await reported();
    const assessed = await incident('assess', { ...seenOf(open), handling: ['RESTORED'] });
    await incident('notify', seenOf(assessed));
    const chore = sayIncidentsOverdue(privacy.incidents);
    const said = async (id: string) =>
      (await service.published()).filter(
        ({ key, type }) => key === id && type === 'welfare-cases.data-incident.overdue.v1',
      ).length;

    service.clock.at = new Date('2026-11-23T02:00:00Z');
    await service.asSystem((work) => chore.act(work));
    expect(await said(late.id)).toBe(0);
    service.clock.at = new Date('2026-11-23T02:00:01Z');
    await service.asSystem((work) => chore.act(work));
    await service.asSystem((work) => chore.act(work));
    service.clock.at = began;

    expect([await said(late.id), await said(open.id)]).toEqual([1, 0]);
  });

  test('in a time to come is refused by its field', async () => {
    expect(await reported({ to: '2027-01-01T00:00:00Z' })).toMatchObject({ field: 'to' });
  });
});

const closed = (at: string) =>
  aCase(service, { status: 'CLOSED', outcome: 'RESOLVED', closedAt: new Date(at) });

const isErased = async ({ beneficiaryId }: WelfareCase) =>
  (await service.rows('select 1 from erasure where subject_id = $1', [beneficiaryId])).length === 1;

const preview = async (caller: Caller, asOf?: string) => {
  const { data, errors } = await service.ask<{ preview: { due: number; months: number }[] }>(
    `query ($asOf: DateTime) { preview: beneficiaryRetentionPreview(asOf: $asOf) { rule months due periodVersion } }`,
    { asOf },
    caller,
  );
  expect(errors).toEqual([]);
  return data.preview;
};

describe('the retention of persons', () => {
  const chore = applyRetention(privacy.kinds);
  const apply = () => service.asSystem((work) => chore.act(work));

  test('erases whose time is over, once, with key and event, and nobody else', async () => {
    const over = await closed('2016-11-20T01:59:59Z');
    const running = await closed('2016-11-20T02:00:01Z');
    const open = await aCase(service, { status: 'IN_SERVICE' });
    const before = await preview(officer);
    expect(await preview(elsewhere)).toMatchObject([{ due: 0 }]);

    await apply();
    await apply();

    expect(before).toMatchObject([{ rule: 'cases-ended', months: 120, due: 1 }]);
    expect(await preview(officer)).toMatchObject([{ due: 0 }]);
    expect([await isErased(over), await isErased(running), await isErased(open)]).toEqual([
      true,
      false,
      false,
    ]);
    const said = (await service.published()).filter(
      ({ type }) => type === 'welfare-cases.beneficiary.erased.v1',
    );
    expect(said.map(({ key }) => key)).toEqual([encodeId('ben', over.beneficiaryId)]);
    const subject = encodeId('ben', over.beneficiaryId);
    const keys = await service.keys!.vault.forReading([subject]);
    expect(keys.get(subject)).toBeNull();
  });

  test('refuses a clock that is ahead of the database, and erases nobody by it', async () => {
    const running = await closed('2020-01-01T00:00:00Z');

    service.clock.at = new Date('2090-01-01T00:00:00Z');
    await expect(apply()).rejects.toThrow('ahead of the database');
    service.clock.at = began;

    expect(await isErased(running)).toBe(false);
  });

  test('follows the period that the officer of the nation set, and no other', async () => {
    const set = (caller: Caller, months: number, expectedVersion: number | null = null) =>
      command<{ __typename: string; months: number }>(
        'setBeneficiaryRetentionPeriod',
        {
          type: 'SetRetentionPeriodInput',
          shown: '... on RetentionPeriod { months } ... on ConflictProblem { currentVersion }',
        },
        { rule: 'cases-ended', months, expectedVersion },
        caller,
      );

    expect(await set(officer, 1000)).toEqual({ __typename: 'NotAllowedProblem' });
    expect(await set(nation, 1200)).toMatchObject({ months: 1200 });
    expect(await set(nation, 600)).toMatchObject({ __typename: 'ConflictProblem' });
    expect(await preview(officer, '2036-01-01T00:00:00Z')).toMatchObject([
      { months: 1200, due: 0, periodVersion: 1 },
    ]);
  });
});

describe('Mutation.recordConsent', () => {
  test('keeps the version of the words that were agreed to, and they are there for all to read', async () => {
    const row = await aCase(service);
    await aConsent(service, { caseId: row.id, regionCode: row.regionCode });
    const { data, errors } = await service.ask<{ consentTexts: { version: number }[] }>(
      '{ consentTexts { version sha256 validFrom body { id en } } }',
    );

    expect(errors).toEqual([]);
    expect(data.consentTexts.map(({ version }) => version)).toEqual([2, 1]);
    const office = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
    const consent = await command(
      'recordConsent',
      { type: 'RecordConsentInput', shown: '... on Consent { textVersion }' },
      {
        caseId: encodeId('case', row.id),
        givenBy: 'SELF',
        method: 'SIGNED_FORM',
        purposes: ['CASE_HANDLING'],
      },
      office,
    );
    expect(consent).toEqual({ __typename: 'Consent', textVersion: 2 });
  });
});

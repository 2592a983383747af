import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { decodeId, encodeId } from '@jejaring/chassis/graph/ids';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { directoryStore } from '@jejaring/evidence/directory-store';
import { forgetAbandoned } from '@jejaring/evidence/evidence.service';
import { aPdf, hashOf } from '@jejaring/evidence/testing/files.fixture';
import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import { aCase } from '../case/case.fixture.js';
import { aConsent } from '../referral/referral.fixture.js';
import { welfareCases } from '../service.js';

let service: TestService;
let server: FastifyInstance;
let directory: string;
let publicUrl: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'files-'));
  server = fastify();
  const key = 'a secret of the test';
  directoryStore({ directory, key, publicUrl: '' }).serve!(server);
  publicUrl = await server.listen({ host: '127.0.0.1', port: 0 });
  const files = directoryStore({ directory, key, publicUrl });
  service = await startTestService({ ...welfareCases, files });
});
afterAll(async () => {
  await service?.stop();
  await server.close();
  await rm(directory, { recursive: true });
});

const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '33.16' });
const province = aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: '32' });
const pdf = aPdf('formulir persetujuan');

interface Evidence {
  __typename: string;
  id: string;
  version: number;
  status: string;
  field?: string;
  ground?: string;
  command?: string;
  upload: { url: string; method: string; headers: { name: string; value: string }[] } | null;
  download: { url: string } | null;
}

const shown = `__typename
  ... on Evidence { id version status upload { method url headers { name value } } download { url } }
  ... on InvalidInputProblem { field }
  ... on NotAllowedProblem { command }
  ... on EvidenceRefusedProblem { ground }`;

async function ask(mutation: string, type: string, input: object, caller: Caller) {
  const { data, errors } = await service.ask<Record<string, Evidence>>(
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${shown} } }`,
    { input: { idempotencyKey: randomUUID(), ...input } },
    caller,
  );
  expect(errors).toEqual([]);
  return data[mutation]!;
}

const attach = (recordId: string, fields = {}, caller = staff) =>
  ask(
    'attachCaseEvidence',
    'AttachEvidenceInput',
    {
      recordId,
      kind: 'CONSENT_FORM',
      contentType: 'application/pdf',
      size: pdf.length,
      sha256: hashOf(pdf),
      ...fields,
    },
    caller,
  );

const confirm = ({ id, version }: Evidence, caller = staff) =>
  ask('confirmCaseEvidence', 'ConfirmEvidenceInput', { id, expectedVersion: version }, caller);

const send = ({ upload }: Evidence, bytes = pdf) =>
  fetch(upload!.url, {
    method: upload!.method,
    headers: Object.fromEntries(upload!.headers.map(({ name, value }) => [name, value])),
    body: new Uint8Array(bytes),
  });

const seenBy = async (caseId: string, caller: Caller) => {
  const { data } = await service.ask<{ case: { evidence: Evidence[] } | null }>(
    'query ($id: ID!) { case(id: $id) { evidence { id version status download { url } } } }',
    { id: caseId },
    caller,
  );
  return data.case?.evidence ?? null;
};

describe('evidence of a case', () => {
  let caseId: string;
  beforeEach(async () => {
    caseId = encodeId('case', (await aCase(service)).id);
  });

  test('is announced, sent, confirmed and fetched; the database keeps the hash alone', async () => {
    const announced = await attach(caseId);
    expect((await send(announced)).status).toBe(204);
    const stored = await confirm(announced);

    expect(stored).toMatchObject({
      __typename: 'Evidence',
      status: 'STORED',
      version: 2,
      upload: null,
    });
    const [seen] = (await seenBy(caseId, staff))!;
    const fetched = await fetch(seen!.download!.url);
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(pdf);
    const rows = await service.rows(
      'select sha256, status, uploaded_by from evidence where id = $1',
      [decodeId('evd', stored.id)],
    );
    expect(rows).toEqual([{ sha256: hashOf(pdf), status: 'STORED', uploaded_by: staff.id }]);
  });

  test('is seen by whoever sees the case and by nobody else', async () => {
    const announced = await attach(caseId);
    await send(announced);
    await confirm(announced);
    expect(await seenBy(caseId, province)).toHaveLength(1);
    expect(await seenBy(caseId, elsewhere)).toBeNull();
    expect(await confirm(announced, elsewhere)).toMatchObject({ __typename: 'NotFoundProblem' });
  });

  test('is refused from who may not see or not change the case', async () => {
    expect(await attach(caseId, {}, elsewhere)).toMatchObject({ __typename: 'NotFoundProblem' });
    expect(await attach(caseId, {}, province)).toMatchObject({ __typename: 'NotAllowedProblem' });
  });

  test('of a consent is one of its kinds of records, too', async () => {
    const { id, regionCode } = await aCase(service);
    const consent = await aConsent(service, { caseId: id, regionCode });
    expect(await attach(encodeId('con', consent))).toMatchObject({ status: 'PENDING' });
  });

  test('is refused when it does not fit or did not arrive', async () => {
    expect(await attach(caseId, { contentType: 'text/html' })).toMatchObject({
      field: 'contentType',
    });
    expect(
      await attach(caseId, { kind: 'PHOTO', contentType: 'image/png', size: 10_485_761 }),
    ).toMatchObject({
      field: 'size',
    });
    const announced = await attach(caseId);
    expect(await confirm(announced)).toMatchObject({ ground: 'not-uploaded' });
    expect((await send(announced, aPdf('lain'))).status).toBe(400);
    expect(await confirm(announced)).toMatchObject({ ground: 'not-uploaded' });
  });

  test('is refused when the bytes are of another type than announced', async () => {
    const page = Buffer.from('<html><script>alert(1)</script></html>');
    const announced = await attach(caseId, { size: page.length, sha256: hashOf(page) });
    await send(announced, page);
    expect(await confirm(announced)).toMatchObject({ ground: 'other-bytes' });
    expect((await seenBy(caseId, staff))![0]).toMatchObject({ status: 'PENDING', download: null });
  });

  test('names a malformed record or hash as a fault of the input', async () => {
    const input = {
      idempotencyKey: randomUUID(),
      recordId: 'org_01jd2ah9p4e8x9y6c1v2b3n4m5',
      kind: 'LETTER',
      contentType: 'application/pdf',
      size: 1,
      sha256: 'A'.repeat(64),
    };
    const document =
      'mutation ($input: AttachEvidenceInput!) { attachCaseEvidence(input: $input) { __typename } }';
    const [badHash] = (await service.ask(document, { input }, staff)).errors;
    expect(badHash?.message).toContain('Argument Validation Error');
    const right = { ...input, sha256: 'a'.repeat(64) };
    const [badRecord] = (await service.ask(document, { input: right }, staff)).errors;
    expect(badRecord?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'recordId' });
  });

  test('is announced once for one key, and answered with a link that works', async () => {
    const key = { idempotencyKey: randomUUID() };
    const first = await attach(caseId, key);
    const again = await attach(caseId, key);
    expect(again.id).toBe(first.id);
    expect((await send(again)).status).toBe(204);
    expect(await attach(caseId, { ...key, size: 1 })).toMatchObject({
      __typename: 'IdempotencyKeyReusedProblem',
    });
  });

  test('that never arrived is forgotten after a day, what arrived stays', async () => {
    const kept = await attach(caseId);
    await send(kept);
    await confirm(kept);
    await attach(caseId);
    await service.asSystem((work) => forgetAbandoned.act(work));
    expect(await seenBy(caseId, staff)).toHaveLength(2);

    service.clock.at = new Date(service.clock.at.getTime() + 25 * 3_600_000);
    await service.asSystem((work) => forgetAbandoned.act(work));
    expect(await seenBy(caseId, staff)).toMatchObject([{ status: 'STORED' }]);
  });

  test('of many cases costs as many statements as of one', async () => {
    const list =
      'query ($n: Int!) { cases(region: "32.79", first: $n) { nodes { evidence { id } } } }';
    const one = await service.ask(list, { n: 1 }, staff);
    const many = await service.ask(list, { n: 50 }, staff);
    expect(many.statements).toBe(one.statements);
  });
});

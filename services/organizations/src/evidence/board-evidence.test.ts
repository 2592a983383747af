import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { directoryStore } from '@jejaring/evidence/directory-store';
import { aPdf, hashOf } from '@jejaring/evidence/testing/files.fixture';
import { aBoard } from '../board/board.fixture.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { someRegions } from '../region/region.fixture.js';
import { organizations } from '../service.js';

let service: TestService;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'files-'));
  const files = directoryStore({ directory, key: 'k', publicUrl: 'http://127.0.0.1:1' });
  service = await startTestService({ ...organizations, files });
  await someRegions(service, ['32', '32.79', '32.79.04', '32.79.04.2006']);
});
afterAll(async () => {
  await service?.stop();
  await rm(directory, { recursive: true });
});

const pdf = aPdf('berita acara');

const attach = async (recordId: string, caller: Caller) => {
  const input = {
    idempotencyKey: randomUUID(),
    recordId,
    kind: 'MINUTES',
    contentType: 'application/pdf',
    size: pdf.length,
    sha256: hashOf(pdf),
  };
  const { data, errors } = await service.ask<{ attachOrganizationEvidence: object }>(
    `mutation ($input: AttachEvidenceInput!) { attachOrganizationEvidence(input: $input) {
       __typename ... on Evidence { status } } }`,
    { input },
    caller,
  );
  expect(errors).toEqual([]);
  return data.attachOrganizationEvidence;
};

const seenBy = async (id: string, caller?: Caller) => {
  const { data } = await service.ask<{ board: { evidence: unknown[] } }>(
    'query ($id: ID!) { board(id: $id) { evidence { kind sha256 } } }',
    { id },
    caller,
  );
  return data.board.evidence;
};

describe('evidence of a board', () => {
  test('is attached by its organization, seen by those signed in, and by no public', async () => {
    const organization = await anOrganization(service, { status: 'ACTIVE' });
    const { board } = await aBoard(service, organization);
    const id = encodeId('brd', board.id);
    const officer = aCaller({
      role: 'KT_OFFICER',
      region: '32.79.04.2006',
      organizationId: organization.id,
    });
    const stranger = aCaller({ role: 'KT_OFFICER', region: '33.16', organizationId: randomUUID() });

    expect(await attach(id, stranger)).toEqual({ __typename: 'NotAllowedProblem' });
    expect(await attach(id, officer)).toEqual({ __typename: 'Evidence', status: 'PENDING' });

    const shown = [{ kind: 'MINUTES', sha256: hashOf(pdf) }];
    expect(await seenBy(id, officer)).toEqual(shown);
    expect(await seenBy(id, aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: '32' }))).toEqual(
      shown,
    );
    expect(await seenBy(id)).toEqual([]);
  });
});

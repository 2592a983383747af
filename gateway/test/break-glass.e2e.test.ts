import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { demoOrganization } from '../../scripts/proof/published-operations.js';
import type { Claims, Outcome } from './federation.fixture.js';
import { findFederation, head, officer, operation } from './federation.fixture.js';

const federation = findFederation();
const village = '32.79.01.1001';
const neighbour = officer(village, demoOrganization(village));
const sure = { ...neighbour, acr: 'mfa' };
const watching: Claims = { role: 'DATA_PROTECTION_OFFICER', region: '32.79' };

interface Cases {
  cases: { nodes: { id: string; category: string; region: { code: string } }[] };
}

/** Categories that are sealed from the report on. */
const marking = new Set(['ODHA', 'TUNA_SUSILA', 'KELOMPOK_MINORITAS', 'ANAK_KORBAN_KEKERASAN']);
const reason = 'Anak dilaporkan dalam bahaya malam ini.';

async function breakGlass(id: string, claims: Claims): Promise<Outcome & { case?: object }> {
  const input = { idempotencyKey: randomUUID(), id, emergency: 'CHILD_IN_DANGER', reason };
  const { data, errors } = await federation.ask<{ breakGlass: Outcome }>(
    operation('BreakGlass'),
    { input },
    claims,
  );
  expect(errors).toEqual([]);
  return data.breakGlass;
}

const lookAt = async (id: string, claims: Claims) =>
  (await federation.ask<{ case: object | null }>(operation('CaseDetail'), { id }, claims)).data
    .case;

describe('a sealed case in an emergency', () => {
  let id: string;
  beforeAll(async () => {
    const { data } = await federation.ask<Cases>(
      operation('CaseList'),
      { region: '32.79', first: 100 },
      head('32.79'),
    );
    const sealed = data.cases.nodes.find(
      ({ category, region }) => marking.has(category) && region.code !== village,
    );
    id = sealed!.id;
  });

  test('opens to who signed in with a second factor, and is reviewed', async () => {
    expect(await lookAt(id, sure)).toBeNull();
    expect(await breakGlass(id, neighbour)).toMatchObject({ ground: 'stronger-sign-in' });

    const grant = await breakGlass(id, sure);

    expect(grant).toMatchObject({ __typename: 'BreakGlassGrant', case: { id } });
    expect(await lookAt(id, sure)).toMatchObject({ id, viewerCan: [] });
    const { data } = await federation.ask<{
      breakGlassReviews: { nodes: { id: string; version: number; reason: string }[] };
    }>(operation('BreakGlassReviews'), { first: 100 }, watching);
    const waiting = data.breakGlassReviews.nodes.find((each) => each.id === grant.id);
    expect(waiting).toMatchObject({ reason, version: 1 });
    const reviewed = await federation.ask<{ reviewBreakGlass: Outcome }>(
      operation('ReviewBreakGlass'),
      {
        input: {
          idempotencyKey: randomUUID(),
          id: grant.id,
          expectedVersion: 1,
          verdict: 'UNJUSTIFIED',
        },
      },
      watching,
    );
    expect(reviewed.data.reviewBreakGlass).toMatchObject({ verdict: 'UNJUSTIFIED' });

    expect(await lookAt(id, sure)).toBeNull();
    expect(await breakGlass(id, sure)).toMatchObject({ ground: 'suspended' });
  });
});

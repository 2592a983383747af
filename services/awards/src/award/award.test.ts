import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { aCompetition } from '../competition/competition.fixture.js';
import { nominate } from '../nomination/nomination.fixture.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { awards } from '../service.js';
import { Award } from './award.entity.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(awards);
});
afterAll(() => service?.stop());

async function anAward(fields: Partial<Award> = {}): Promise<Award> {
  const { id: competitionId, year } = await aCompetition(service, {
    status: 'ANNOUNCED',
    ...(fields.year ? { year: fields.year } : {}),
  });
  return service.asSystem((work) =>
    work.insert(Award, {
      id: randomUUID(),
      version: 1,
      competitionId,
      organizationId: randomUUID(),
      title: null,
      prize: null,
      decree: null,
      presentedOn: null,
      occasionId: null,
      organizerRegionCode: '32.79',
      organizerOrganizationId: null,
      status: 'GRANTED',
      revokedBecause: null,
      regionCode: '32.79.04.2006',
      year,
      rank: 1,
      grantedOn: `${year}-08-17`,
      ...fields,
    }),
  );
}

const entities = (fields: string) =>
  `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${fields} } }`;

describe('Organization.awards', () => {
  const ask = (organizationIds: string[]) =>
    service.ask<{ _entities: { awards: { rank: number; year: number }[] }[] }>(
      entities('... on Organization { id awards { rank year grantedOn competition { title } } }'),
      {
        representations: organizationIds.map((id) => ({
          __typename: 'Organization',
          id: encodeId('org', id),
        })),
      },
    );

  test('shows what each organization won, newest first, in a constant number of statements', async () => {
    const organizationId = randomUUID();
    await anAward({ organizationId, year: 2019, rank: 2 });
    await anAward({ organizationId, year: 2024 });

    const one = await ask([organizationId]);
    const many = await ask([organizationId, ...Array.from({ length: 20 }, () => randomUUID())]);

    expect(one.errors).toEqual([]);
    expect(one.data._entities[0]?.awards).toMatchObject([
      { rank: 1, year: 2024 },
      { rank: 2, year: 2019 },
    ]);
    expect(many.data._entities.at(-1)?.awards).toEqual([]);
    expect(many.statements).toBe(one.statements);
  });
});

describe('Region.awards', () => {
  interface Counts {
    _entities: { awards: { nominations: number; won: number } }[];
  }
  const ask = (codes: string[], year: number | null) =>
    service.ask<Counts>(
      entities(`... on Region { code awards(year: ${year}) { nominations won } }`),
      { representations: codes.map((code) => ({ __typename: 'Region', code })) },
    );

  test('counts by seat and year, for the public, in one statement for many regions', async () => {
    const competition = await aCompetition(service, { year: 2030 });
    for (const regionCode of ['32.79.04.2006', '32.79.01.1006']) {
      const organizationId = await anOrganization(service, { regionCode });
      await nominate(service, competition, organizationId);
    }
    await anAward({ year: 2030 });
    await anAward({ year: 2031 });

    const one = await ask(['32.79'], 2030);
    const many = await ask(['32', '32.79', '32.79.01', '33', '32.7'], 2030);

    expect(one.data._entities).toEqual([{ code: '32.79', awards: { nominations: 2, won: 1 } }]);
    expect(many.data._entities.map(({ awards: counts }) => counts)).toEqual([
      { nominations: 2, won: 1 },
      { nominations: 2, won: 1 },
      { nominations: 1, won: 0 },
      { nominations: 0, won: 0 },
      { nominations: 0, won: 0 },
    ]);
    expect(many.statements).toBe(one.statements);
    const ever = await ask(['32.79'], null);
    expect(ever.data._entities[0]!.awards.won).toBeGreaterThanOrEqual(2);
  });
});

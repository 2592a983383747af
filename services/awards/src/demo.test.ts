import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { demoLoader } from '@jejaring/chassis/testing/demo';
import { organizationRegistered } from '@jejaring/schema/events/organizations.events';
import { certificateIssued } from '@jejaring/schema/events/training.events';
import { loadDemo } from './demo.js';
import { awards } from './service.js';

let service: TestService;

beforeAll(async () => {
  service = await startTestService(awards);
});
afterAll(() => service?.stop());

const trained = ['32.79.01.1006', '32.79.02.2003', '32.79.04.2003', '32.79.04.2006'];

/** What organizations and training have said by the time the demo of awards is loaded. */
async function feed(demo: ReturnType<typeof demoLoader>): Promise<void> {
  for (const regionCode of [...trained, '32.79.04.2001']) {
    const organizationId = encodeId('org', demo.organization(regionCode));
    const fields = { kind: 'KARANG_TARUNA', level: 'VILLAGE' } as const;
    await service.deliver(organizationRegistered, { ...fields, organizationId, regionCode });
    if (!trained.includes(regionCode)) continue;
    await service.deliver(certificateIssued, {
      certificateId: encodeId('crt', randomUUID()),
      trainingEventId: encodeId('trn', randomUUID()),
      organizationId,
      topic: 'NETWORKING',
      issuedOn: '2014-06-27',
    });
  }
}

const dashboard = `query ($year: Int!, $representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Region { awards(year: $year) { nominations won } } }
  competitions(region: "32.79", year: $year) {
    nodes { status nominations { totalCount nodes { region { code } status } } winners { totalCount nodes { rank grantedOn } } }
  }
}`;

test('the demo of Kota Banjar is decided by the Bimtek of 2014, and loads once', async () => {
  const demo = demoLoader(service.database);
  await feed(demo);

  await loadDemo(demo);
  await loadDemo(demo);

  const representations = [{ __typename: 'Region', code: '32.79' }];
  const { data, errors } = await service.ask(dashboard, { year: 2026, representations });
  expect(errors).toEqual([]);
  expect(data).toMatchObject({
    _entities: [{ awards: { nominations: 5, won: 2 } }],
    competitions: {
      nodes: [
        {
          status: 'ANNOUNCED',
          // The one without a certificate was not eligible; that is not for the public.
          nominations: { totalCount: 5, nodes: { length: 4 } },
          winners: {
            totalCount: 2,
            nodes: [
              { rank: 1, grantedOn: '2026-08-17' },
              { rank: 2, grantedOn: '2026-08-17' },
            ],
          },
        },
      ],
    },
  });
});

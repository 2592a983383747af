import { describe, expect, test } from '@jest/globals';
import { demoOrganization } from '../../scripts/proof/published-operations.js';
import type { Claims } from './federation.fixture.js';
import { findFederation, officer, operation, staff } from './federation.fixture.js';

const federation = findFederation();

interface Organization {
  registeredNumber: string;
  training: { attended: object[] };
  handledCases: object;
}

async function timeline(variables: object, claims: Claims): Promise<Organization | null> {
  const document = operation('OrganizationTimeline');
  const { data, errors } = await federation.ask<{ organization: Organization | null }>(
    document,
    variables,
    claims,
  );
  expect(errors).toEqual([]);
  return data.organization;
}

const waringinsari = demoOrganization('32.79.04.2003');
/** A Karang Taruna of a kecamatan that got a laptop and brought a case to its end. */
const losari = demoOrganization('32.09.03');

const decree = (number: string) => expect.objectContaining({ number });
const bimtek = 'Bimbingan Teknis Jejaring Kerja Karang Taruna';

/** What anybody may know of the years of Waringinsari. */
const known = {
  registeredNumber: 'KT-3279042003-0001',
  region: { code: '32.79.04.2003' },
  boards: {
    totalCount: 2,
    nodes: [
      { status: 'CONFIRMED', termStart: '2023-12-06', decree: decree('141/12.3279042003/2023') },
      {
        status: 'EXPIRED',
        termStart: '2014-02-03',
        termEnd: '2017-02-03',
        regulations: ['Permensos 77/HUK/2010', 'Permensos 23/2013'],
        decree: decree('141/02.3279042003/2014'),
      },
    ],
  },
  classifications: [
    { year: 2025, class: 'BERKEMBANG', decree: decree('466/2003/Kep.Dinsos/2025') },
    { year: 2024, class: 'TUMBUH' },
    { year: 2023, class: 'TUMBUH' },
  ],
  training: { trainingEvents: 1, certificates: 1 },
  awards: [{ year: 2026, rank: 1, competition: { tier: 'REGENCY' } }],
};

describe('OrganizationTimeline', () => {
  test('tells the office in charge of boards, classes, trainings, awards and handled cases', async () => {
    const trainingEvent = { title: bimtek, kind: 'BIMTEK', startsOn: '2014-06-25' };

    expect(await timeline({ id: waringinsari }, staff('32.79'))).toMatchObject({
      ...known,
      training: { attended: [{ participants: 1, completed: 1, certificates: 1, trainingEvent }] },
      handledCases: { total: 0, suppressed: false },
    });
  });

  test('tells of a laptop, and of the case that was brought to its end', async () => {
    const title = 'Pembinaan Karang Taruna Tahun 2024';
    const handover = { handedOverOn: '2024-11-25', occasion: { trainingEvent: { title } } };

    expect(await timeline({ id: losari }, staff('32.09'))).toMatchObject({
      assets: { totalCount: 1, nodes: [{ itemKind: 'LAPTOP', condition: 'IN_USE', handover }] },
      handledCases: {
        total: 1,
        suppressed: false,
        counts: [{ month: '2026-09', outcome: 'RESOLVED', count: 1 }],
      },
    });
  });

  test('finds the same organization by its number in the register', async () => {
    const registeredNumber = 'KT-3279042003-0001';
    const found = await timeline({ registeredNumber }, staff('32.79'));

    expect(found).toEqual(await timeline({ id: waringinsari }, staff('32.79')));
    expect(await timeline({ registeredNumber: 'KT-0000000000-0001' }, staff('32.79'))).toBeNull();
  });

  test.each([
    ['the public', null],
    ['an office of another regency', staff('33.16')],
    ['another board', officer('32.79.04.2006', demoOrganization('32.79.04.2006'))],
  ])('tells %s what is public, not whom it sent nor how many it helped', async (_who, claims) => {
    const handledCases = { total: null, suppressed: true, counts: [] };

    const found = await timeline({ id: waringinsari }, claims);

    expect(found).toMatchObject({ ...known, handledCases });
    expect(found!.training.attended).toEqual([]);
    expect(await timeline({ id: losari }, claims)).toMatchObject({ handledCases });
  });

  test('asks for one of both names', async () => {
    const { errors } = await federation.ask(operation('OrganizationTimeline'), {}, null);

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

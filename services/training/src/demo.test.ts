import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { demoLoader, demoOfficeId } from '@jejaring/chassis/testing/demo';
import { writeAll } from '@jejaring/register/snapshots/snapshots.service';
import { loadDemo } from './demo.js';
import { demoOfficerId } from './demo/networking.js';
import { anOrganization, aSeat } from './organization/organization.fixture.js';
import { training } from './service.js';

let service: TestService;
const villages = ['32.79.01.1006', '32.79.02.2003', '32.79.04.2003', '32.79.04.2006'];
const idAt = (code: string) => demoLoader(service.database).organization(code);

beforeAll(async () => {
  service = await startTestService(training);
  for (const regionCode of [...villages, '32.79.04.2001', '32.79.04.2002'])
    await anOrganization(service, { id: idAt(regionCode), regionCode });
  for (const regionCode of villages) {
    const seat = { officerId: demoOfficerId(regionCode), organizationId: idAt(regionCode) };
    await aSeat(service, { ...seat, regionCode, validFrom: '2013-01-10', validTo: '2016-01-10' });
  }
  await loadDemo(demoLoader(service.database));
});
afterAll(() => service?.stop());

const ask = async (document: string, caller = aCaller({})) => {
  const { data, errors } = await service.ask(document, {}, caller);
  expect(errors).toEqual([]);
  return data as object;
};

describe('the demo', () => {
  test('is recorded once, however often it is loaded', async () => {
    const before = await service.published();

    await loadDemo(demoLoader(service.database));

    expect(await service.published()).toEqual(before);
  });

  test('has a snapshot of every training event that is known, with the days and the state it has', async () => {
    await writeAll(service.database, training.snapshots);

    const sent = await service.rows(
      `select payload::json ->> 'status' as status, payload::json ->> 'startsOn' as day from outbox
       where aggregatetype = 'training.snapshot' order by 2, 1`,
    );
    expect(sent.length).toBeGreaterThan(0);
    expect(sent).toEqual(
      await service.rows(
        `select status, starts_on::text as day from training_event where status <> 'DRAFT' order by 2, 1`,
      ),
    );
    await service.rows("delete from outbox where aggregatetype = 'training.snapshot'");
  });

  test('tells of the Bimtek of 25 June 2014 and the four who were sent', async () => {
    const answer = await ask(
      `{ trainingEvents(year: 2014, organizerRegion: "32") { nodes { title startsOn status
          venue { name regionDerived region { code } }
          delegations { status region { code } sendingOffice { id } letter { number issuedOn }
            delegates { status officerId organization { id } } } } } }`,
      aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: '32' }),
    );

    const delegates = villages.map((code) => ({
      status: 'CERTIFIED',
      officerId: encodeId('ofr', demoOfficerId(code)),
      organization: { id: encodeId('org', idAt(code)) },
    }));
    const venue = {
      name: 'Hotel Endah Parahyangan',
      regionDerived: true,
      region: { code: '32.73' },
    };
    const delegations = [
      {
        status: 'ACCEPTED',
        region: { code: '32.79' },
        sendingOffice: { id: encodeId('ofc', demoOfficeId('32.79')) },
        letter: { number: '094/112/Dinsosnaker/2014', issuedOn: '2014-06-11' },
        delegates,
      },
    ];
    const title = 'Bimbingan Teknis Jejaring Kerja Karang Taruna';
    expect(answer).toEqual({
      trainingEvents: {
        nodes: [{ title, startsOn: '2014-06-25', status: 'COMPLETED', venue, delegations }],
      },
    });
  });

  test('tells of the 158 of Blora and of the guidance in Kabupaten Cirebon', async () => {
    const answer = await ask(`{
      blora: trainingEvents(region: "33.16", year: 2020) {
        nodes { startsOn venue { region { code } } statedParticipants { value upTo qualifier } } }
      cirebon: trainingEvents(region: "32.09", year: 2024) {
        nodes { kind startsOn theme venue { name region { code } } statedParticipants { value } } }
    }`);

    expect(answer).toMatchObject({
      blora: {
        nodes: [
          {
            startsOn: '2020-10-28',
            venue: { region: { code: '33.16.05' } },
            statedParticipants: { value: 158, upTo: null, qualifier: 'EXACT' },
          },
        ],
      },
      cirebon: {
        nodes: [
          {
            kind: 'PEMBINAAN',
            startsOn: '2024-11-25',
            venue: { name: 'Hotel Apita Cirebon', region: null },
            statedParticipants: null,
          },
        ],
      },
    });
  });

  test('tells which kabupaten and kota sent nobody to the Bimtek', async () => {
    const answer = await ask(`{ trainingEvents(year: 2014, organizerRegion: "32") { nodes {
      seats { total quotas { region { code } sentSomebody } } } } }`);

    const [{ seats }] = (
      answer as {
        trainingEvents: {
          nodes: [
            {
              seats: {
                total: number;
                quotas: { region: { code: string }; sentSomebody: boolean }[];
              };
            },
          ];
        };
      }
    ).trainingEvents.nodes;
    expect(seats.total).toBe(108);
    expect(seats.quotas).toHaveLength(27);
    expect(seats.quotas.filter(({ sentSomebody }) => sentSomebody)).toEqual([
      { region: { code: '32.79' }, sentSomebody: true },
    ]);
  });

  test('keeps both outlets that published the guidance of Kabupaten Cirebon', async () => {
    const answer = await ask(`{ trainingEvents(region: "32.09", year: 2024) { nodes {
      legalBasis sources { field statedOn accepted } } } }`);

    const source = { field: null, statedOn: '2024-11-25', accepted: true };
    expect(answer).toEqual({
      trainingEvents: {
        nodes: [
          {
            legalBasis: ['Permensos 25/2019', 'Perbup Cirebon 34/2023'],
            sources: [source, source],
          },
        ],
      },
    });
  });

  test('has a training of 2026 with a waiting list to try', async () => {
    const answer = await ask(`{ trainingEvents(region: "32.79", year: 2026) { nodes {
      status seats { total taken waiting perUnitMax quotas { region { code } total taken waiting } } } } }`);

    const quota = (code: string, taken: number, waiting = 0) => ({
      region: { code },
      total: 1,
      taken,
      waiting,
    });
    const quotas = [
      quota('32.79.01', 1),
      quota('32.79.02', 1),
      quota('32.79.03', 0),
      quota('32.79.04', 1, 1),
      { region: null, total: 2, taken: 2, waiting: 0 },
    ];
    expect(answer).toEqual({
      trainingEvents: {
        nodes: [
          {
            status: 'REGISTRATION_OPEN',
            seats: { total: 6, taken: 5, waiting: 1, perUnitMax: 1, quotas },
          },
        ],
      },
    });
  });

  test('has a certificate that counts, one that was revoked, and one that never was', async () => {
    const answer = await ask(`{
      valid: certificateCheck(code: "kt14bjr00013") { status holderInitials issuedOn trainingEvent { startsOn } }
      revoked: certificateCheck(code: "KT14-BJR0-0049") { status }
      unknown: certificateCheck(code: "KT14-BJR0-0048") { status } }`);

    expect(answer).toEqual({
      valid: {
        status: 'VALID',
        holderInitials: 'A. C. S.',
        issuedOn: '2014-06-27',
        trainingEvent: { startsOn: '2014-06-25' },
      },
      revoked: { status: 'REVOKED' },
      unknown: { status: 'UNKNOWN' },
    });
  });

  test('reaches four of the village units of Kota Banjar', async () => {
    const answer =
      await ask(`{ _entities(representations: [{ __typename: "Region", code: "32.79" }]) {
      ... on Region { training(year: 2014) { unitsReached certificatesIssued } } } }`);

    expect(answer).toEqual({
      _entities: [{ training: { unitsReached: 4, certificatesIssued: 3 } }],
    });
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import { demoLoader } from '@jejaring/chassis/testing/demo';
import { loadDemo } from './demo.js';
import { anOrganization } from './organization/organization.fixture.js';
import { training } from './service.js';

let service: TestService;
const villages = ['32.79.01.1006', '32.79.02.2003', '32.79.04.2003', '32.79.04.2006'];
const idAt = (code: string) => demoLoader(service.database).organization(code);

beforeAll(async () => {
  service = await startTestService(training);
  for (const regionCode of villages)
    await anOrganization(service, { id: idAt(regionCode), regionCode });
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

  test('tells of the Bimtek of 25 June 2014 and the four who were sent', async () => {
    const answer = await ask(
      `{ trainingEvents(year: 2014, organizerRegion: "32") { nodes { title startsOn status
          venue { name regionDerived region { code } }
          delegations { region { code } delegates { status organization { id } } } } } }`,
      aCaller({ role: 'DINSOS_PROVINCE_STAFF', region: '32' }),
    );

    const delegates = villages.map((code) => ({
      status: 'CERTIFIED',
      organization: { id: encodeId('org', idAt(code)) },
    }));
    const venue = {
      name: 'Hotel Endah Parahyangan',
      regionDerived: true,
      region: { code: '32.73' },
    };
    const delegations = [{ region: { code: '32.79' }, delegates }];
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

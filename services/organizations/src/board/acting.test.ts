import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { accountOf } from '@jejaring/chassis/work/standing';
import { amendOfficer } from '../officer/officer.service.js';
import type { Officer } from '../officer/officer.entity.js';
import { anOfficer } from '../officer/officer.fixture.js';
import type { Organization } from '../organization/organization.entity.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { leadOn } from '../organization/organization.service.js';
import { someRegions, villagesOf } from '../region/region.fixture.js';
import { organizations } from '../service.js';
import { aBoard, aSeat, seen, tell } from './board.fixture.js';

let service: TestService;
const villages = villagesOf('32.79.04', 12);
const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.79' });
const decree = {
  number: '141.1/30/Kep.Kades/2026',
  issuedOn: '2026-03-01',
  signatory: 'KEPALA_DESA',
};

beforeAll(async () => {
  service = await startTestService(organizations);
  await someRegions(service, villages);
  service.clock.at = new Date('2026-11-20T02:00:00Z');
});
afterAll(() => service?.stop());

interface Play {
  organization: Organization;
  officer: Officer;
  /** The officer, asking with the account. */
  caller: Caller;
  head: Caller;
}

/** Somebody of a village of its own, with an account. */
async function somebody(subject: string): Promise<Play> {
  const region = villages.shift()!;
  const organization = await anOrganization(service, { status: 'ACTIVE', regionCode: region });
  const officer = await anOfficer(service, organization, { account: accountOf(subject) });
  const organizationId = organization.id;
  return {
    organization,
    officer,
    caller: aCaller({ role: 'KT_OFFICER', region, organizationId, id: subject }),
    head: aCaller({ role: 'VILLAGE_HEAD', region }),
  };
}

const seatIn = ({ officer }: Play, position = 'SECTION_HEAD') => ({
  officerId: encodeId('ofr', officer.id),
  position,
  on: '2026-03-01',
  decree,
});

/** As what the service takes the caller: an officer sees the officers of the organization. */
async function acts({ organization, caller }: Play): Promise<boolean> {
  const { data } = await service.ask<{ officers: { totalCount: number } }>(
    'query ($of: ID!) { officers(organization: $of) { totalCount } }',
    { of: encodeId('org', organization.id) },
    caller,
  );
  return data.officers.totalCount > 0;
}

const appointments = async () =>
  (await service.published())
    .filter(({ type }) => type.startsWith('organizations.appointment.'))
    .map(({ type, data }) => [type.split('.')[2], data]);

describe('an officer with an account', () => {
  test('may act while the seat is held, and no longer', async () => {
    const play = await somebody('oidc|dewi');
    const { board } = await aBoard(service, play.organization);

    const seated = await tell(service, 'seatOfficer', { ...seen(board), ...seatIn(play) }, staff);
    expect(await acts(play)).toBe(true);
    const [seat] = await service.rows<{ id: string }>('select id from seat where officer_id = $1', [
      play.officer.id,
    ]);
    const leave = {
      id: seated.id,
      expectedVersion: seated.version,
      seatId: encodeId('sea', seat!.id),
      reason: 'RESIGNED',
      on: '2026-11-20',
      decree,
    };
    expect((await tell(service, 'unseatOfficer', leave, play.head)).__typename).toBe('Board');

    expect(await acts(play)).toBe(false);
    expect(await appointments()).toMatchObject([
      [
        'made',
        {
          account: accountOf('oidc|dewi'),
          role: 'KT_OFFICER',
          regionCode: play.organization.regionCode,
          organizationId: encodeId('org', play.organization.id),
          validFrom: '2026-03-01T00:00:00.000Z',
          validTo: '2029-02-01T00:00:00.000Z',
        },
      ],
      ['ended', { endedAt: '2026-11-20T00:00:00.000Z' }],
    ]);
  });

  test('keeps the right with a second seat on the same board', async () => {
    const play = await somebody('oidc|rina');
    const { board } = await aBoard(service, play.organization);
    const one = await tell(service, 'seatOfficer', { ...seen(board), ...seatIn(play) }, staff);
    const next = { id: one.id, expectedVersion: one.version, ...seatIn(play, 'ADVISOR') };
    const two = await tell(service, 'seatOfficer', next, staff);
    const [first] = await service.rows<{ id: string }>(
      "select id from seat where officer_id = $1 and position = 'SECTION_HEAD'",
      [play.officer.id],
    );

    const leave = { reason: 'OTHER', on: '2026-11-20', decree };
    const seatId = encodeId('sea', first!.id);
    await tell(
      service,
      'unseatOfficer',
      { id: two.id, expectedVersion: two.version, seatId, ...leave },
      staff,
    );

    expect(await acts(play)).toBe(true);
  });

  test('loses it with a revoked board', async () => {
    const play = await somebody('oidc|yanto');
    const { board } = await aBoard(service, play.organization);
    const seated = await tell(service, 'seatOfficer', { ...seen(board), ...seatIn(play) }, staff);
    expect(await acts(play)).toBe(true);

    const paper = { decree, revokedOn: '2026-11-20' };
    const revoke = { id: seated.id, expectedVersion: seated.version, ...paper };
    expect(await tell(service, 'revokeBoard', revoke, play.head)).toMatchObject({
      status: 'REVOKED',
    });

    expect(await acts(play)).toBe(false);
  });

  test('loses it when the organization is dissolved, whose boards end with it', async () => {
    const play = await somebody('oidc|bubar');
    const { board } = await aBoard(service, play.organization);
    const { board: coming } = await aBoard(service, play.organization, { status: 'ELECTED' });
    await tell(service, 'seatOfficer', { ...seen(board), ...seatIn(play) }, staff);
    const { id } = play.organization;

    await service.asSystem((work) =>
      leadOn(work, 'DISSOLVE', { id, expectedVersion: 1, decreeNumber: '141/9/2026' }),
    );

    expect(await acts(play)).toBe(false);
    const rows = await service.rows(
      'select id, status, ended_on::text from board where organization_id = $1 order by status',
      [id],
    );
    expect(rows).toEqual([
      { id: board.id, status: 'REVOKED', ended_on: '2026-11-20' },
      { id: coming.id, status: 'WITHDRAWN', ended_on: null },
    ]);
  });

  test('gets it when the decree puts the board into office, until the term is over', async () => {
    const play = await somebody('oidc|tuti');
    const { board } = await aBoard(service, play.organization, { status: 'RATIFIED' });
    await aSeat(service, board, { officerId: play.officer.id, position: 'ADVISOR' });
    const of2024 = { ...decree, issuedOn: '2024-02-01' };

    await tell(service, 'confirmBoard', { ...seen(board), decree: of2024 }, play.head);

    expect(await acts(play)).toBe(true);
    service.clock.at = new Date('2029-02-01T02:00:00Z');
    expect(await acts(play)).toBe(false);
    service.clock.at = new Date('2026-11-20T02:00:00Z');
  });

  test('gets none from a term that was over when it was recorded', async () => {
    const play = await somebody('oidc|lama');
    const { board } = await aBoard(service, play.organization, {
      status: 'RATIFIED',
      heldOn: '2014-05-01',
    });
    await aSeat(service, board, { officerId: play.officer.id, position: 'ADVISOR' });
    const before = await appointments();

    const of2014 = { ...decree, issuedOn: '2014-06-02' };
    const told = await tell(service, 'confirmBoard', { ...seen(board), decree: of2014 }, staff);

    expect(told).toMatchObject({ status: 'CONFIRMED', termEnd: '2017-06-02' });
    expect(await appointments()).toEqual(before);
  });

  test('passes it to another account when the office links that', async () => {
    const play = await somebody('oidc|old');
    const { board } = await aBoard(service, play.organization);
    await tell(service, 'seatOfficer', { ...seen(board), ...seatIn(play) }, staff);
    const { id } = play.officer;

    await service.asSystem((work) =>
      amendOfficer(work, { id, expectedVersion: 1, accountSubject: 'oidc|new' }),
    );

    expect(await acts(play)).toBe(false);
    const renewed = { ...play, caller: { ...play.caller, id: 'oidc|new' } };
    expect(await acts(renewed)).toBe(true);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '@jejaring/chassis/graph/ids';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import type { TestService } from '@jejaring/chassis/testing/graph-client';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { anOfficer } from '../officer/officer.fixture.js';
import type { Organization } from '../organization/organization.entity.js';
import { anOrganization } from '../organization/organization.fixture.js';
import { someRegions, villagesOf } from '../region/region.fixture.js';
import { organizations } from '../service.js';
import { aBoard, seen, tell } from './board.fixture.js';

let service: TestService;
let district: Organization;
let higher: Caller;
const villages = villagesOf('33.16.01', 20);
const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '33.16' });
const elsewhere = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '32.09' });

beforeAll(async () => {
  service = await startTestService(organizations);
  await someRegions(service, villages);
  const place = { level: 'DISTRICT', regionCode: '33.16.01' } as const;
  district = await anOrganization(service, { status: 'ACTIVE', ...place });
  higher = aCaller({ role: 'KT_OFFICER', region: '33.16.01', organizationId: district.id });
});
afterAll(() => service?.stop());

/** A village of its own, its officer and its head. */
async function aVillage() {
  const regionCode = villages.shift()!;
  const organization = await anOrganization(service, { status: 'ACTIVE', regionCode });
  const organizationId = organization.id;
  return {
    organization,
    officer: aCaller({ role: 'KT_OFFICER', region: regionCode, organizationId }),
    head: aCaller({ role: 'VILLAGE_HEAD', region: regionCode }),
  };
}

const core = ['CHAIR', 'SECRETARY', 'TREASURER'];
const decree = {
  number: '141.1/12/Kep.Kades/2024',
  issuedOn: '2024-02-01',
  signatory: 'KEPALA_DESA',
};
const election = { forum: 'MWKT', heldOn: '2024-01-10', minutesReference: 'BA/1/2024' };

async function draft(organization: Organization, caller: Caller, birthDates: string[] = []) {
  const seats = [];
  for (const [index, position] of core.entries()) {
    const birthDate = birthDates[index] ?? '1995-05-05';
    const { id } = await anOfficer(service, organization, { name: 'Budi Contoh', birthDate });
    seats.push({ officerId: encodeId('ofr', id), position });
  }
  const organizationId = encodeId('org', organization.id);
  return tell(service, 'draftBoard', { organizationId, seats }, caller);
}

const stepOf = ({ id, version }: { id: string; version: number }) => ({
  id,
  expectedVersion: version,
});
const of = async (organization: Organization) =>
  (await service.published()).filter(({ key }) => key === encodeId('org', organization.id));

describe('the way into office', () => {
  test('is drafted, elected, ratified and confirmed by four hands, and each step is said', async () => {
    const { organization, officer, head } = await aVillage();
    const drafted = await draft(organization, officer);

    const elected = await tell(service, 'electBoard', { ...stepOf(drafted), ...election }, officer);
    const ratification = { ...stepOf(elected), ratifiedOn: '2024-01-20' };
    const ratified = await tell(service, 'ratifyBoard', ratification, higher);
    const confirmation = { ...stepOf(ratified), decree };
    const confirmed = await tell(service, 'confirmBoard', confirmation, head);

    expect([drafted, elected, ratified, confirmed].map(({ status }) => status)).toEqual([
      'DRAFT',
      'ELECTED',
      'RATIFIED',
      'CONFIRMED',
    ]);
    expect(confirmed).toMatchObject({ termEnd: '2029-02-01', warnings: [] });
    const events = await of(organization);
    expect(events.map(({ type }) => type)).toEqual([
      'organizations.board.elected.v1',
      'organizations.board.ratified.v1',
      'organizations.board.confirmed.v1',
      ...core.map(() => 'organizations.officer.seated.v1'),
    ]);
    expect(events[2]!.data).toMatchObject({ termStart: '2024-02-01', termEnd: '2029-02-01' });
    expect(events.slice(3).map(({ data }) => [data.position, data.from, data.to])).toEqual(
      core.map((position) => [position, '2024-02-01', '2029-02-01']),
    );
    expect(JSON.stringify(events)).not.toContain('Contoh');
  });

  test('is closed to those of other regions and organizations at every step', async () => {
    const { organization, officer } = await aVillage();
    const stranger = (await aVillage()).officer;
    const drafted = await draft(organization, officer);
    const elect = { ...stepOf(drafted), ...election };

    expect((await draft(organization, stranger)).__typename).toBe('NotAllowedProblem');
    expect((await tell(service, 'electBoard', elect, stranger)).__typename).toBe('NotFoundProblem');
    expect((await tell(service, 'electBoard', elect, elsewhere)).__typename).toBe(
      'NotFoundProblem',
    );
    const elected = await tell(service, 'electBoard', elect, officer);
    const ratify = { ...stepOf(elected), ratifiedOn: '2024-01-20' };
    expect((await tell(service, 'ratifyBoard', ratify, officer)).__typename).toBe(
      'NotAllowedProblem',
    );
    expect((await tell(service, 'ratifyBoard', ratify, stranger)).__typename).toBe(
      'NotFoundProblem',
    );
  });

  test('is not confirmed by the hand that recorded its election', async () => {
    const { organization, head } = await aVillage();
    const office = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: '33.16' });
    const drafted = await draft(organization, office);
    const elected = await tell(service, 'electBoard', { ...stepOf(drafted), ...election }, office);
    const ratification = { ...stepOf(elected), ratifiedOn: '2024-01-20' };
    const ratified = await tell(service, 'ratifyBoard', ratification, higher);
    const confirmation = { ...stepOf(ratified), decree };

    const byTheSame = await tell(service, 'confirmBoard', confirmation, office);
    const byAnother = await tell(service, 'confirmBoard', confirmation, head);

    expect([byTheSame.ground, byAnother.status]).toEqual(['same-hand', 'CONFIRMED']);
  });

  test('has no step twice, none out of turn, and none for who saw an older version', async () => {
    const { organization, officer, head } = await aVillage();
    const drafted = await draft(organization, officer);
    const key = { idempotencyKey: randomUUID() };
    const elect = { ...stepOf(drafted), ...election, ...key };

    const elected = await tell(service, 'electBoard', elect, officer);
    const again = await tell(service, 'electBoard', elect, officer);
    const stale = await tell(service, 'electBoard', { ...stepOf(drafted), ...election }, officer);
    const early = await tell(service, 'confirmBoard', { ...stepOf(elected), decree }, head);

    expect(again).toEqual(elected);
    expect(stale).toEqual({ __typename: 'ConflictProblem', currentVersion: 2 });
    expect(early).toMatchObject({ ground: 'board-wrong-state', currentStatus: 'ELECTED' });
    expect(await of(organization)).toHaveLength(1);
  });

  test('refuses who is too young, by the law of the day of the election', async () => {
    const { organization, officer } = await aVillage();
    const drafted = await draft(organization, officer, ['2010-01-01']);

    const told = await tell(service, 'electBoard', { ...stepOf(drafted), ...election }, officer);

    expect(told).toMatchObject({ __typename: 'BoardRefusedProblem', ground: 'officer-too-young' });
  });

  test('takes nobody twice into the core, and nobody who is not registered', async () => {
    const { organization, officer } = await aVillage();
    const { id } = await anOfficer(service, organization);
    const organizationId = encodeId('org', organization.id);
    const twice = core.map((position) => ({ officerId: encodeId('ofr', id), position }));
    const nobody = [{ officerId: encodeId('ofr', randomUUID()), position: 'CHAIR' }];

    expect(
      await tell(service, 'draftBoard', { organizationId, seats: twice }, officer),
    ).toMatchObject({ ground: 'core-not-distinct' });
    expect(
      await tell(service, 'draftBoard', { organizationId, seats: nobody }, officer),
    ).toMatchObject({ field: 'officerId' });
  });
});

describe('Mutation.skipRatification', () => {
  test('is for a village whose district has no board in office', async () => {
    const { organization, officer } = await aVillage();
    const drafted = await draft(organization, officer);
    const elected = await tell(service, 'electBoard', { ...stepOf(drafted), ...election }, officer);
    const skip = { ...stepOf(elected), reason: 'Pengurus kecamatan belum terbentuk' };

    expect((await tell(service, 'skipRatification', skip, officer)).__typename).toBe(
      'NotAllowedProblem',
    );
    expect(await tell(service, 'skipRatification', skip, staff)).toMatchObject({
      status: 'RATIFIED',
    });
  });

  test('is refused while the district board is in office', async () => {
    const { organization, officer } = await aVillage();
    const drafted = await draft(organization, officer);
    const elected = await tell(service, 'electBoard', { ...stepOf(drafted), ...election }, officer);
    const { board } = await aBoard(service, district, {
      termStart: '2023-01-01',
      termEnd: '2028-01-01',
    });

    const skip = { ...stepOf(elected), reason: 'Tanpa alasan' };
    const told = await tell(service, 'skipRatification', skip, staff);

    expect(told).toMatchObject({ ground: 'higher-board-in-office' });
    await service.rows('delete from seat where board_id = $1', [board.id]);
    await service.rows('delete from board where id = $1', [board.id]);
  });
});

describe('terms of one organization', () => {
  const confirmLater = async (organization: Organization, head: Caller, issuedOn: string) => {
    const { board } = await aBoard(service, organization, { status: 'RATIFIED' });
    const later = { ...decree, issuedOn };
    return tell(service, 'confirmBoard', { ...seen(board), decree: later }, head);
  };

  test('follow one another: a later decree replaces the board that it cuts short', async () => {
    const { organization, head } = await aVillage();
    const { board: first } = await aBoard(service, organization);

    const second = await confirmLater(organization, head, '2026-03-01');

    expect(second).toMatchObject({ status: 'CONFIRMED', termEnd: '2031-03-01' });
    const [row] = await service.rows('select status, ended_on::text from board where id = $1', [
      first.id,
    ]);
    expect(row).toEqual({ status: 'REPLACED', ended_on: '2026-03-01' });
    const types = (await of(organization)).map(({ type }) => type.split('.').slice(1, 3).join('.'));
    expect(types).toEqual([
      ...core.map(() => 'officer.unseated'),
      'board.revoked',
      'board.confirmed',
      ...core.map(() => 'officer.seated'),
    ]);
  });

  test('never overlap: a decree inside a term that is over is refused', async () => {
    const { organization, head } = await aVillage();
    await aBoard(service, organization, { status: 'EXPIRED', termEnd: '2026-02-01' });

    const told = await confirmLater(organization, head, '2025-03-01');

    expect(told).toMatchObject({ __typename: 'BoardRefusedProblem', ground: 'term-taken' });
  });

  test('leave one winner when two boards are confirmed at once', async () => {
    const { organization, head } = await aVillage();
    const boards = [
      await aBoard(service, organization, { status: 'RATIFIED' }),
      await aBoard(service, organization, { status: 'RATIFIED' }),
    ];

    const told = await Promise.all(
      boards.map(({ board }) => tell(service, 'confirmBoard', { ...seen(board), decree }, head)),
    );

    expect(told.map(({ ground }) => ground ?? null).toSorted()).toEqual([null, 'term-taken']);
  });
});

describe('Mutation.revokeBoard', () => {
  test('ends the board and every seat on its day, and says so', async () => {
    const { organization, head } = await aVillage();
    const { board } = await aBoard(service, organization);
    const input = { ...seen(board), decree, revokedOn: '2026-05-01' };

    expect((await tell(service, 'revokeBoard', input, elsewhere)).__typename).toBe(
      'NotAllowedProblem',
    );
    expect(await tell(service, 'revokeBoard', input, head)).toMatchObject({ status: 'REVOKED' });
    const seats = await service.rows('select valid_to::text from seat where board_id = $1', [
      board.id,
    ]);
    expect(seats).toEqual(core.map(() => ({ valid_to: '2026-05-01' })));
    const events = await of(organization);
    expect(events.at(-1)).toMatchObject({
      type: 'organizations.board.revoked.v1',
      data: { revokedOn: '2026-05-01' },
    });
  });
});

describe('Mutation.withdrawBoard', () => {
  test('gives up what never came into office, without a word to others', async () => {
    const { organization, officer } = await aVillage();
    const { board } = await aBoard(service, organization, { status: 'DRAFT' });

    expect((await tell(service, 'withdrawBoard', seen(board), staff)).status).toBe('WITHDRAWN');
    expect(await of(organization)).toEqual([]);
    const told = await tell(
      service,
      'withdrawBoard',
      { ...seen(board), expectedVersion: 2 },
      officer,
    );
    expect(told).toMatchObject({ ground: 'board-wrong-state', currentStatus: 'WITHDRAWN' });
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hearCases, hearRegister as hearInAwards } from '@jejaring/awards/national';
import { awards } from '@jejaring/awards/service';
import type { Outcome } from '@jejaring/chassis/events/inbox';
import { consume } from '@jejaring/chassis/events/inbox';
import type { OutboxRow } from '@jejaring/transports/outbox-row';
import { toRecord } from '@jejaring/transports/outbox-row';
import { encodeId } from '@jejaring/chassis/graph/ids';
import type { TestService, TestServiceOptions } from '@jejaring/chassis/testing/graph-client';
import { aCaller, startTestService } from '@jejaring/chassis/testing/graph-client';
import { aBoard } from '@jejaring/organizations/board/board.fixture';
import { registerRegency, tellRegency } from '@jejaring/organizations/national';
import { openOfficer, subjectOf } from '@jejaring/organizations/officer/officer-secrets';
import { Officer } from '@jejaring/organizations/officer/officer.entity';
import { anOrganization } from '@jejaring/organizations/organization/organization.fixture';
import { someRegions, villagesOf } from '@jejaring/organizations/region/region.fixture';
import { organizations } from '@jejaring/organizations/service';
import { hearRegister as hearInTraining } from '@jejaring/training/national';
import { training } from '@jejaring/training/service';
import {
  hearRegister as hearInCases,
  reportRegency,
  tellCases,
} from '@jejaring/welfare-cases/national';
import { welfareCases } from '@jejaring/welfare-cases/service';
import { shareOut } from './shares.js';

const regency = '32.79';
const district = '32.79.04';
const villages = [...villagesOf(district, 6), ...villagesOf('32.79.03', 4)];
const taken = villages[5]!;
const cases = 130;
const listening: Record<string, TestServiceOptions> = {
  'welfare-cases': welfareCases,
  training,
  awards,
};

let register: TestService;
let listeners: Record<string, TestService>;

async function loadNation(): Promise<{ entered: number; reported: number }> {
  const entered = await registerRegency(register.database, regency);
  const news = await tellRegency(register.database, regency);
  await hearInCases(listeners['welfare-cases']!.database, news);
  await hearInTraining(listeners.training!.database, news);
  await hearInAwards(listeners.awards!.database, news);
  const database = listeners['welfare-cases']!.database;
  const reported = await reportRegency(database, regency, shareOut(villages, cases).get(regency)!);
  await hearCases(listeners.awards!.database, await tellCases(database, regency));
  return { entered, reported };
}

beforeAll(async () => {
  register = await startTestService(organizations);
  listeners = {};
  for (const [name, service] of Object.entries(listening))
    listeners[name] = await startTestService(service);
  await someRegions(register, villages);
  const above = { level: 'DISTRICT' as const, regionCode: district, status: 'ACTIVE' as const };
  const higher = await anOrganization(register, above);
  await aBoard(register, higher, { termStart: '2020-01-06', termEnd: '2029-01-06' });
  await anOrganization(register, { regionCode: taken, status: 'DORMANT' });
  expect(await loadNation()).toEqual({ entered: 9, reported: cases });
}, 240_000);
afterAll(async () => {
  for (const service of [register, ...Object.values(listeners ?? {})]) await service?.stop();
});

const strings = async (service: TestService, sql: string) =>
  (await service.rows(sql)).map((row) => Object.values(row).join(' '));

const stateOf = async () => {
  const tables = ['organization', 'seat', 'registration_counter', 'outbox_sequence'];
  const counted = tables.map((table) => `(select count(*) from ${table}) as ${table}`);
  const ofRegister = await strings(register, `select ${counted.join(', ')}`);
  const ofCases = await strings(
    listeners['welfare-cases']!,
    `select (select count(*) from welfare_case) as cases, (select sum(open_cases) from open_case_count) as open,
       (select sum(last) from outbox_sequence) as said, (select sum(sequence) from inbox_position) as heard`,
  );
  const ofAwards = await strings(
    listeners.awards!,
    `select (select sum(cases) from handled_case_count) as cases, (select count(*) from board_copy) as boards,
       (select sum(sequence) from inbox_position) as heard`,
  );
  return { ofRegister, ofCases, ofAwards };
};

interface Seen {
  id: string;
  version: number;
}

/** One organization of the load with its board and a person of it. */
async function oneOf(code: string) {
  const [found] = await register.rows<{ org: string; board: Seen; officer: string }>(
    `select o.id as org, json_build_object('id', b.id, 'version', b.version) as board, s.officer_id as officer
     from organization o join board b on b.organization_id = o.id join seat s on s.board_id = b.id
     where o.region_code = $1 and s.position = 'CHAIR'`,
    [code],
  );
  return found!;
}

async function ask(
  service: TestService,
  mutation: string,
  given: { type: string; input: object; caller: Parameters<TestService['ask']>[2] },
) {
  const { data, errors } = await service.ask<Record<string, { __typename: string }>>(
    `mutation ($input: ${given.type}!) { ${mutation}(input: $input) { __typename } }`,
    { input: { idempotencyKey: randomUUID(), ...given.input } },
    given.caller,
  );
  expect(errors).toEqual([]);
  return data[mutation]!.__typename;
}

/** Hands what waits in an outbox to a listener, as relay and subscription would. */
async function deliver(speaker: TestService, name: string): Promise<Outcome[]> {
  const rows = await speaker.rows<OutboxRow>('select * from outbox order by seq');
  const outcomes: Outcome[] = [];
  for (const row of rows) {
    const record = { ...toRecord(row), partition: 0, offset: row.seq };
    outcomes.push(
      ...(await consume(listeners[name]!.database, listening[name]!.consumers, [record])),
    );
  }
  return outcomes;
}

describe('the national load', () => {
  test('registers one Karang Taruna for each village without, with a number and a period', async () => {
    expect(
      await strings(
        register,
        `select count(*), count(distinct registered_number) as numbers, count(distinct p.id) as periods from organization o
         join organization_period p on p.organization_id = o.id and p.status = o.status and p.valid_to is null`,
      ),
    ).toEqual(['9 9 9']);
    expect(
      await strings(
        register,
        `select kind, status from organization where region_code = '${taken}'`,
      ),
    ).toEqual(['KARANG_TARUNA DORMANT']);
  });

  test('brings a board into office with three seats, ratified where a higher board was there', async () => {
    expect(
      await strings(
        register,
        `select left(b.region_code, 8), b.ratified_on is not null as ratified, count(distinct b.id) as boards, count(s.id) as seats from board b
         join seat s on s.board_id = b.id and s.valid_to = b.term_end
         where b.level = 'VILLAGE' and b.status = 'CONFIRMED' group by 1, 2 order by 1`,
      ),
    ).toEqual(['32.79.03 false 4 12', '32.79.04 true 5 15']);
  });

  test('closes the names of persons as the commands do', async () => {
    const { officer } = await oneOf(villages[0]!);

    const row = await register.asSystem((work) => work.get(Officer, officer));

    const keys = await register.keys!.vault.forReading([subjectOf(officer)]);
    expect(openOfficer(keys.get(subjectOf(officer))!, row).name).toMatch(/^\w+ Contoh \w+$/);
  });

  test('counts the cases of each village and category, and of each organization', async () => {
    const service = listeners['welfare-cases']!;
    const wrong = await service.rows(
      `select from (select region_code, category, count(*) from welfare_case where status <> 'CLOSED' and not sealed group by 1, 2) c
       full join open_case_count o using (region_code, category) where c.count is distinct from o.open_cases`,
    );
    const closed = await service.rows(
      "select count(*)::integer as cases from welfare_case where status = 'CLOSED' and not sealed",
    );
    const numbers = await service.rows<{ last: number; cases: number }>(
      `select last, (select count(*)::integer from welfare_case w where not w.sealed and w.case_number like
         'KS/' || c.regency_code || '/' || c.year || '/%') as cases from case_counter c`,
    );

    expect(wrong).toEqual([]);
    expect(numbers.every(({ last, cases: counted }) => last === counted)).toBe(true);
    expect(
      await listeners.awards!.rows('select sum(cases)::integer as cases from handled_case_count'),
    ).toEqual(closed);
  });

  test('does nothing when it was done', async () => {
    const before = await stateOf();

    expect(await loadNation()).toEqual({ entered: 0, reported: 0 });
    expect(await stateOf()).toEqual(before);
  });
});

describe('after the national load', () => {
  test('events of commands on the register arrive without a gap, in every copy', async () => {
    const [suspended, changed] = [await oneOf(villages[0]!), await oneOf(villages[7]!)];
    const head = aCaller({ role: 'DINSOS_REGENCY_HEAD', region: regency });
    const suspend = { id: encodeId('org', suspended.org), expectedVersion: 1 };
    const decree = {
      number: '141.1/30/Kep.Kades/2026',
      issuedOn: '2026-11-02',
      signatory: 'KEPALA_DESA',
    };
    const seat = {
      id: encodeId('brd', changed.board.id),
      expectedVersion: changed.board.version,
      officerId: encodeId('ofr', changed.officer),
      position: 'SECTION_HEAD',
      sectionName: 'UEP',
      on: '2026-11-02',
      decree,
    };

    expect([
      await ask(register, 'suspendOrganization', {
        type: 'OrganizationDecreeInput',
        input: { ...suspend, decreeNumber: '460/1/2026' },
        caller: head,
      }),
      await ask(register, 'seatOfficer', {
        type: 'SeatOfficerInput',
        input: seat,
        caller: aCaller({ role: 'VILLAGE_HEAD', region: villages[7]! }),
      }),
    ]).toEqual(['Organization', 'Board']);

    for (const [name, service] of Object.entries(listeners)) {
      expect(await deliver(register, name)).toEqual(['done', 'done']);
      const copied = await strings(
        service,
        `select status from organization_copy where id = '${suspended.org}'`,
      );
      expect(copied).toEqual(['SUSPENDED']);
      expect(await strings(service, 'select count(*) from parked_event')).toEqual(['0']);
      if (name === 'welfare-cases') continue;
      expect(
        await strings(
          service,
          `select position from seat_copy where organization_id = '${changed.org}' order by 1`,
        ),
      ).toEqual(['CHAIR', 'SECRETARY', 'SECTION_HEAD', 'TREASURER']);
    }
  });

  test('events of commands on a case arrive without a gap, and credit goes on', async () => {
    const service = listeners['welfare-cases']!;
    const staff = aCaller({ role: 'DINSOS_REGENCY_STAFF', region: regency });
    const [waiting] = await service.rows<{ id: string; organization: string }>(
      `select id, reported_by_organization_id as organization from welfare_case
       where status = 'REPORTED' and region_code = '${villages[1]!}' limit 1`,
    );
    const accept = {
      id: encodeId('case', waiting!.id),
      expectedVersion: 1,
      legalBasis: 'PUBLIC_TASK',
      assignedTo: encodeId('org', waiting!.organization),
    };

    expect(
      await ask(service, 'acceptCase', { type: 'AcceptCaseInput', input: accept, caller: staff }),
    ).toBe('WelfareCase');

    expect(await deliver(service, 'awards')).toEqual(['done']);
    expect(
      await strings(
        listeners.awards!,
        `select sequence from inbox_position where key = '${accept.id}'`,
      ),
    ).toEqual(['2']);
  });
});

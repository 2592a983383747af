import type { DemoKind, DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller, demoOrganizationStep } from '@jejaring/chassis/testing/demo';
import type { RegionLevel } from '@jejaring/chassis/work/scope.rules';
import { levelOf, regencyOf } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { Organization } from '../organization/organization.entity.js';
import {
  draftRegistration,
  submitRegistration,
  verifyRegistration,
} from '../organization/organization.service.js';
import { noParticulars } from '../welfare-resource/welfare-resource.rules.js';
import { inParallel } from './parallel.js';

interface Place {
  code: string;
  name: string;
}

interface Seat extends Place {
  kind: DemoKind;
}

const titles: Record<DemoKind, string> = {
  KARANG_TARUNA: 'Karang Taruna',
  LKS: 'LKS Contoh',
  TKSK: 'TKSK Contoh',
  PSM: 'PSM Contoh',
};

const factsOf = ({ kind, code, name }: Seat) => ({
  kind,
  level: levelOf(code) as RegionLevel,
  name: `${titles[kind]} ${name}`,
  regionCode: code,
  establishedOn: '2010-09-26',
  chairName: kind === 'KARANG_TARUNA' ? `Ketua Contoh ${name}` : null,
  documents: kind === 'LKS' ? ['FOUNDING_NOTE', 'BOARD_LIST', 'PROGRAMME'] : [],
  particulars: particularsOf(kind, code),
});

/** The institutions stand without legal personality, which is valid; each TKSK serves its kecamatan. */
function particularsOf(kind: DemoKind, code: string) {
  if (kind === 'LKS') return { ...noParticulars, legalForm: 'NONE', owner: 'COMMUNITY' } as const;
  if (kind === 'TKSK') return { ...noParticulars, dutyRegionCode: code };
  return noParticulars;
}

/** Drafted, submitted and verified by three hands, as the law has it. */
async function register(demo: DemoLoader, seat: Seat): Promise<void> {
  const { code, kind } = seat;
  const { name: step, at } = demoOrganizationStep(code, kind);
  const applicant = demoCaller(kind === 'KARANG_TARUNA' ? 'KT_OFFICER' : 'PSKS_WORKER', code);
  const staff = demoCaller('DINSOS_REGENCY_STAFF', regencyOf(code));
  const play = (name: string, caller: typeof staff, act: (work: Work) => Promise<Organization>) =>
    demo.command({ name, at, caller, entity: Organization, act });
  const { id } = await play(step, applicant, (work) => draftRegistration(work, factsOf(seat)));
  await play(`${step}/submitted`, applicant, (work) =>
    submitRegistration(work, { id, expectedVersion: 1 }),
  );
  await play(`${step}/verified`, staff, (work) =>
    verifyRegistration(work, { id, expectedVersion: 2 }),
  );
}

/** Boards of the provinces of the articles, their regencies and the districts and villages told of. */
const karangTaruna = `
  code in ('32', '33', '36', '63')
  or level = 'REGENCY' and parent_code in ('32', '33', '36', '63')
  or level = 'DISTRICT' and parent_code in ('32.09', '33.16')
  or level = 'VILLAGE' and (code like '32.79.%' or code like '33.16.%')`;

const entrantsOfBanten = 400;

// Spread evenly: where whole numbers change in `row * 400 / all`, 400 of all villages are taken.
const bantenVillages = `
  select code, name from (
    select code, name, row_number() over (order by code) as row, count(*) over () as whole
    from region where level = 'VILLAGE' and code like '36.%'
  ) village where row * $1 / whole > (row - 1) * $1 / whole`;

/** Where the workers and volunteers come from whom each regency of Kalimantan Selatan sends to the selections of 2024. */
const firstOfEachRegency = `
  select distinct on (left(code, 5)) code, name from region
  where level = $1 and code like '63.%' order by left(code, 5), code`;

async function seatsOf(work: Work): Promise<Seat[]> {
  const places = (sql: string, parameters: unknown[] = []) => work.sql<Place>(sql, parameters);
  const as = (kind: DemoKind) => (place: Place) => ({ ...place, kind });
  const boards = await places(`select code, name from region where ${karangTaruna} order by code`);
  const entrants = await places(bantenVillages, [entrantsOfBanten]);
  const nominees = await places("select code, name from region where parent_code = '63'");
  const districts = await places("select code, name from region where parent_code = '32.79'");
  const workers = await places(firstOfEachRegency, ['DISTRICT']);
  const volunteers = await places(firstOfEachRegency, ['VILLAGE']);
  return [
    ...[...boards, ...entrants].map(as('KARANG_TARUNA')),
    ...nominees.map(as('LKS')),
    ...[...districts, ...workers].map(as('TKSK')),
    ...volunteers.map(as('PSM')),
  ];
}

/** Every Karang Taruna of the articles, and in Kalimantan Selatan and Kota Banjar others beside them. */
export async function registerOrganizations(demo: DemoLoader): Promise<void> {
  const seats = await demo.read(seatsOf);
  await inParallel(seats, (seat) => register(demo, seat));
}

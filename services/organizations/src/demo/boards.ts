import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller } from '@jejaring/chassis/testing/demo';
import { addYears } from '../regulation-policy/regulation-policy.rules.js';
import { inDays } from '../board/board-days.js';
import { revokeBoard } from '../board/board-end.service.js';
import { Board } from '../board/board.entity.js';
import type { PersonFacts } from '../officer/officer.service.js';
import { inventPerson } from './board-people.js';
import type { DemoTerm, Sitting } from './board-steps.js';
import { paperOf, seatBoard } from './board-steps.js';
import { inParallel } from './parallel.js';

/** Terms of one organization, in their order. */
type Terms = readonly DemoTerm[];

/** Gives out invented persons, each once. */
function people() {
  let serial = 0;
  return (code: string, fields: Partial<PersonFacts> = {}): Sitting => ({
    person: inventPerson((serial += 1), code, fields),
  });
}

type NextPerson = ReturnType<typeof people>;

const coreOf = (next: NextPerson, code: string): DemoTerm['core'] => [
  next(code),
  next(code),
  next(code),
];

/** The four who were sent to the Bimtek of 25 June 2014 sat on their boards since that February. */
const delegates = [
  { code: '32.79.01.1006', name: 'Asep Contoh Situbatu', sex: 'MALE' },
  { code: '32.79.02.2003', name: 'Dewi Contoh Mulyasari', sex: 'FEMALE' },
  { code: '32.79.04.2003', name: 'Rudi Contoh Waringinsari', sex: 'MALE' },
  { code: '32.79.04.2006', name: 'Sari Contoh Kujangsari', sex: 'FEMALE' },
] as const;

const letterDay = '2014-06-12';

function boardOf2014(next: NextPerson, code: string): DemoTerm[] {
  const sent = delegates.find((delegate) => delegate.code === code);
  if (sent === undefined) return [];
  const { name, sex } = sent;
  // The id of the delegate is named by the letter of that day, in the trainings too.
  const step = { name: `person/${code}`, at: new Date(`${letterDay}T02:00:00Z`) };
  const chair = { ...next(code, { name, sex, birthDate: '1991-04-17' }), step };
  const core = [chair, next(code), next(code)] as const;
  return [{ code, issuedOn: '2014-02-03', recordedOn: letterDay, core }];
}

/** Those one can sign in as are the chairs of their villages. */
const accounts: Record<string, { accountSubject: string; name: string }> = {
  '32.79.04.2006': { accountSubject: 'asep', name: 'Asep Contoh Hidayat' },
  '32.79.01.1006': { accountSubject: 'cecep', name: 'Cecep Contoh Ramdani' },
};

/** The day before somebody would have nominated it: its term was over, and nobody followed. */
export const lapsedVillage = { code: '32.79.02.2004', termEnd: '2026-03-15' };
const expiringInDays: Record<string, number> = { '32.79.02.1002': 20, '32.79.03.2002': 75 };

function villageTerms(next: NextPerson, code: string, index: number, today: string): Terms {
  const core = coreOf(next, code);
  const past = boardOf2014(next, code);
  const days = expiringInDays[code];
  if (days !== undefined) {
    const issuedOn = addYears(inDays(today, days), -5);
    return [...past, { code, issuedOn, recordedOn: today, key: 'running-out', core }];
  }
  if (code === lapsedVillage.code) return [...past, { code, issuedOn: '2021-03-15', core }];
  const account = accounts[code];
  const chair: Sitting = account
    ? { person: { ...core[0].person, name: account.name }, accountSubject: account.accountSubject }
    : core[0];
  const month = String(1 + (index % 12)).padStart(2, '0');
  return [...past, { code, issuedOn: `2023-${month}-06`, core: [chair, core[1], core[2]] }];
}

/** The board of Banten: its chair was deputy governor when he spoke in October 2019. */
function bantenTerms(next: NextPerson): Terms {
  const code = '36';
  const deputyGovernor = {
    kind: 'DEPUTY_GOVERNOR' as const,
    regionCode: code,
    from: '2017-05-01',
    to: '2022-05-01',
  };
  const chair = next(code, {
    name: 'Wira Contoh Prasetya',
    sex: 'MALE',
    birthDate: '1984-09-09',
    officialPositions: [deputyGovernor],
  });
  const secretary = next(code, { name: 'Laras Contoh Kencana', sex: 'FEMALE' });
  return [
    { code, issuedOn: '2018-03-05', core: [chair, secretary, next(code)] },
    { code, issuedOn: '2023-03-06', core: coreOf(next, code) },
  ];
}

function bloraTerms(next: NextPerson): Terms {
  const code = '33.16';
  const chair = next(code, { name: 'Bagas Contoh Blora', sex: 'MALE' });
  return [
    { code, issuedOn: '2018-08-06', core: [chair, next(code), next(code)] },
    { code, issuedOn: '2023-08-07', core: coreOf(next, code), ratified: true },
  ];
}

const higher: readonly { code: string; issuedOn: string; ratified?: boolean }[] = [
  { code: '32', issuedOn: '2022-05-09' },
  { code: '33', issuedOn: '2022-06-06' },
  { code: '63', issuedOn: '2022-07-04' },
  { code: '32.79', issuedOn: '2022-11-07', ratified: true },
  { code: '32.09', issuedOn: '2022-10-03', ratified: true },
];

async function codesWithin(demo: DemoLoader, parents: string): Promise<string[]> {
  const rows = await demo.read((work) =>
    work.sql<{ code: string }>(
      `select region_code as code from organization
       where kind = 'KARANG_TARUNA' and region_code like $1 order by region_code`,
      [parents],
    ),
  );
  return rows.map(({ code }) => code);
}

const revokedDistrict = '32.09.05';

/** A district board that its head took out of office. */
async function revoke(demo: DemoLoader, { id, version }: Board): Promise<void> {
  const revokedOn = '2025-06-02';
  const paper = { decree: paperOf(revokedDistrict, revokedOn), revokedOn };
  await demo.command({
    name: `board/${revokedDistrict}/revoked`,
    at: new Date(`${revokedOn}T02:00:00Z`),
    caller: demoCaller('DISTRICT_HEAD', revokedDistrict),
    entity: Board,
    act: (work) => revokeBoard(work, { id, expectedVersion: version, ...paper }),
  });
}

/**
 * Boards in office: every village of Kota Banjar but one whose term is over, two of them running out
 * soon; the districts of Kabupaten Cirebon but one that was revoked; the boards above them.
 */
export async function seatBoards(demo: DemoLoader): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const next = people();
  const villages = (await codesWithin(demo, '32.79.__.____')).map((code, index) =>
    villageTerms(next, code, index, today),
  );
  const boards = higher.map((term) => [{ ...term, core: coreOf(next, term.code) }]);
  const districts = (await codesWithin(demo, '32.09.__')).map((code): Terms => [
    { code, issuedOn: '2023-01-09', core: coreOf(next, code), ratified: true },
  ]);
  const all: Terms[] = [bantenTerms(next), bloraTerms(next), ...boards, ...villages, ...districts];
  await inParallel(all, async (terms) => {
    for (const term of terms) {
      const board = await seatBoard(demo, term);
      if (term.code === revokedDistrict) await revoke(demo, board);
    }
  });
}

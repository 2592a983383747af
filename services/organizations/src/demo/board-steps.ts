import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller } from '@jejaring/chassis/testing/demo';
import { levelOf, regencyOf } from '@jejaring/chassis/work/scope.rules';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { signatoryOf } from '../board/board-decree.rules.js';
import { corePositions } from '../board/board-seats.rules.js';
import { Board } from '../board/board.entity.js';
import {
  confirmBoard,
  draftBoard,
  electBoard,
  passOverRatification,
  ratifyBoard,
} from '../board/board.service.js';
import { Officer } from '../officer/officer.entity.js';
import type { PersonFacts } from '../officer/officer.service.js';
import { registerOfficer } from '../officer/officer.service.js';
import { parentOf } from '../region/region.rules.js';
import { inDays } from '../board/board-days.js';

/** A step of the demo that registers a person, where another service names its id. */
export interface PersonStep {
  name: string;
  at: Date;
}

export interface Sitting {
  person: PersonFacts;
  accountSubject?: string;
  step?: PersonStep;
}

/** A board as it came into office, by the days of its papers. */
export interface DemoTerm {
  code: string;
  /** Day of the decree; it was elected three weeks before. */
  issuedOn: string;
  /** Chair, secretary, treasurer. */
  core: readonly [Sitting, Sitting, Sitting];
  /** Whether the board above was in office and ratified it. */
  ratified?: boolean;
  /** The day on which it was recorded; that of the decree unless it was later. */
  recordedOn?: string;
  /** Names the steps where the day of the decree follows from the day of loading. */
  key?: string;
}

// Ids of boards whose days follow from the day of loading are made as of one fixed day.
const idDay = '2021-10-01';

const morning = (day: string) => new Date(`${day}T02:00:00Z`);

/** The hand that confirms, or writes down who did. */
function governmentOf(code: string): Caller {
  const level = levelOf(code);
  if (level === 'VILLAGE') return demoCaller('VILLAGE_HEAD', code);
  if (level === 'DISTRICT') return demoCaller('DISTRICT_HEAD', code);
  return officeOver(code);
}

export const officeOver = (code: string): Caller =>
  levelOf(code) === 'PROVINCE'
    ? demoCaller('DINSOS_PROVINCE_STAFF', code)
    : demoCaller('DINSOS_REGENCY_STAFF', regencyOf(code));

const officerAt = (demo: DemoLoader, code: string) =>
  demoCaller('KT_OFFICER', code, demo.organization(code));

export const paperOf = (code: string, issuedOn: string) => ({
  number: `141/${issuedOn.slice(5, 7)}.${code.replaceAll('.', '')}/${issuedOn.slice(0, 4)}`,
  issuedOn,
  signatory: signatoryOf(levelOf(code), code),
  capacity: 'DEFINITIVE' as const,
});

async function register(
  demo: DemoLoader,
  { code }: DemoTerm,
  { person, accountSubject }: Sitting,
  step: PersonStep & { now: Date },
): Promise<string> {
  const organizationId = demo.organization(code);
  const { id } = await demo.command({
    ...step,
    caller: officerAt(demo, code),
    entity: Officer,
    act: (work) =>
      registerOfficer(work, {
        ...person,
        organizationId,
        accountSubject: accountSubject ?? null,
      }),
  });
  return id;
}

/** The people of a board, registered by it. */
async function gather(demo: DemoLoader, term: DemoTerm, { name, at, now }: DemoDay) {
  const seats: {
    officerId: string;
    position: (typeof corePositions)[number];
    sectionName: null;
  }[] = [];
  for (const [index, position] of corePositions.entries()) {
    const sitting = term.core[index]!;
    const step = { ...(sitting.step ?? { name: `${name}/${position}`, at }), now };
    const officerId = await register(demo, term, sitting, step);
    seats.push({ officerId, position, sectionName: null });
  }
  return seats;
}

interface DemoDay extends PersonStep {
  now: Date;
}

type Play = (step: string, caller: Caller, act: (work: Work) => Promise<Board>) => Promise<Board>;

/** Agreed to by the board above, or passed over where there was none. */
function agree(demo: DemoLoader, { code, issuedOn, ratified }: DemoTerm, id: string, play: Play) {
  const seen = { id, expectedVersion: 2 };
  if (ratified) {
    const ratifiedOn = inDays(issuedOn, -7);
    const above = officerAt(demo, parentOf(code)!);
    return play('ratified', above, (work) => ratifyBoard(work, { ...seen, ratifiedOn }));
  }
  const reason = 'Pengurus setingkat di atasnya belum terbentuk';
  return play('passed-over', officeOver(code), (work) =>
    passOverRatification(work, { ...seen, reason }),
  );
}

/** Registers three persons and brings their board into office, each step by the hand it belongs to. */
export async function seatBoard(demo: DemoLoader, term: DemoTerm): Promise<Board> {
  const { code, issuedOn, recordedOn = issuedOn } = term;
  const name = `board/${code}/${term.key ?? issuedOn.slice(0, 4)}`;
  const day = { name, at: morning(term.key ? idDay : issuedOn), now: morning(recordedOn) };
  const seats = await gather(demo, term, day);
  const play: Play = (step, caller, act) =>
    demo.command({ ...day, name: `${name}/${step}`, caller, entity: Board, act });
  const own = officerAt(demo, code);
  const organizationId = demo.organization(code);
  const { id } = await play('draft', own, (work) => draftBoard(work, { organizationId, seats }));
  const heldOn = inDays(issuedOn, -21);
  const forum = levelOf(code) === 'VILLAGE' ? 'MWKT' : 'TEMU_KARYA';
  const election = { forum, heldOn, minutesReference: `BA/${heldOn}` } as const;
  await play('elected', own, (work) => electBoard(work, { id, expectedVersion: 1, ...election }));
  await agree(demo, term, id, play);
  const paper = { decree: paperOf(code, issuedOn), termStart: null, termEnd: null };
  return play('confirmed', governmentOf(code), (work) =>
    confirmBoard(work, { id, expectedVersion: 3, ...paper }),
  );
}

import { createHash } from 'node:crypto';
import { demoCaller } from '@jejaring/chassis/testing/demo';
import type { NewId } from '@jejaring/chassis/work/new-id';
import { seededId } from '@jejaring/chassis/work/new-id';
import type { PersonKey } from '@jejaring/chassis/work/key-vault';
import { proceed } from '@jejaring/chassis/work/refusal';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { insertAll } from '@jejaring/register/bulk/insert-all';
import { initialsOf } from '@jejaring/register/facts/initials.rules';
import { inventPerson } from '../demo/board-people.js';
import { officeOver, paperOf } from '../demo/board-steps.js';
import { closeOfficer, subjectOf } from '../officer/officer-secrets.js';
import { register } from '../officer/officer.rules.js';
import type { EnteredOrganization } from '../organization/bulk-organizations.js';
import { parentOf } from '../region/region.rules.js';
import { inDays } from './board-days.js';
import { corePositions } from './board-seats.rules.js';
import { confirm, elect, ratify, skipRatification } from './board-steps.rules.js';
import type { BoardState } from './board.rules.js';
import { draft } from './board.rules.js';

// Every term runs until 2028 at the earliest, so that time ends none while the data are looked at.
const firstDecree = '2023-02-01';
const decreeDays = 1_200;

/** The board of the next higher level, and when it was in office; without an interval it never was. */
interface HigherBoard {
  id: string;
  code: string;
  from: string | null;
  to: string | null;
}

/** The Karang Taruna of the districts of a regency, with each term of theirs. */
const higherBoards = (work: Work, regency: string): Promise<HigherBoard[]> =>
  work.sql<HigherBoard>(
    `select o.id, o.region_code as code, b.term_start as "from", coalesce(b.ended_on, b.term_end) as "to"
     from organization o left join board b on b.organization_id = o.id and b.term_start is not null
     where o.kind = 'KARANG_TARUNA' and o.level = 'DISTRICT' and o.status = 'ACTIVE'
       and o.region_code > $1 and o.region_code < $1 || '/'`,
    [regency],
  );

function drawn({ code }: EnteredOrganization) {
  const number = createHash('sha256').update(code).digest().readUInt32BE(0);
  const issuedOn = inDays(firstDecree, number % decreeDays);
  const days = { issuedOn, heldOn: inDays(issuedOn, -21), ratifiedOn: inDays(issuedOn, -7) };
  return { ...days, serial: number % 1_000_000 };
}

type Drawn = ReturnType<typeof drawn>;

/** Three invented persons of the village, whose identity numbers nobody wrote down. */
function peopleOf(entered: EnteredOrganization, { serial, heldOn }: Drawn, newId: NewId) {
  const { id, code } = entered;
  const organization = { id, regionCode: code, kind: 'KARANG_TARUNA', status: 'ACTIVE' } as const;
  const caller = demoCaller('KT_OFFICER', code, id);
  return corePositions.map((position, index) => {
    const person = inventPerson(serial + index, code, { nik: null });
    const facts = { ...person, residenceExists: true };
    proceed(register(organization, facts, new Date(heldOn), caller));
    return { ...person, position, officerId: newId() };
  });
}

type People = ReturnType<typeof peopleOf>;

/** Agreed to by the board above, or passed over where none was in office on the day of the election. */
function agree(state: BoardState, days: Drawn, higher: readonly HigherBoard[]) {
  const { heldOn, ratifiedOn, issuedOn } = days;
  const inOffice = higher.some(({ from, to }) => from !== null && from <= heldOn && to! > heldOn);
  if (inOffice) {
    const { id, code } = higher[0]!;
    const above = demoCaller('KT_OFFICER', code, id);
    const decided = proceed(ratify(state, ratifiedOn, issuedOn, above));
    return { ...decided, ratifiedOn, ratificationSkippedBecause: null };
  }
  const decided = proceed(skipRatification(state, inOffice, officeOver(state.regionCode)));
  const ratificationSkippedBecause = 'Pengurus setingkat di atasnya belum terbentuk';
  return { ...decided, ratifiedOn: null, ratificationSkippedBecause };
}

/** From draft to office, each step by the hand it belongs to, as the rules decide it. */
function decide(
  { id, code }: EnteredOrganization,
  days: Drawn,
  people: People,
  higher: readonly HigherBoard[],
) {
  const { heldOn, issuedOn } = days;
  const own = demoCaller('KT_OFFICER', code, id);
  const known = { kind: 'KARANG_TARUNA', status: 'ACTIVE', regionCode: code } as const;
  const begun = proceed(draft({ ...known, id }, own));
  const empty = { heldOn: null, ratifiedOn: null, termStart: null, termEnd: null };
  const place = { organizationId: id, regionCode: code, level: 'VILLAGE' as const };
  const drafted = { ...empty, ...place, ...begun, ratifierOrganizationId: null };
  const around = { seats: people, today: issuedOn };
  const { warnings: _superseded, ...elected } = proceed(
    elect(drafted, { forum: 'MWKT', heldOn }, around, own),
  );
  const ratifierOrganizationId = higher[0]?.id ?? null;
  const held = { ...drafted, ...elected, heldOn, ratifierOrganizationId };
  const agreed = { ...held, ...agree(held, days, higher) };
  const paper = { decree: paperOf(code, issuedOn), termStart: null, termEnd: null };
  const confirmed = proceed(confirm(agreed, paper, around, demoCaller('VILLAGE_HEAD', code)));
  return { ...agreed, ...confirmed, decree: paper.decree };
}

const boardRow = (id: string, board: ReturnType<typeof decide>) => ({
  id,
  organization_id: board.organizationId,
  region_code: board.regionCode,
  level: board.level,
  status: board.status,
  forum: 'MWKT',
  held_on: board.heldOn,
  minutes_reference: `BA/${board.heldOn}`,
  ratifier_organization_id: board.ratifierOrganizationId,
  ratified_on: board.ratifiedOn,
  ratification_skipped_because: board.ratificationSkippedBecause,
  decree: board.decree,
  regulations: board.regulations,
  warnings: board.warnings,
  term_start: board.termStart,
  term_end: board.termEnd,
});

const officerRow = (key: PersonKey, { id, code }: EnteredOrganization, person: People[number]) => {
  const { officerId, name, birthDate, sex } = person;
  const closed = closeOfficer(key, officerId, { name, nik: null, birthDate });
  return {
    id: officerId,
    organization_id: id,
    region_code: code,
    residence_region_code: code,
    name_cipher: closed.nameCipher,
    initials: initialsOf(name),
    nik_warnings: [],
    birth_date_cipher: closed.birthDateCipher,
    birth_year: Number(birthDate.slice(0, 4)),
    sex,
    official_positions: [],
  };
};

const seatRow = (id: string, board: ReturnType<typeof boardRow>, person: People[number]) => ({
  id,
  board_id: board.id,
  organization_id: board.organization_id,
  region_code: board.region_code,
  officer_id: person.officerId,
  position: person.position,
  initials: initialsOf(person.name),
  status: 'HELD',
  valid_from: board.term_start,
  valid_to: board.term_end,
});

/** How many events each organization's board would have said: election, agreement, decree, three seats. */
export async function bringIntoOffice(
  work: Work,
  regency: string,
  entered: readonly EnteredOrganization[],
): Promise<Map<string, number>> {
  const known = await higherBoards(work, regency);
  const sitting = entered.map((each) => {
    const days = drawn(each);
    const newId = seededId(`${work.service}/board/${each.code}`, new Date(days.issuedOn));
    return { each, days, newId, people: peopleOf(each, days, newId) };
  });
  const keys = await work.vault.forWriting(
    sitting.flatMap(({ people }) => people.map(({ officerId }) => subjectOf(officerId))),
  );
  const made = sitting.map(({ each, days, newId, people }) => {
    const higher = known.filter(({ code }) => code === parentOf(each.code));
    const board = boardRow(newId(), decide(each, days, people, higher));
    const officers = people.map((person) =>
      officerRow(keys.get(subjectOf(person.officerId))!, each, person),
    );
    const seats = people.map((person) => seatRow(newId(), board, person));
    return { board, officers, seats };
  });
  const all = <Key extends 'officers' | 'seats'>(key: Key) =>
    made.flatMap((each): (typeof made)[number][Key][number][] => each[key]);
  await insertAll(work, 'officer', all('officers'));
  await insertAll(
    work,
    'board',
    made.map(({ board }) => board),
  );
  await insertAll(work, 'seat', all('seats'));
  return new Map(
    made.map(({ board }) => [board.organization_id, board.ratified_on === null ? 5 : 6]),
  );
}

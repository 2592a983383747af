import { encodeId } from '@jejaring/chassis/graph/ids';
import { seededId } from '@jejaring/chassis/work/new-id';
import { regencyOf } from '@jejaring/chassis/work/scope.rules';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { countSaid } from '@jejaring/register/bulk/as-if-said';
import { insertAll } from '@jejaring/register/bulk/insert-all';
import type { BulkPerson } from '../beneficiary/bulk-beneficiaries.js';
import { registerAll } from '../beneficiary/bulk-beneficiaries.js';
import { birthYearOf, categoryOf, subjectOf } from '../demo-cases.js';
import type { Course, ToldCase } from './case-course.js';
import { courseOf } from './case-course.js';
import type { WelfareCategory } from './case.rules.js';
import { caseNumber, caseYear, sealedNumber } from './case-report.rules.js';
import { sealedWhenReported, sealOf } from './case-seal.rules.js';
import { isOpen } from './case.rules.js';

const two = (value: number) => String(value).padStart(2, '0');

/**
 * A number of nobody, for no province has the code 99. Day, month and serial differ for each of three
 * million cases, whatever the year; the demo's own serials end below a thousand.
 */
function inventedNik(category: WelfareCategory, number: number): string {
  const isFemale = category === 'PRSE' || Math.floor(number / 7) % 2 === 0;
  const born = two(1 + (number % 28) + (isFemale ? 40 : 0));
  const month = two(1 + (Math.floor(number / 28) % 12));
  const year = two(birthYearOf(category, number) % 100);
  return `999999${born}${month}${year}${1_001 + Math.floor(number / 336)}`;
}

function personOf(category: WelfareCategory, told: ToldCase, id: string): BulkPerson {
  const { number, regionCode, organizationId: registeredBy } = told;
  const known = { id, regionCode, registeredBy, name: `Warga Contoh Nasional ${number + 1}` };
  const subjectKind = subjectOf[category] ?? 'PERSON';
  if (subjectKind !== 'PERSON') return { ...known, subjectKind, nikAbsentReason: 'NOT_A_PERSON' };
  return { ...known, subjectKind, nik: inventedNik(category, number) };
}

interface BulkCase {
  told: ToldCase;
  seal: ReturnType<typeof sealOf>;
  course: Course;
  category: WelfareCategory;
  person: BulkPerson;
  id: string;
  interventionId: string;
  caseNumber: string;
}

const keyOf = (regency: string, year: number) => `${regency}/${year}`;

/** Takes as many numbers of each year as there are cases; answers the last one before them. */
async function takeNumbers(work: Work, regency: string, cases: readonly ToldCase[]) {
  const years = new Map<number, number>();
  for (const { reportedAt } of cases) {
    const year = caseYear(reportedAt);
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  const taken = await work.sql<{ year: number; last: number }>(
    `insert into case_counter as c (regency_code, year, last)
     select $1, * from unnest($2::integer[], $3::integer[])
     on conflict (regency_code, year) do update set last = c.last + excluded.last
     returning year, last`,
    [regency, [...years.keys()], [...years.values()]],
  );
  return new Map(taken.map(({ year, last }) => [keyOf(regency, year), last - years.get(year)!]));
}

/** Why a case is sealed from its report on, as when it is reported alone. */
const sealedOf = ({ number, reportedAt }: ToldCase) => {
  const category = categoryOf(number);
  return sealedWhenReported(category, birthYearOf(category, number), reportedAt);
};

function nextOf(serials: Map<string, number>, regency: string, year: number): string {
  const serial = serials.get(keyOf(regency, year))! + 1;
  serials.set(keyOf(regency, year), serial);
  return caseNumber(regency, year, serial);
}

/** Each case with its ids, its number, its person and how far it has come; in the order of their reports. */
async function compose(work: Work, cases: readonly ToldCase[]): Promise<BulkCase[]> {
  const regency = regencyOf(cases[0]!.regionCode);
  const sealings = new Map(cases.map((told) => [told, sealedOf(told)]));
  const serials = await takeNumbers(
    work,
    regency,
    cases.filter((told) => sealings.get(told) === null),
  );
  return cases.map((told) => {
    const newId = seededId(`${work.service}/national/${told.number}`, told.reportedAt);
    const category = categoryOf(told.number);
    const year = caseYear(told.reportedAt);
    const person = personOf(category, told, newId());
    const [id, interventionId] = [newId(), newId()];
    const seal = sealOf(sealings.get(told)!, told.reportedAt);
    const number = seal.sealed ? sealedNumber(regency, year, id) : nextOf(serials, regency, year);
    return {
      seal,
      told,
      category,
      person,
      id,
      interventionId,
      caseNumber: number,
      course: courseOf(told, seal.sealed),
    };
  });
}

const caseRow = ({ told, seal, course, category, person, id, caseNumber: number }: BulkCase) => ({
  id,
  case_number: number,
  beneficiary_id: person.id,
  category,
  region_code: told.regionCode,
  urgency: 'NORMAL',
  status: course.status,
  reported_at: told.reportedAt,
  reported_by_organization_id: told.organizationId,
  sealed: seal.sealed,
  seal_reason: seal.sealReason,
  sealed_at: seal.sealedAt,
  assigned_organization_id: course.assignedOrganizationId,
  legal_basis: course.assignedOrganizationId && 'PUBLIC_TASK',
  severities: course.closedAt && { BASIC_NEEDS: 3, HEALTH: 2 },
  goals: course.goals,
  termination_proposed_by: course.terminationProposedBy,
  outcome: course.closedAt && 'RESOLVED',
  closed_at: course.closedAt,
  channel: told.number % 6 === 0 ? 'COMMUNITY' : 'KT',
});

const interventionRow = ({ told, seal, course, id, interventionId }: BulkCase) => ({
  id: interventionId,
  case_id: id,
  sealed: seal.sealed,
  region_code: told.regionCode,
  service: 'SOCIAL_ASSISTANCE',
  given_on: course.closedAt!.toISOString().slice(0, 10),
  provider_organization_id: told.organizationId,
});

/** Adds the open ones that are not sealed to what is counted of each village and category. */
async function countOpen(work: Work, cases: readonly BulkCase[]): Promise<void> {
  const open = cases.filter(
    ({ seal, course }) => !seal.sealed && isOpen({ status: course.status, pausedFrom: null }),
  );
  await work.sql(
    `insert into open_case_count as c (region_code, category, open_cases)
     select region, category, count(*) from unnest($1::text[], $2::text[]) as o (region, category)
     group by 1, 2
     on conflict (region_code, category) do update set open_cases = c.open_cases + excluded.open_cases`,
    [open.map(({ told }) => told.regionCode), open.map(({ category }) => category)],
  );
}

/** What each case would have said, and each closed one about the organization that handled it. */
async function say(work: Work, cases: readonly BulkCase[]): Promise<void> {
  const events = new Map<string, number>();
  // Of sealed cases nothing is said.
  for (const { id, course } of cases.filter(({ seal }) => !seal.sealed)) {
    events.set(encodeId('case', id), course.events);
    if (course.closedAt === null) continue;
    const handler = encodeId('org', course.assignedOrganizationId!);
    events.set(handler, (events.get(handler) ?? 0) + 1);
  }
  await countSaid(work, events);
}

/**
 * Reports many cases of one regency, given in the order of their reports, and leads them as far as
 * their courses go. Asks the rules of every step, and keeps one version of each row: that of the last.
 */
export async function reportAll(work: Work, cases: readonly ToldCase[]): Promise<void> {
  const composed = await compose(work, cases);
  await registerAll(
    work,
    composed.map(({ person }) => person),
  );
  await insertAll(work, 'welfare_case', composed.map(caseRow));
  const closed = composed.filter(({ course }) => course.closedAt !== null);
  await insertAll(work, 'intervention', closed.map(interventionRow));
  await countOpen(work, composed);
  await say(work, composed);
}

import { OrganizationCopy } from '@jejaring/register/copies/organization-copy';
import type { DemoLoader } from '@jejaring/chassis/testing/demo';
import { demoCaller } from '@jejaring/chassis/testing/demo';
import type { Work } from '@jejaring/chassis/work/unit-of-work';
import { welfareCategories } from '@jejaring/schema/vocabulary';
import { recordFollowUp, reopenCase, startAftercare } from './case/case-aftercare.service.js';
import { holdCase, rejectCase } from './case/case-pause.service.js';
import { WelfareCase } from './case/case.entity.js';
import type { WelfareCategory } from './case/case.rules.js';
import * as cases from './case/case.service.js';
import type { SeenCase } from './case/case.service.js';
import { Consent } from './consent/consent.entity.js';
import { recordConsent, withdrawConsent } from './consent/consent.service.js';

const day = 86_400_000;

/** Where cases of one regency are reported, and by whom. */
export interface DemoPlace {
  regency: string;
  seats: readonly { organizationId: string; caller: string; village: string }[];
  /** Number of its first case in the whole demo, and how many it has. */
  from: number;
  cases: number;
}

/** How often a category occurs, where not seldom. */
const weights: Partial<Record<WelfareCategory, number>> = {
  FAKIR_MISKIN: 22,
  LANJUT_USIA_TELANTAR: 18,
  PENYANDANG_DISABILITAS: 12,
  ANAK_TELANTAR: 10,
  PRSE: 8,
  KORBAN_BENCANA_ALAM: 8,
  ANAK_DISABILITAS: 5,
  KBSP: 4,
  PMBS: 4,
};

const drawn = welfareCategories.flatMap((category) =>
  Array.from({ length: weights[category] ?? 1 }, () => category),
);

/** Every category once, then as often as it weighs; the step has no factor in common with the sum. */
export const categoryOf = (index: number): WelfareCategory =>
  index < welfareCategories.length
    ? welfareCategories[index]!
    : drawn[(index * 37) % drawn.length]!;

const two = (value: number) => String(value).padStart(2, '0');

export function birthYearOf(category: WelfareCategory, index: number): number {
  if (category === 'ANAK_BALITA_TELANTAR') return 2022 + (index % 4);
  if (category.startsWith('ANAK')) return 2010 + (index % 9);
  return category === 'LANJUT_USIA_TELANTAR' ? 1941 + (index % 24) : 1970 + (index % 36);
}

/** An impossible place of registration (no province 99), so that the number can be nobody's. */
function inventedNik(category: WelfareCategory, index: number): string {
  const isFemale = category === 'PRSE' || index % 2 === 0;
  const born = two((index % 28) + 1 + (isFemale ? 40 : 0));
  const year = two(birthYearOf(category, index) % 100);
  return `999999${born}${two((index % 12) + 1)}${year}${String(index + 1).padStart(4, '0')}`;
}

export const subjectOf: Partial<Record<WelfareCategory, string>> = {
  KELOMPOK_MINORITAS: 'GROUP',
  KBSP: 'FAMILY',
  KAT: 'COMMUNITY',
};

function personOf(category: WelfareCategory, index: number) {
  const name = `Warga Contoh ${index + 1}`;
  const subjectKind = subjectOf[category] ?? 'PERSON';
  if (subjectKind !== 'PERSON') return { subjectKind, name, nikAbsentReason: 'NOT_A_PERSON' };
  return { subjectKind, name, nik: inventedNik(category, index) };
}

/** More than half come in September, when the villages went from door to door. */
const reportedAt = (index: number): Date =>
  index % 5 < 3
    ? new Date(Date.UTC(2026, 8, 1 + (index % 28), 2))
    : new Date(Date.UTC(2026, index % 10, 1 + (index % 27), 3));

interface Told {
  row: WelfareCase;
  index: number;
  at: Date;
  seat: DemoPlace['seats'][number];
  regency: string;
}

async function tell(demo: DemoLoader, place: DemoPlace, number: number): Promise<Told> {
  const index = place.from + number;
  const seat = place.seats[number % place.seats.length]!;
  const category = categoryOf(number);
  const at = reportedAt(index);
  const row = await demo.command({
    name: `case/${index}`,
    at,
    caller: demoCaller('KT_OFFICER', seat.caller, seat.organizationId),
    entity: WelfareCase,
    act: (work) =>
      cases.reportCase(work, {
        regionCode: seat.village,
        category,
        urgency: number === 40 ? 'EMERGENCY' : 'NORMAL',
        channel: number % 6 === 0 ? 'COMMUNITY' : null,
        person: personOf(category, index),
      }),
  });
  return { row, index, at, seat, regency: place.regency };
}

type Step = (work: Work, seen: SeenCase) => Promise<WelfareCase>;
type Hand = 'office' | 'head' | 'worker';

function callerOf({ regency, seat, row }: Told, hand: Hand) {
  if (hand === 'worker') return demoCaller('KT_OFFICER', seat.caller, seat.organizationId);
  const isHead = hand === 'head' || row.sealed;
  return demoCaller(isHead ? 'DINSOS_REGENCY_HEAD' : 'DINSOS_REGENCY_STAFF', regency);
}

/** What happens to a case after its report, day by day. */
async function lead(demo: DemoLoader, told: Told, steps: readonly [string, Hand, Step][]) {
  let version = 1;
  for (const [name, hand, step] of steps) {
    const { id } = told.row;
    const seen = { id, expectedVersion: version };
    await demo.command({
      name: `case/${told.index}/${name}`,
      at: new Date(told.at.getTime() + version * day),
      caller: callerOf(told, hand),
      entity: WelfareCase,
      act: (work) => step(work, seen),
    });
    version += 1;
  }
}

const accept = ({ seat }: Told): [string, Hand, Step] => [
  'accepted',
  'office',
  (work, seen) =>
    cases.acceptCase(work, {
      ...seen,
      legalBasis: 'PUBLIC_TASK',
      assignedOrganizationId: seat.organizationId,
    }),
];
const assess: [string, Hand, Step] = [
  'assessed',
  'worker',
  (work, seen) =>
    cases.completeAssessment(work, { ...seen, severities: { BASIC_NEEDS: 3, HEALTH: 2 } }),
];
const plan: [string, Hand, Step] = [
  'planned',
  'worker',
  (work, seen) =>
    cases.adoptPlan(work, { ...seen, goals: [{ service: 'CARE', dueOn: '2026-12-31' }] }),
];
const help: [string, Hand, Step] = [
  'helped',
  'worker',
  (work, seen) =>
    cases.recordIntervention(work, {
      ...seen,
      service: 'SOCIAL_ASSISTANCE',
      givenOn: work.now.toISOString().slice(0, 10),
    }),
];
const propose: [string, Hand, Step] = [
  'proposed',
  'worker',
  (work, seen) => cases.proposeTermination(work, { ...seen, goalResults: ['ACHIEVED'] }),
];
const close: [string, Hand, Step] = [
  'closed',
  'head',
  (work, seen) => cases.closeCase(work, { ...seen, outcome: 'RESOLVED' }),
];
const hold: [string, Hand, Step] = [
  'held',
  'office',
  (work, seen) => {
    const review = new Date(work.now.getTime() + 90 * day).toISOString().slice(0, 10);
    return holdCase(work, { ...seen, reason: 'PERSON_AWAY', reviewOn: review });
  },
];
const reject: [string, Hand, Step] = [
  'rejected',
  'office',
  (work, seen) => rejectCase(work, { ...seen, reason: 'UNFOUNDED', duplicateOf: null }),
];
const reopen: [string, Hand, Step] = ['reopened', 'office', reopenCase];
const lookAfter: [string, Hand, Step] = ['aftercare', 'worker', startAftercare];
const visit: [string, Hand, Step] = [
  'visited',
  'worker',
  (work, seen) => {
    const visitedOn = work.now.toISOString().slice(0, 10);
    return recordFollowUp(work, { ...seen, visitedOn, finding: 'BETTER' });
  },
];

/** How far the case of a number has come. */
function courseOf(told: Told, number: number): [string, Hand, Step][] {
  const whole = [accept(told), assess, plan, help, propose, close];
  if (number === 40) return [accept(told), help];
  if (number % 50 === 7 && !told.row.sealed) return [reject];
  if (number % 50 === 11) return [accept(told), hold];
  if (number % 100 === 13) return [...whole, reopen];
  if (number % 100 === 17) return [...whole, lookAfter, visit];
  if (number % 25 === 19) return whole;
  if (number % 10 === 3) return [];
  return whole.slice(0, number % 10 === 5 ? 4 : 1);
}

/** For a child, a guardian agrees. */
const giverOf = ({ row, index, at }: Told) =>
  at.getUTCFullYear() - birthYearOf(row.category, index) < 18 ? 'GUARDIAN' : 'SELF';

/** One person of each regency takes the consent back on which the case was handled. */
async function withdraw(demo: DemoLoader, told: Told): Promise<void> {
  const caller = callerOf(told, 'worker');
  const entity = Consent;
  const on = (days: number) => new Date(told.at.getTime() + days * day);
  const consent = await demo.command({
    name: `case/${told.index}/consent`,
    at: on(20),
    caller,
    entity,
    act: (work) =>
      recordConsent(work, {
        caseId: told.row.id,
        givenBy: giverOf(told),
        method: 'SIGNED_FORM',
        purposes: ['CASE_HANDLING'],
        sharedWith: null,
        givenAt: work.now,
        expiresAt: null,
      }),
  });
  await demo.command({
    name: `case/${told.index}/consent/withdrawn`,
    at: on(30),
    caller,
    entity,
    act: (work) => withdrawConsent(work, { id: consent.id, expectedVersion: 1 }),
  });
}

/** Several at a time, where order does not matter. */
async function inTurns<Item>(items: readonly Item[], act: (item: Item) => Promise<void>) {
  const waiting = [...items];
  const turn = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
  };
  await Promise.all([turn(), turn(), turn()]);
}

/** Reports follow one another, so that every machine gives the same numbers; their courses do not. */
async function loadPlace(demo: DemoLoader, place: DemoPlace): Promise<void> {
  const told: Told[] = [];
  for (let number = 0; number < place.cases; number += 1) {
    told.push(await tell(demo, place, number));
  }
  await inTurns(told, async (one) => {
    const number = one.index - place.from;
    await lead(demo, one, courseOf(one, number));
    if (number === 20) await withdraw(demo, one);
  });
}

/** Invented people in need of all 26 categories, each regency on its own. */
export async function loadCases(demo: DemoLoader, places: readonly DemoPlace[]): Promise<void> {
  await Promise.all(places.map((place) => loadPlace(demo, place)));
}

/** The districts of Kabupaten Cirebon whose first village does not bear the number 2001. */
const numberedOtherwise = new Set(['01', '02', '06', '10', '17', '20', '22', '26', '39']);

/** The district boards of Kabupaten Cirebon, each for its first village. */
export const seatsOfCirebon = (boards: readonly OrganizationCopy[]): DemoPlace['seats'] =>
  boards
    .filter(({ regionCode }) => !numberedOtherwise.has(regionCode.slice(6, 8)))
    .map(({ id, regionCode }) => ({
      organizationId: id,
      caller: regionCode,
      village: `${regionCode}.2001`,
    }));

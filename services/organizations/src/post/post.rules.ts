import { definePolicy, everyone, may } from '@jejaring/trust/rights/policy.rules';
import type { Decision, InvalidInput, NotAllowed } from '@jejaring/chassis/work/refusal';
import { invalidInput, notAllowed } from '@jejaring/chassis/work/refusal';
import type { Caller } from '@jejaring/chassis/work/scope.rules';
import { regencyOffice } from '@jejaring/schema/roles';
import type { Capacity, Decree } from '../decree/decree.rules.js';
import { decreeProblem } from '../decree/decree.rules.js';
import { registrars } from '../office/office.rules.js';

export const unitKinds = [
  'SEKRETARIAT',
  'BIDANG',
  'SEKSI',
  'SUBBAGIAN',
  'DITJEN',
  'DIREKTORAT',
  'UPT',
] as const;
export type UnitKind = (typeof unitKinds)[number];

export const postKinds = ['HEAD', 'SECRETARY', 'DIVISION_HEAD', 'SECTION_HEAD', 'OFFICER'] as const;
export type PostKind = (typeof postKinds)[number];

/** The ministry, provinces and regencies keep the structure of the offices inside their region. */
export const structureKeepers = [...registrars, ...regencyOffice] as const;
const keeping = [{ roles: structureKeepers, within: 'region_code' }];

export const unitPolicy = definePolicy({
  table: 'office_unit',
  access: 'public',
  read: everyone,
  write: keeping,
  commands: { OPEN: keeping, CLOSE: keeping },
});

export const postPolicy = definePolicy({
  table: 'post',
  access: 'public',
  read: everyone,
  write: keeping,
  commands: { OPEN: keeping, CLOSE: keeping, FILL: keeping, VACATE: keeping },
});
export type PostCommand = 'CLOSE' | 'FILL' | 'VACATE';

/** Who holds a post is public by initials; the name is there encrypted. */
export const postHolderPolicy = definePolicy({
  table: 'post_holder',
  access: 'public',
  read: everyone,
  write: keeping,
  commands: { REVEAL: keeping },
});

export type PostRefusal =
  | NotAllowed
  | InvalidInput
  | { refused: 'already-closed' }
  | { refused: 'in-use' }
  | { refused: 'held-already' }
  | { refused: 'not-held' };

/** Something that is there from a day to the day before another. */
export interface Term {
  validFrom: string;
  validTo: string | null;
}

export const runsOn = ({ validFrom, validTo }: Term, day: string): boolean =>
  validFrom <= day && (validTo === null || validTo > day);

const outsideTerm = (field: string) =>
  invalidInput(field, {
    en: 'The day lies outside the time of what it belongs to.',
    id: 'Tanggal berada di luar masa berlaku induknya.',
  });

/** A unit or a post begins while what it belongs to is there. */
export function open(
  what: { regionCode: string; validFrom: string; parent: Term | null },
  command: 'openUnit' | 'openPost',
  caller: Caller,
): Decision<object, PostRefusal> {
  if (!may(keeping, caller, what)) return notAllowed(command);
  const { parent, validFrom } = what;
  return parent === null || runsOn(parent, validFrom)
    ? { refused: null }
    : outsideTerm('validFrom');
}

/** A unit or a post ends when nothing that belongs to it goes on. */
export function close(
  what: Term & { regionCode: string; belongings: readonly Term[] },
  on: string,
  command: 'closeUnit' | 'closePost',
  caller: Caller,
): Decision<{ validTo: string }, PostRefusal> {
  if (!may(keeping, caller, what)) return notAllowed(command);
  if (what.validTo !== null) return { refused: 'already-closed' };
  if (on <= what.validFrom) return outsideTerm('on');
  const goesOn = what.belongings.some(({ validTo }) => validTo === null || validTo > on);
  return goesOn ? { refused: 'in-use' } : { refused: null, validTo: on };
}

export interface Holding extends Term {
  capacity: Capacity;
}

export interface FillPost extends Holding {
  name: string;
  decree: Decree;
}

/** Who acts from day to day does so beside the holder; anybody else holds the post alone. */
const standsBeside = (capacity: Capacity) => capacity === 'PLH';

const overlaps = (one: Term, other: Term): boolean =>
  (one.validTo === null || other.validFrom < one.validTo) &&
  (other.validTo === null || one.validFrom < other.validTo);

/** A post is held by one at a time, for good or acting; a daily acting holder needs one to act for. */
export function fill(
  post: Term & { regionCode: string },
  holders: readonly Holding[],
  input: FillPost,
  today: string,
  caller: Caller,
): Decision<object, PostRefusal> {
  if (!may(keeping, caller, post)) return notAllowed('fillPost');
  if (!runsOn(post, input.validFrom)) return outsideTerm('validFrom');
  if (input.validTo !== null && input.validTo <= input.validFrom) return outsideTerm('validTo');
  const beside = standsBeside(input.capacity);
  const rivals = holders.filter(({ capacity }) => standsBeside(capacity) === beside);
  if (rivals.some((rival) => overlaps(rival, input))) return { refused: 'held-already' };
  const isHeld = holders.some(
    (holder) => !standsBeside(holder.capacity) && runsOn(holder, input.validFrom),
  );
  if (beside && !isHeld) return { refused: 'not-held' };
  return decreeProblem(input.decree, today) ?? { refused: null };
}

/** Whose holding ends on a day: that of the capacity asked for, which runs or is still to come. */
export function vacate<Held extends Holding>(
  post: { regionCode: string },
  holders: readonly Held[],
  input: { capacity: Capacity; on: string },
  caller: Caller,
): Decision<{ holder: Held }, PostRefusal> {
  if (!may(keeping, caller, post)) return notAllowed('vacatePost');
  const { capacity, on } = input;
  const holder = holders.find(
    (held) => held.capacity === capacity && (held.validTo === null || held.validTo > on),
  );
  if (holder === undefined) return { refused: 'not-held' };
  return on > holder.validFrom ? { refused: null, holder } : outsideTerm('on');
}

/** Who acts in the post on a day: the daily acting one before the holder. */
export function holderOn<Held extends Holding>(holders: readonly Held[], day: string): Held | null {
  const running = holders.filter((holder) => runsOn(holder, day));
  return running.find(({ capacity }) => standsBeside(capacity)) ?? running[0] ?? null;
}

/** The commands that would not be refused for the caller's part or the state. */
export function commandsFor(
  post: Term & { regionCode: string },
  holders: readonly Holding[],
  today: string,
  caller: Caller,
): PostCommand[] {
  if (!may(keeping, caller, post) || !(post.validTo === null || post.validTo > today)) return [];
  const held = holders.some(({ validTo }) => validTo === null || validTo > today);
  return held ? ['FILL', 'VACATE'] : ['FILL', 'CLOSE'];
}

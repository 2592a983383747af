import type { Operation } from './operations.js';
import type { ServiceName } from './small-federation.js';

/** What came back for one operation. */
export interface Outcome {
  /** Null when no answer came at all. */
  status: number | null;
  body: Body | null;
  /** From the moment it was sent. */
  ms: number;
}

export interface Body {
  data?: Record<string, unknown> | null;
  errors?: readonly Fault[];
}

export interface Fault {
  message: string;
  path?: readonly (string | number)[];
  extensions?: Readonly<Record<string, unknown>>;
}

/** What the faults of that moment excuse. */
export interface Excuse {
  /** Services whose fields may be missing. */
  sick: ReadonlySet<ServiceName>;
  gatewayAway: boolean;
  /** Tokens may be refused: the issuer was away or changes its keys. */
  issuerUnsure: boolean;
  /** A key was withdrawn, and the gateway may not have heard of it. */
  withdrawing: boolean;
  deadlineMs: number;
}

const reasons = new Set([
  'timeout',
  'connection',
  'too-large',
  'not-json',
  'malformed',
  'status',
  'refused',
  'busy',
  'circuit-open',
]);

/** Everything that is wrong with an answer; nothing when it is right, or missing with words and an excuse. */
export function judge(operation: Operation, outcome: Outcome, excuse: Excuse): string[] {
  const wrong: string[] = [];
  if (outcome.ms > excuse.deadlineMs) wrong.push(`took ${Math.round(outcome.ms)} ms`);
  const { status, body } = outcome;
  if (status === null || body === null) {
    if (!excuse.gatewayAway) wrong.push('no answer');
    return wrong;
  }
  const errors = body.errors ?? [];
  if (!errors.every(isTyped)) wrong.push(`an error without a type: ${JSON.stringify(errors)}`);
  if (operation.credential === 'withdrawn' && excuse.withdrawing) return wrong;
  if (operation.expected === null) return [...wrong, ...judgeRefusal(operation, outcome, excuse)];
  if (body.data == null) return [...wrong, ...judgeUnanswered(operation, outcome, excuse)];
  const holes = findHoles(operation.expected, body.data, []);
  for (const { path, why } of holes)
    wrong.push(...judgeHole(operation, { path, why }, errors, excuse));
  for (const error of errors) {
    if (!holes.some(({ path }) => sameplace(path, error.path ?? [])))
      wrong.push(`an error where nothing is missing: ${placeOf(error.path ?? [])}`);
  }
  return wrong;
}

const isTyped = ({ extensions = {} }: Fault): boolean =>
  typeof extensions['code'] === 'string' && typeof extensions['requestId'] === 'string';

const codesOf = ({ body }: Outcome): unknown[] =>
  (body?.errors ?? []).map(({ extensions }) => extensions?.['code']);

/** Who may not ask gets no data, whatever else happens. */
function judgeRefusal(operation: Operation, outcome: Outcome, excuse: Excuse): string[] {
  const { body } = outcome;
  const given = Object.values(body?.data ?? {}).some((value) => value !== null);
  if (given) return [`rights: ${operation.credential} ${operation.person.role} was answered`];
  const right = [
    'UNAUTHENTICATED',
    'FORBIDDEN',
    ...(excuse.issuerUnsure ? ['AUTH_UNAVAILABLE'] : []),
  ];
  const codes = codesOf(outcome);
  const refused = codes.length > 0 && codes.every((code) => right.includes(String(code)));
  return refused ? [] : [`rights: not refused but ${codes.join() || 'nothing'}`];
}

/** A right caller without any data: all of it was lost, or the token could not be checked. */
function judgeUnanswered(operation: Operation, outcome: Outcome, excuse: Excuse): string[] {
  const codes = codesOf(outcome).map(String);
  const issuers = ['AUTH_UNAVAILABLE', 'UNAUTHENTICATED'];
  if (codes.length > 0 && codes.every((code) => issuers.includes(code))) {
    const excused = excuse.issuerUnsure && operation.credential === 'good';
    return excused ? [] : [`rights: a good caller was refused: ${codes.join()}`];
  }
  return [`no data: ${codes.join()}`];
}

interface Hole {
  path: (string | number)[];
  why: 'missing' | 'wrong';
}

/** Where an answer differs from what is expected: what is null is missing, all else is wrong. */
function findHoles(expected: unknown, got: unknown, path: (string | number)[]): Hole[] {
  if (got === null || got === undefined) return [{ path, why: 'missing' }];
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) return [{ path, why: 'wrong' }];
    return expected.flatMap((item, at) => findHoles(item, got[at], [...path, at]));
  }
  if (typeof expected !== 'object' || expected === null)
    return expected === got ? [] : [{ path, why: 'wrong' }];
  if (typeof got !== 'object') return [{ path, why: 'wrong' }];
  const asked = Object.entries(expected);
  const more = Object.keys(got).filter((key) => !(key in expected));
  return [
    ...more.map((key): Hole => ({ path: [...path, key], why: 'wrong' })),
    ...asked.flatMap(([key, value]) =>
      findHoles(value, (got as Record<string, unknown>)[key], [...path, key]),
    ),
  ];
}

function judgeHole(
  { owners }: Operation,
  { path, why }: Hole,
  errors: readonly Fault[],
  excuse: Excuse,
): string[] {
  const place = placeOf(path);
  if (why === 'wrong') return [`wrong at ${place}`];
  const owner = owners[place];
  if (owner === undefined) return [`missing inside of ${place}`];
  const told = errors.find((error) => sameplace(path, error.path ?? []));
  if (told === undefined) return [`missing without a word: ${place}`];
  const { code, service, reason } = told.extensions ?? {};
  if (code !== 'SUBGRAPH_UNAVAILABLE') return [`missing at ${place} because of ${String(code)}`];
  const wrong: string[] = [];
  if (service !== owner) wrong.push(`${place} of ${owner} is blamed on ${String(service)}`);
  if (!reasons.has(String(reason))) wrong.push(`${place}: no such reason: ${String(reason)}`);
  if (!excuse.sick.has(owner))
    wrong.push(`${place} is missing (${String(reason)}) but ${owner} is well`);
  return wrong;
}

const placeOf = (path: readonly (string | number)[]): string =>
  path.map((key) => (typeof key === 'number' ? '*' : key)).join('.');

const sameplace = (
  one: readonly (string | number)[],
  other: readonly (string | number)[],
): boolean => placeOf(one) === placeOf(other);

/** What the services wrote down about mutations, against what callers were told. */
export function judgeMutations(
  told: readonly { key: string; outcome: Outcome }[],
  runs: ReadonlyMap<string, number>,
): string[] {
  return told.flatMap(({ key, outcome }) => {
    const ran = runs.get(key) ?? 0;
    if (ran > 1) return [`mutation ${key} ran ${ran} times`];
    const { body } = outcome;
    const done = Object.values(body?.data ?? {}).some((value) => value !== null);
    if (done && ran === 0) return [`mutation ${key} was said to be done and did not run`];
    const spared = (body?.errors ?? []).some(({ extensions }) =>
      ['busy', 'circuit-open'].includes(String(extensions?.['reason'])),
    );
    return spared && ran > 0 ? [`mutation ${key} was said to be spared and ran`] : [];
  });
}

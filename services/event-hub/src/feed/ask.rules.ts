import { covers } from '@jejaring/chassis/work/scope.rules';
import type { Role } from '@jejaring/schema/roles';
import type { Place } from './cursor.rules.js';
import { parsePlace } from './cursor.rules.js';
import type { TypesRefused } from './told.rules.js';
import { chooseTypes } from './told.rules.js';

/** What somebody wants to be told of, and from where on. */
export interface Ask {
  types: readonly string[];
  /** Never wider than the caller's. */
  region: string;
  /** Only what was recorded, or happened, from this moment on. */
  since: Since | null;
  /** Null: from the beginning. */
  place: Place | null;
  limit: number;
  waitMs: number;
}

export interface Since {
  by: 'recorded' | 'occurred';
  at: Date;
}

export type AskRefused =
  TypesRefused | { refused: 'region-not-yours' } | { refused: 'malformed'; parameter: Parameter };

export const mostAtOnce = 1_000;
export const longestWaitMs = 30_000;

export const parameters = [
  'lastEventId',
  'timeout',
  'limit',
  'types',
  'region',
  'from',
  'by',
] as const;
export type Parameter = (typeof parameters)[number] | 'unknown';

const regionCode = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;
const typePattern = /^[a-z]+(-[a-z]+)*(\.[a-z0-9-]+){0,3}(\.\*)?$/;
const mostPatterns = 100;
const instant = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/;

class Malformed extends Error {
  constructor(readonly parameter: Parameter) {
    super(parameter);
  }
}

type Given = Readonly<Record<string, unknown>>;

/** Reads the parameters of a request; one that is misspelt is refused, not overlooked. */
export function readAsk(
  given: Given,
  caller: { role: Role | 'SYSTEM'; region: string },
): Ask | AskRefused {
  try {
    if (Object.keys(given).some((name) => !(parameters as readonly string[]).includes(name)))
      throw new Malformed('unknown');
    const region = readRegion(given) ?? caller.region;
    if (!covers(caller.region, region)) return { refused: 'region-not-yours' };
    const types = chooseTypes(caller.role, readPatterns(given));
    if ('refused' in types) return types;
    const limit = readNumber(given, 'limit', { least: 1, most: mostAtOnce }) ?? 100;
    const waitMs = readNumber(given, 'timeout', { least: 0, most: longestWaitMs }) ?? 0;
    return { types, region, since: readSince(given), place: readGivenPlace(given), limit, waitMs };
  } catch (error) {
    if (error instanceof Malformed) return { refused: 'malformed', parameter: error.parameter };
    throw error;
  }
}

function one(given: Given, parameter: Parameter): string | undefined {
  const value = given[parameter];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw new Malformed(parameter);
  return value;
}

function readRegion(given: Given): string | undefined {
  const region = one(given, 'region');
  if (region !== undefined && !regionCode.test(region)) throw new Malformed('region');
  return region;
}

function readPatterns({ types }: Given): string[] {
  const texts = types === undefined ? [] : [types].flat();
  const patterns = texts.flatMap((text) => String(text).split(',')).filter((text) => text !== '');
  if (patterns.length > mostPatterns || patterns.some((each) => !typePattern.test(each)))
    throw new Malformed('types');
  return patterns;
}

function readNumber(
  given: Given,
  parameter: 'limit' | 'timeout',
  { least, most }: { least: number; most: number },
): number | undefined {
  const text = one(given, parameter);
  if (text === undefined) return undefined;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : -1;
  if (value < least || value > most) throw new Malformed(parameter);
  return value;
}

function readSince(given: Given): Since | null {
  const by = one(given, 'by') ?? 'recorded';
  if (by !== 'recorded' && by !== 'occurred') throw new Malformed('by');
  const from = one(given, 'from');
  if (from === undefined) {
    if (given['by'] !== undefined) throw new Malformed('from');
    return null;
  }
  const at = new Date(from);
  if (!instant.test(from) || Number.isNaN(at.getTime())) throw new Malformed('from');
  return { by, at };
}

function readGivenPlace(given: Given): Place | null {
  const text = one(given, 'lastEventId');
  // As the specification of HTTP feeds has it: `null` is the beginning.
  if (text === undefined || text === 'null') return null;
  const place = parsePlace(text);
  if (place === null) throw new Malformed('lastEventId');
  return place;
}

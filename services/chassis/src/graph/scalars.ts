import { GraphQLScalarType } from 'graphql';
import { badInput } from './faults.js';

const codePattern = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;
const undotted = /^(\d{2})(?:(\d{2})(?:(\d{2})(\d{4})?)?)?$/;

/** The dotted form of a region code written with or without dots; null when it is neither. */
export function normalizeRegionCode(code: string): string | null {
  if (codePattern.test(code)) return code;
  const parts = undotted.exec(code)?.slice(1);
  return parts?.filter((part) => part !== undefined).join('.') ?? null;
}

function parseRegionCode(value: unknown): string {
  const code = typeof value === 'string' ? normalizeRegionCode(value) : null;
  if (code !== null) return code;
  throw badInput('RegionCode', 'A region code is 2, 4, 6 or 10 digits, such as 32.79.04.2006.');
}

export const RegionCode = new GraphQLScalarType<string, string>({
  name: 'RegionCode',
  description:
    'Administrative region code of the interior ministry (kode wilayah administrasi pemerintahan, Kepmendagri 300.2.2-2138/2025), dotted: `32` province, `32.79` regency or city, `32.79.04` district, `32.79.04.2006` village. Undotted input of 2, 4, 6 or 10 digits is accepted. Anything else is a `BAD_USER_INPUT` error.',
  parseValue: parseRegionCode,
});

/** A day that is in the calendar, of a year that has four digits; the year 0 is in none. */
function isDay(text: string): boolean {
  const instant = /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00Z`) : NaN;
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

function parseDate(value: unknown): string {
  if (typeof value === 'string' && isDay(value)) return value;
  throw badInput('Date', 'A date is written as 2014-06-25 (ISO 8601).');
}

export const CalendarDate = new GraphQLScalarType<string, string>({
  name: 'Date',
  description:
    'Calendar date in ISO 8601, `2014-06-25`, without a time zone. Anything else is a `BAD_USER_INPUT` error.',
  parseValue: parseDate,
});

const timePattern = /^(.{10})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

function parseInstant(value: unknown): Date {
  const day = typeof value === 'string' ? timePattern.exec(value)?.[1] : undefined;
  const instant = new Date(day !== undefined && isDay(day) ? (value as string) : NaN);
  if (!Number.isNaN(instant.getTime())) return instant;
  throw badInput('DateTime', 'An instant is written as 2024-11-25T02:00:00Z, with its zone.');
}

export const Instant = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description:
    'Instant in ISO 8601 with a zone, answered in UTC: `2024-11-25T02:00:00.000Z`. Anything else is a `BAD_USER_INPUT` error.',
  serialize: (value) => new Date(value as Date).toISOString(),
  parseValue: parseInstant,
});

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function parseKey(value: unknown): string {
  if (typeof value === 'string' && uuidPattern.test(value)) return value.toLowerCase();
  throw badInput('IdempotencyKey', 'An idempotency key is a UUID that the client makes.');
}

export const IdempotencyKey = new GraphQLScalarType<string, string>({
  name: 'IdempotencyKey',
  description:
    'UUID made by the client, one per intended change. Sent again within 72 hours with the same input it gives the first answer again; with other input, `IdempotencyKeyReusedProblem`.',
  parseValue: parseKey,
});

const largestMoney = 2n ** 63n - 1n;

function parseMoney(value: unknown): string {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text === 'string' && /^\d{1,19}$/.test(text) && BigInt(text) <= largestMoney) {
    return BigInt(text).toString();
  }
  throw badInput('Money', 'Money is whole rupiah without separators, such as "7500000".');
}

export const Money = new GraphQLScalarType<string, string>({
  name: 'Money',
  description:
    'Whole rupiah as a string of digits, `"7500000"`, because it may exceed what an `Int` holds. Separators, decimals and signs are a `BAD_USER_INPUT` error.',
  parseValue: parseMoney,
});

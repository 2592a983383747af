import type { GraphQLLeafType } from 'graphql';
import { isEnumType } from 'graphql';
import type { Write } from './writing.js';
import { breakAt } from './writing.js';

const mostOfInt = 2_147_483_647;

/** What JSON escapes (RFC 8259, 7), and halves of characters, which it must not hold as they are. */
const toBeEscaped = /["\\]|[^ -\ud7ff]/;

/** Most texts have nothing to escape, and looking costs half of what JSON.stringify does. */
const textOf = (value: string): string =>
  toBeEscaped.test(value) ? JSON.stringify(value) : `"${value}"`;

/** Values of these scalars as JSON has them (GraphQL, October 2021, 3.5); null for any other value. */
const scalars: Readonly<Record<string, (value: unknown) => string | null>> = {
  String: (value) => (typeof value === 'string' ? textOf(value) : null),
  Boolean: (value) => (typeof value === 'boolean' ? String(value) : null),
  Float: (value) => (typeof value === 'number' && Number.isFinite(value) ? String(value) : null),
  Int: (value) =>
    Number.isInteger(value) && Math.abs(value as number) <= mostOfInt + (Number(value) < 0 ? 1 : 0)
      ? String(value)
      : null,
  ID: (value) => {
    if (typeof value === 'string') return textOf(value);
    return Number.isInteger(value) ? String(value) : null;
  },
};

// A scalar of ours has been written by the service that knows it.
const asItIs = (value: unknown): string => JSON.stringify(value);

export function leafWriter(type: GraphQLLeafType): Write {
  const text = isEnumType(type)
    ? oneOf(type.getValues().map(({ name }) => name))
    : (scalars[type.name] ?? asItIs);
  return (value, to, key) => {
    if (value === null || value === undefined) return null;
    return text(value) ?? breakAt(to, key);
  };
}

function oneOf(names: readonly string[]): (value: unknown) => string | null {
  const texts = new Map<unknown, string>(names.map((name) => [name, JSON.stringify(name)]));
  return (value) => texts.get(value) ?? null;
}

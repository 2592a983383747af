import { createHash } from 'node:crypto';
import type { GraphQLLeafType } from 'graphql';
import { isEnumType } from 'graphql';

/** A number from 0 to below `most` that the words decide, the same wherever it is asked. */
export function numberOf(words: string, most: number): number {
  return createHash('md5').update(words).digest().readUInt32LE(0) % most;
}

const texts = ['', 'Desa "Maju"', 'baris\nbaru', 'Ngāti ✓ 🌱', '\\u2028\u2028', 'null', '<b>&</b>'];
const ints = [0, -1, 7, 2_147_483_647, -2_147_483_648];
const floats = [0, 0.1, -1.5e-7, 1e21, 42];

/** What no service may say of such a type, but one does now and then. */
const lies: Readonly<Record<string, readonly unknown[]>> = {
  Int: [2_147_483_648, 1.5, 'seven', true],
  Float: ['1.5', false],
  Boolean: ['true', 1],
  String: [5, false],
  ID: [true, 1.5],
};

/** A value of a leaf type as a service would say it; lies are told where they are asked for. */
export function leafOf(type: GraphQLLeafType, words: string, lying: boolean): unknown {
  const pick = <T>(items: readonly T[]): T => items[numberOf(`${words} leaf`, items.length)]!;
  if (isEnumType(type)) return lying ? 'NO_VALUE_OF_IT' : pick(type.getValues()).name;
  const lie = lies[type.name];
  if (lying && lie !== undefined) return pick(lie);
  switch (type.name) {
    case 'Int':
      return pick(ints);
    case 'Float':
      return pick(floats);
    case 'Boolean':
      return numberOf(words, 2) === 0;
    case 'ID':
      return pick(['1', '2', 'three']);
    default:
      return pick(texts);
  }
}

import { seeded } from '../../proof/random.js';

/** Sixteen calls for a gateway that plans naively, about ninety kilobytes of answer. */
const big = `query Big {
  users { ...Person reviews { ...Opinion product { ...Goods reviews { ...Opinion author { ...Person
    reviews { ...Opinion product { ...Goods } } } } } } }
  topProducts { ...Goods reviews { ...Opinion author { ...Person
    reviews { ...Opinion product { ...Goods } } } } }
}
fragment Person on User { id username name }
fragment Opinion on Review { id body }
fragment Goods on Product { inStock name price shippingEstimate upc weight }`;

/** What a page of a shop asks: four calls, a few kilobytes. */
const medium = `query Medium {
  topProducts(first: 5) { upc name price inStock reviews { id body author { id name } } }
}`;

const tiny = 'query Tiny { me { id name username } }';

const pick = <T>(random: ReturnType<typeof seeded>, items: readonly T[]): readonly T[] =>
  random.shuffle(items).slice(0, random.between(1, items.length));

/** A selection below a product or a person, as deep as is left. */
function selectBelow(random: ReturnType<typeof seeded>, type: string, depth: number): string {
  const fields: Record<string, readonly string[]> = {
    User: ['id', 'name', 'username'],
    Product: ['upc', 'name', 'price', 'weight', 'inStock', 'shippingEstimate'],
    Review: ['id', 'body'],
  };
  const below: Record<string, readonly [field: string, type: string][]> = {
    User: [['reviews', 'Review']],
    Product: [['reviews', 'Review']],
    Review: [
      ['product', 'Product'],
      ['author', 'User'],
    ],
  };
  const deeper = depth === 0 ? [] : pick(random, below[type] ?? []);
  const parts = deeper.map(([field, of]) => `${field} { ${selectBelow(random, of, depth - 1)} }`);
  return [...pick(random, fields[type] ?? []), ...parts].join(' ');
}

/** Different operations of a day: no two alike, of all sizes, the same ones each time. */
export function mixOf(count: number): string[] {
  const random = seeded(20_260);
  const documents = new Set<string>();
  while (documents.size < count) {
    const first = random.between(1, 9);
    const asked = [
      `users { ${selectBelow(random, 'User', random.between(1, 3))} }`,
      `topProducts(first: ${first}) { ${selectBelow(random, 'Product', random.between(1, 4))} }`,
      `user(id: "${random.between(1, 6)}") { ${selectBelow(random, 'User', random.between(0, 2))} }`,
    ];
    documents.add(`query Mix${documents.size} { ${pick(random, asked).join(' ')} }`);
  }
  return [...documents];
}

export const questions = { big: [big], medium: [medium], tiny: [tiny], mix: mixOf(100) };

export type QuestionName = keyof typeof questions;

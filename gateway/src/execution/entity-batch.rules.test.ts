import { describe, expect, test } from '@jest/globals';
import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { buildSchema } from 'graphql';
import type { Data } from './data.js';
import { EntityBatch } from './entity-batch.js';
import { Representation } from './representation.js';

const schema = buildSchema(`
  type Query { goods: [Product] }
  type Product { upc: ID price: String name: String stock: Int }
`);

const anyContext = {} as never;

/** What one service is asked about the goods, each known by these fields. */
function askAbout(
  goods: Gathering,
  names: readonly string[],
  lists: readonly string[] = ['goods'],
): EntityBatch {
  const fields = ['__typename', ...names].map((name) => ({ kind: 'Field' as const, name }));
  const requires: QueryPlanSelectionNode[] = [
    { kind: 'InlineFragment', typeCondition: 'Product', selections: fields },
  ];
  const representation = new Representation(schema, requires);
  const plain = { conditions: [], representation, changeInput: null, changeOutput: null };
  const fetches = lists.map((list) => ({ ...plain, path: [list, '@'] }));
  const batch = new EntityBatch(goods, { selection: '{ name }', fetches }, 'stock');
  batch.lookInto(null, anyContext, {});
  return batch;
}

type Gathering = ReturnType<typeof gathered>;

const gathered = (goods: Data[], gifts: Data[] = []) => ({
  data: { goods, gifts } as Data,
  repeats: false,
  awaited: new Set<Data>(),
});

const product = (upc: unknown, more: Data = {}): Data => ({ __typename: 'Product', upc, ...more });

function answer(batch: EntityBatch, answers: readonly Data[]): void {
  batch.receive(answers, true);
  batch.merge();
}

const goodsOf = ({ data }: Gathering) => data['goods'] as Data[];

describe('entities of which only the key is known', () => {
  test('are asked once, and are one object wherever they stand', () => {
    const goods = gathered([product('1'), product('2'), product('1')]);

    const batch = askAbout(goods, ['upc']);
    answer(batch, [{ name: 'Bendera' }, { name: 'Seragam' }]);

    expect(batch.missing).toEqual([product('1'), product('2')]);
    expect(goodsOf(goods).map(({ name }) => name)).toEqual(['Bendera', 'Seragam', 'Bendera']);
    expect(goodsOf(goods)[0]).toBe(goodsOf(goods)[2]);
    expect(goods.repeats).toBe(true);
  });

  test('stay apart where more is known of one of them', () => {
    const goods = gathered([product('1'), product('1', { stock: 3 })]);

    answer(askAbout(goods, ['upc']), [{ name: 'Bendera' }]);

    expect(goodsOf(goods)).toEqual([
      product('1', { name: 'Bendera' }),
      product('1', { stock: 3, name: 'Bendera' }),
    ]);
  });

  test('lose nothing that another service was being asked about them meanwhile', () => {
    const priced = () => product('1', { price: '9' });
    const goods = gathered([priced()], [priced()]);
    const slow = askAbout(goods, ['upc'], ['gifts']);

    answer(askAbout(goods, ['upc', 'price'], ['goods', 'gifts']), [{ stock: 3 }]);
    answer(slow, [{ name: 'Bendera' }]);

    const gifts = goods.data['gifts'];
    expect(gifts).toEqual([product('1', { price: '9', stock: 3, name: 'Bendera' })]);
  });

  test('are filled at each of their places, also where one object stood in several before', () => {
    const shared = product('1');
    const goods = gathered([product('1'), shared, shared], [shared]);
    goods.repeats = true;
    const slow = askAbout(goods, ['upc'], ['gifts']);

    answer(askAbout(goods, ['upc']), [{ stock: 3 }]);
    answer(slow, [{ name: 'Bendera' }]);

    expect(goodsOf(goods).map(({ stock }) => stock)).toEqual([3, 3, 3]);
    expect(goods.data['gifts']).toEqual([product('1', { stock: 3, name: 'Bendera' })]);
  });

  test('are no others whose keys only look alike, in parts or by type', () => {
    const goods = gathered([
      product('1\n2', { price: '3' }),
      product('1', { price: '2\n3' }),
      product(1, { price: '2' }),
      product('1', { price: '2' }),
    ]);

    expect(askAbout(goods, ['upc', 'price']).missing).toHaveLength(4);
  });

  test('are not asked about without their key', () => {
    const goods = gathered([product(undefined), { upc: '1' }, product('1')]);

    expect(askAbout(goods, ['upc']).missing).toEqual([product('1')]);
  });
});

test('an error of an entity stands at every place that shows it', () => {
  const goods = gathered([product('1'), product('2'), product('1')]);

  const places = askAbout(goods, ['upc']).placesOf(0);

  expect(places.map((place) => place?.key)).toEqual([0, 2]);
});

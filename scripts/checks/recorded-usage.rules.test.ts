import { describe, expect, test } from '@jest/globals';
import { createGatewayMetrics } from '@jejaring/gateway/metrics';
import { documentId } from '@jejaring/gateway/operations/known-operation';
import { buildSchema, parse } from 'graphql';
import { addUp, readScrape } from '../usage/scrape.js';
import { graphId, recordUsage } from './recorded-usage.js';
import { usedCoordinates } from './used-coordinates.js';

const sdl = `
  type Query { unit(id: ID!, deep: Boolean): Unit, units(filter: Filter): [Node!] }
  interface Node { id: ID! }
  type Unit implements Node { id: ID!, name: String, kind: Kind }
  type Region implements Node { id: ID! }
  input Filter { text: String, order: Order, not: Filter }
  enum Kind { YOUTH ELDER }
  enum Order { UP DOWN }
`;
const api = buildSchema(sdl);
const using = (text: string) => [...usedCoordinates(parse(text), api)].sort();

describe('what a document uses', () => {
  test('is its fields with the arguments it gives, their types, and what it names', () => {
    expect(
      using('query ($id: ID!, $all: Boolean!) { unit(id: $id) { kind @include(if: $all) } }'),
    ).toEqual([
      '@include',
      'Boolean',
      'ID',
      'Kind',
      'Query.unit',
      'Query.unit.id',
      'Unit',
      'Unit.kind',
    ]);
  });

  test('is all that a variable may hold', () => {
    expect(using('query ($filter: Filter) { units(filter: $filter) { __typename } }')).toEqual(
      expect.arrayContaining(['Filter', 'Filter.text', 'Filter.order', 'Filter.not', 'Order']),
    );
  });

  test('is a field of every type that stands where it is asked', () => {
    const used = using('{ units { ...Named } } fragment Named on Node { id }');
    expect(used).toEqual(expect.arrayContaining(['Node.id', 'Unit.id', 'Region.id']));
    expect(used).not.toContain('Unit.name');
  });
});

const names = 'query Names { unit(id: 1) { name } }';
const kinds = 'query Kinds { unit(id: 1) { kind } }';

/** What a gateway says that was asked so often. */
async function scrape(startedAt: string, asked: Record<string, number>): Promise<string> {
  const { asked: counter, registry } = createGatewayMetrics('/nowhere');
  for (const [text, times] of Object.entries(asked)) {
    const operation = /^query (\w+)/.exec(text)?.[1] ?? 'other';
    const document = text === 'unlisted' ? text : documentId(text);
    counter.inc({ operation, document }, times);
  }
  const said = await registry.metrics();
  const seconds = Date.parse(startedAt) / 1_000;
  return said.replace(/^(process_start_time_seconds\{.*\}) .*$/m, `$1 ${seconds}`);
}

const day = (at: number) => `2030-01-${String(at).padStart(2, '0')}T00:00:00.000Z`;
const texts = new Map([names, kinds].map((text) => [documentId(text), text]));
const known = { texts, api, released: sdl };

describe('a record of use', () => {
  test('adds up all gateways, of the time in which each of them counted', async () => {
    const counted = addUp([
      readScrape(await scrape(day(1), { [names]: 7, [kinds]: 1 }), new Date(day(20))),
      readScrape(await scrape(day(3), { [names]: 5 }), new Date(day(19))),
    ]);

    expect(recordUsage(counted, known)).toEqual({
      from: day(3),
      until: day(19),
      released: graphId(sdl),
      unknown: [],
      operations: { Kinds: 1, Names: 12 },
      coordinates: expect.objectContaining({ 'Query.unit': 13, 'Unit.name': 12, 'Unit.kind': 1 }),
    });
  });

  test('says what was asked that is not known here, or is not of this graph', async () => {
    const foreign = 'query Foreign { elsewhere }';
    const counted = readScrape(
      await scrape(day(1), { unlisted: 2, [foreign]: 3 }),
      new Date(day(2)),
    );

    const { unknown } = recordUsage(counted, {
      ...known,
      texts: new Map([[documentId(foreign), foreign]]),
    });

    expect(unknown).toEqual([
      { operation: 'other', document: 'unlisted', times: 2 },
      { operation: 'Foreign', document: documentId(foreign), times: 3 },
    ]);
  });

  test('is not made from what no gateway said', () => {
    expect(() => readScrape('process_start_time_seconds 1', new Date())).toThrow(/gateway/);
    expect(() => readScrape('<html>', new Date())).toThrow(/gateway/);
  });
});

import { describe, expect, test } from '@jest/globals';
import type { RequestContext } from '../front/request-context.js';
import { anonymous } from '@jejaring/chassis/work/scope.rules';
import { buildSchema } from 'graphql';
import { readCachedRules } from './cached-rules.js';
import type { EntityFetch } from './entity-cache.js';
import { KeptEntities } from './entity-cache.js';
import { FreshStore } from './fresh-store.js';
import { Freshness } from './freshness.js';

const sdl = `
  schema @link(url: "https://jejaring.id/spec/cached/v1.0", import: ["@cached"]) { query: Query }
  directive @link(url: String!, import: [String]) repeatable on SCHEMA
  directive @cached(until: [String!]! = [], untilOwn: [String!]! = []) on FIELD_DEFINITION | OBJECT
  type Query { a: Int }
  type Event { id: ID! @cached title(in: String): String @cached(untilOwn: ["training.training-event"]) secret: Int }
`;
const [one, two] = ['trn_01jd2ah9p4e8x9y6c1v2b3n4m5', 'trn_01jd2ah9p4e8x9y6c1v2b3n4m6'];
const fetchOf = (selection: string, more: Partial<EntityFetch> = {}): EntityFetch => ({
  service: 'training',
  typename: 'Event',
  selection,
  ...more,
});
const representations = [one, two].map((id) => ({ __typename: 'Event', id }));
const anybody = { caller: anonymous('r1') } as RequestContext;

function open(keepBytes = 100_000) {
  const options = { deafTtlMs: 0, longestMs: 1_000, remembered: 100, clock: () => time };
  let time = 0;
  const freshness = new Freshness(options);
  freshness.turn('hearing');
  const counted: string[] = [];
  const metrics = {
    count: (_cache: string, found: readonly unknown[]) =>
      void counted.push(...found.map((value) => (value === undefined ? 'miss' : 'hit'))),
    came: (_cache: string, isKept: boolean) => void counted.push(isKept ? 'kept' : 'overtaken'),
  };
  const graph = { supergraph: buildSchema(sdl), rules: readCachedRules(sdl) };
  const entities = new KeptEntities(graph, {
    store: new FreshStore(freshness, keepBytes),
    metrics,
  });
  const change = (key: string, sequence: number) =>
    freshness.hear({
      topic: 'jejaring.training',
      type: 'training.training-event.started.v1',
      key,
      sequence,
      epoch: 1,
    });
  return { entities, change, counted, wait: (ms: number) => void (time += ms) };
}

describe('entities', () => {
  test('are found each for itself, in order', () => {
    const { entities } = open();
    const first = entities.look(fetchOf('{ title }'), representations, anybody)!;
    expect(first.found).toEqual([undefined, undefined]);
    first.keep([{ title: 'one' }, { title: 'two' }]);

    const [a, b] = representations;
    const again = entities.look(fetchOf('{ title }'), [b!, { ...a, id: 'trn_x' }, a!], anybody)!;

    expect(again.found).toEqual([{ title: 'two' }, undefined, { title: 'one' }]);
  });

  test('leave one by one, as events speak of them', () => {
    const { entities, change } = open();
    // The first event of a topic tells its epoch, and nothing from before is believed.
    change(two, 1);
    entities
      .look(fetchOf('{ title }'), representations, anybody)!
      .keep([{ title: 'a' }, { title: 'b' }]);

    change(one, 5);

    const { found } = entities.look(fetchOf('{ title }'), representations, anybody)!;
    expect(found).toEqual([undefined, { title: 'b' }]);
  });

  test('are not kept when they were overtaken, are null, or carry an error', () => {
    const { entities, change, counted } = open();
    const look = entities.look(fetchOf('{ title }'), representations, anybody)!;
    change(one, 1);
    look.keep([{ title: 'old' }, { title: 'of before the epoch was known' }]);
    entities.look(fetchOf('{ title }'), representations, anybody)!.keep([null, undefined]);

    const { found } = entities.look(fetchOf('{ title }'), representations, anybody)!;
    expect(found).toEqual([undefined, undefined]);
    expect(counted).toContain('overtaken');
  });

  test('are told apart by what was asked of them, variables included', () => {
    const { entities } = open();
    const selection = '{ title(in: $language) }';
    const asked = (language: string) =>
      entities.look(fetchOf(selection, { variables: { language } }), representations, anybody)!;
    asked('id').keep([{ title: 'satu' }, { title: 'dua' }]);

    expect(asked('id').found).toEqual([{ title: 'satu' }, { title: 'dua' }]);
    expect(asked('en').found).toEqual([undefined, undefined]);
    expect(
      entities.look(fetchOf('{ id title }'), representations, anybody)!.found[0],
    ).toBeUndefined();
    expect(entities.look(fetchOf(selection), representations, anybody)).toBeNull();
  });

  test('are not kept for longer than the longest time', () => {
    const { entities, wait } = open();
    entities
      .look(fetchOf('{ title }'), representations, anybody)!
      .keep([{ title: 'a' }, { title: 'b' }]);

    wait(1_000);

    expect(entities.look(fetchOf('{ title }'), representations, anybody)!.found[0]).toBeUndefined();
  });

  test.each([
    ['somebody with a role', { ...anonymous('r'), role: 'KT_OFFICER' }],
    ['a citizen who is signed in', { ...anonymous('r'), id: 'citizen-1' }],
    ['a purpose, which the audit notes', { ...anonymous('r'), purpose: 'SUPERVISION' }],
  ])('are not looked for on behalf of %s', (_who, caller) => {
    const context = { caller } as RequestContext;

    expect(open().entities.look(fetchOf('{ title }'), representations, context)).toBeNull();
  });

  test('are not looked for when a field is asked that nothing tells of', () => {
    expect(open().entities.look(fetchOf('{ title secret }'), representations, anybody)).toBeNull();
  });

  test('hold no more memory than was given', () => {
    const { entities } = open(20_000);
    for (let at = 0; at < 200; at += 1) {
      const asked = [{ __typename: 'Event', id: String(at) }];
      entities.look(fetchOf('{ title }'), asked, anybody)!.keep([{ title: 'x'.repeat(100) }]);
    }

    const all = Array.from({ length: 200 }, (_, at) => ({ __typename: 'Event', id: String(at) }));
    const { found } = entities.look(fetchOf('{ title }'), all, anybody)!;
    expect(found.filter((value) => value !== undefined).length).toBeLessThan(40);
    expect(found.at(-1)).toBeDefined();
  });
});

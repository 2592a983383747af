import { describe, expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { compose } from './composition.js';
import { checkSecondComposer, compareGraphs } from './second-composer.js';

const header = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@shareable", "@external", "@requires"])`;
const organizations = {
  name: 'organizations',
  sdl: `${header} type Query { region: Region } "A region." type Region @key(fields: "code") { code: ID! name: String }`,
};
const training = {
  name: 'training',
  sdl: `${header} "Reached." type Region @key(fields: "code") { code: ID! name: String @external reached: Int @requires(fields: "name") }`,
};

function apiOf(subgraphs: Parameters<typeof compose>[0]) {
  const composed = compose(subgraphs);
  if (Array.isArray(composed)) throw new Error(JSON.stringify(composed));
  return composed.api;
}

describe('the second composer', () => {
  test('finds nothing where both make the same graph', async () => {
    const subgraphs = [organizations, training];

    expect(await checkSecondComposer(subgraphs, apiOf(subgraphs))).toEqual([]);
  });

  test('names what it shows that the first does not', async () => {
    const found = await checkSecondComposer([organizations, training], apiOf([organizations]));

    expect(found.map(({ place }) => place)).toEqual(['Region.reached']);
  });

  test('says why it finds no graph', async () => {
    const lost = {
      name: 'awards',
      sdl: `${header} type Query { region: Region } type Region { code: Int! }`,
    };

    const found = await checkSecondComposer([organizations, lost], apiOf([organizations]));

    expect(found.map(({ says }) => says).join()).toMatch(/Region/);
  });
});

describe('two graphs', () => {
  const graph = (field: string) => buildSchema(`type Query { "Said." ${field} }`);

  test('may differ in words', async () => {
    expect(await compareGraphs(graph('a: Int'), buildSchema('type Query { a: Int }'))).toEqual([]);
  });

  test('may not differ in what may be null', async () => {
    expect(await compareGraphs(graph('a: Int'), graph('a: Int!'))).toHaveLength(1);
  });
});

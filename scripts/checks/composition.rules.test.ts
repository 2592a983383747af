import { describe, expect, test } from '@jest/globals';
import { printSchema } from 'graphql';
import { compose } from './composition.js';
import { printProblems } from './problem-pages.js';

const header = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@shareable"])`;
const organizations = {
  name: 'organizations',
  sdl: `${header} type Query { region: Region } type Region @key(fields: "code") { code: ID! name: String }`,
};

describe('compose', () => {
  test('gives the supergraph with each address and what a caller sees', () => {
    const training = {
      name: 'training',
      sdl: `${header} type Region @key(fields: "code") { code: ID! reached: Int }`,
    };

    const composed = compose([organizations, training]);

    if (Array.isArray(composed)) throw new Error(JSON.stringify(composed));
    expect(composed.supergraph).toContain('url: "http://127.0.0.1:4003/graphql"');
    expect(printSchema(composed.api)).toContain('reached: Int');
    expect(printSchema(composed.api)).not.toContain('join__');
  });

  test('lets the owner of an entity say what it is', () => {
    const adding = (name: string) => ({
      name,
      sdl: `${header} "What ${name} adds." type Region @key(fields: "code") { "Other." code: ID! ${name}: Int }`,
    });
    const owner = {
      name: 'organizations',
      sdl: `${header} type Query { region: Region } "A region." type Region @key(fields: "code") { "Its code." code: ID! }`,
    };

    const composed = compose([adding('training'), adding('awards'), owner]);

    if (Array.isArray(composed)) throw new Error(JSON.stringify(composed));
    const region = composed.api.getType('Region');
    expect(region?.description).toBe('A region.');
    expect(printSchema(composed.api)).toContain('Its code.');
    expect(composed.disagreements).toEqual([]);
  });

  test('names what subgraphs say differently of a type that none of them owns', () => {
    const saying = (name: string) => ({
      name,
      sdl: `${header} type Query { ${name}: Text } "Said by ${name}." type Text @shareable { en: String }`,
    });

    const composed = compose([saying('training'), saying('awards')]);

    if (Array.isArray(composed)) throw new Error(JSON.stringify(composed));
    expect(JSON.stringify(composed.disagreements)).toContain('Text');
  });

  test('says why subgraphs do not fit', () => {
    const training = {
      name: 'training',
      sdl: `${header} type Region @key(fields: "code") { code: ID! name: Int }`,
    };

    expect(JSON.stringify(compose([organizations, training]))).toContain('Region.name');
  });
});

test('the page of problems names fields, and the commands that answer with them', () => {
  const sdl = `${header}
    type Query { a: Int }
    interface Problem { message: String! }
    "It is full." type FullProblem implements Problem { message: String! "Seats." seats: Int! }
    type Seat { id: ID! }
    union TakeSeatResult = Seat | FullProblem
    union LeaveSeatResult = Seat
    type Mutation { takeSeat: TakeSeatResult leaveSeat: LeaveSeatResult }
  `;
  const composed = compose([{ name: 'training', sdl }]);
  if (Array.isArray(composed)) throw new Error(JSON.stringify(composed));

  const page = printProblems(composed.api, ['FORBIDDEN']);

  expect(page).toContain('| `FullProblem` | It is full. | `seats: Int!` Seats. | `takeSeat` |');
  expect(page).toContain('- `FORBIDDEN`');
});

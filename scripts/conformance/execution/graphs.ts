import { root } from '#machinery';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Service } from './fake-services.js';

export interface ComposedGraph {
  supergraphSdl: string;
  services: readonly Service[];
}

/** The graph of this repository. */
export function ownGraph(): ComposedGraph {
  const folder = path.join(root, 'schema', 'subgraphs');
  const services = readdirSync(folder).map((file) => ({
    name: path.basename(file, '.graphql'),
    sdl: readFileSync(path.join(folder, file), 'utf8'),
  }));
  const supergraphSdl = readFileSync(path.join(root, 'schema', 'supergraph.graphql'), 'utf8');
  return { supergraphSdl, services };
}

const header = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.5"
  import: ["@key", "@external", "@requires", "@provides", "@shareable"]
)
`;

/** What our own graph does without: requirements, provided fields, interfaces of entities, lists of lists. */
export function harshGraph(): ComposedGraph {
  const services = Object.entries(harshServices).map(([name, sdl]) => ({
    name,
    sdl: header + sdl,
  }));
  const { supergraphSdl, errors } = composeServices(
    services.map(({ name, sdl }) => ({ name, typeDefs: parse(sdl) })),
  );
  if (supergraphSdl === undefined) throw new Error(`Does not compose: ${String(errors)}`);
  return { supergraphSdl, services };
}

const harshServices: Readonly<Record<string, string>> = {
  goods: `
    type Query { things(first: Int): [Thing!] one: Item node: Node! top: [[Item!]!] book: Book! }
    type Mutation { change(name: String!): Item touch: Node }
    interface Node { id: ID! name: String! }
    union Thing = Item | Book | Note
    enum Size { SMALL LARGE }
    type Note { text: String! about: Item size: Size! }
    type Item implements Node @key(fields: "id") {
      id: ID! name: String! size: Size weight: Int! price(currency: String): Float parts: [Part!]!
    }
    type Part { number: Int! of: [[Int!]] inner: Part maker: Maker }
    type Book implements Node @key(fields: "id") { id: ID! name: String! pages: Int! authors: [Maker] }
    type Maker @key(fields: "id") { id: ID! }
  `,
  stock: `
    type Item @key(fields: "id") {
      id: ID! weight: Int! @external name: String! @external
      shipping: Int! @requires(fields: "weight") label: String @requires(fields: "name weight")
      left: Int! places: [Place!]!
    }
    type Place { name: String! items: [Item] keeper: Maker @provides(fields: "title") }
    type Maker @key(fields: "id") { id: ID! title: String @external }
  `,
  people: `
    type Query { makers: [Maker!]! maker(id: ID!): Maker }
    type Maker @key(fields: "id") {
      id: ID! title: String @shareable favourite: Item friends(first: Int): [Maker!] shelf: [Thing]
    }
    type Item @key(fields: "id") { id: ID! makers: [Maker!]! }
    type Book @key(fields: "id") { id: ID! readers: [Maker!] sequel: Book }
    union Thing = Item | Book
  `,
};

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** Which of the fields 0 to 6 each of seven services has: all of one entity, most in several places. */
const fieldsOf = [
  [0, 4, 5],
  [2, 6],
  [1, 3, 6],
  [0, 1, 2],
  [0, 2, 3, 5],
  [1, 4, 6],
  [3, 4, 5],
];

const typeDefs = (fields: number[]) =>
  parse(`extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@shareable"])
    type Query { node: Node @shareable }
    type Node @key(fields: "id") { id: ID! ${fields
      .map((i) => `n${i}: Node @shareable f${i}: String @shareable`)
      .join(' ')} }`);

export const manyPlansServices = fieldsOf.map((_, place) => `s${place}`);

/** A small graph over which a short question has more plans than a planner can look through. */
export function composeManyPlans(): string {
  const { supergraphSdl, errors } = composeServices(
    fieldsOf.map((fields, place) => ({
      name: `s${place}`,
      url: 'http://unused.invalid',
      typeDefs: typeDefs(fields),
    })),
  );
  if (supergraphSdl === undefined) throw new Error(`It does not compose: ${String(errors)}`);
  return supergraphSdl;
}

/** A tree of `width` branches at each of `depth` levels; another name is another document. */
export function manyPlansQuery(width: number, depth: number, name = 'Many'): string {
  let turn = 0;
  const level = (left: number): string => {
    const start = turn++;
    if (left === 0)
      return `{ ${[0, 1, 2].map((i) => `f${(start + i) % fieldsOf.length}`).join(' ')} }`;
    const branches = Array.from({ length: width }, (_, i) => {
      return `n${(start + i * 2) % fieldsOf.length} ${level(left - 1)}`;
    });
    return `{ ${branches.join(' ')} }`;
  };
  return `query ${name} { node ${level(depth)} }`;
}

/** Answers whatever it is asked with one node that has nothing below it. */
export async function startNodes() {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ data: { node: { __typename: 'Node', id: 'one' } } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

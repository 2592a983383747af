import type { Finding } from './findings.js';
import type { Subgraph } from './subgraphs.js';
import { objectTypesOf, schemaOf } from './subgraphs.js';

const pages =
  '@listSize(assumedSize: 20, slicingArguments: ["first"], sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)';
const plainList = (size: string) =>
  `@listSize(assumedSize: ${size}, slicingArguments: ["first"], requireOneSlicingArgument: false)`;
// Counting all reads what a page does not.
const counts = '@cost(weight: 3)';

/**
 * Every connection takes `first`, and its nodes and edges are as many: said once here for all of them,
 * in the words of the IBM cost specification, so that the gateway knows the cost before it asks.
 */
export const sayListSizes = (sdl: string): string =>
  sdl
    .replace(/^ {2}\): \w+Connection!?(?= |$)/gm, (field) => `${field} ${pages}`)
    .replace(
      /first: Int! = (\d+)\n {2}\): \[\w+!\]!/g,
      (field, size) => `${field} ${plainList(size)}`,
    )
    .replace(/^ {2}totalCount: Int!(?= |$)/gm, (field) => `${field} ${counts}`);

/** A connection whose field was printed in a form that the rule above did not see. */
export function checkListSizes(subgraphs: readonly Subgraph[]): Finding[] {
  return subgraphs.flatMap((subgraph) =>
    objectTypesOf(schemaOf(subgraph)).flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => field.args.some(({ name }) => name === 'first'))
        .filter(({ astNode }) => !astNode?.directives?.some((d) => d.name.value === 'listSize'))
        .map(({ name }) => ({
          place: `${subgraph.name}: ${type.name}.${name}`,
          says: 'takes `first` and does not say the size of its list; see scripts/checks/list-sizes.ts',
        })),
    ),
  );
}

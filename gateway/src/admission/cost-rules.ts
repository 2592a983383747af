import type { ConstDirectiveNode, DocumentNode } from 'graphql';
import { parse } from 'graphql';
import { argumentsOf, findDirectiveName } from './linked-directives.js';

/** How long a list may be: what the IBM cost specification calls `@listSize`. */
export interface ListSize {
  assumedSize: number | null;
  /** Arguments that say how many are asked. */
  slicingArguments: readonly string[];
  /** The lists below this field that are as long as the arguments say; none when it is the list. */
  sizedFields: readonly string[];
}

/** What a supergraph says about its own cost. Keys are `Type` or `Type.field`. */
export interface CostRules {
  weights: ReadonlyMap<string, number>;
  lists: ReadonlyMap<string, ListSize>;
}

const specification = 'https://specs.apollo.dev/cost/';

interface Names {
  cost: string | null;
  listSize: string | null;
}

/**
 * Reads `@cost` and `@listSize` of a supergraph, which its API schema no longer shows. One that is
 * not understood throws, so that it never serves.
 */
export function readCostRules(supergraphSdl: string): CostRules {
  const document = parse(supergraphSdl, { noLocation: true });
  const names: Names = {
    cost: findDirectiveName(document, specification, 'cost', 0),
    listSize: findDirectiveName(document, specification, 'listSize', 0),
  };
  const weights = new Map<string, number>();
  const lists = new Map<string, ListSize>();
  for (const { coordinate, directives } of listPlaces(document)) {
    for (const directive of directives) {
      if (directive.name.value === names.cost) {
        const weight = readWeight(directive, coordinate);
        weights.set(coordinate, Math.max(weight, weights.get(coordinate) ?? 0));
      }
      if (directive.name.value === names.listSize)
        lists.set(coordinate, readListSize(directive, coordinate));
    }
  }
  return { weights, lists };
}

interface Place {
  coordinate: string;
  directives: readonly ConstDirectiveNode[];
}

function listPlaces({ definitions }: DocumentNode): Place[] {
  return definitions.flatMap((definition): Place[] => {
    if (!('name' in definition) || definition.name === undefined) return [];
    const type = definition.name.value;
    const own = 'directives' in definition ? (definition.directives ?? []) : [];
    const fields = 'fields' in definition ? (definition.fields ?? []) : [];
    return [
      { coordinate: type, directives: own as readonly ConstDirectiveNode[] },
      ...fields.map(({ name, directives }) => ({
        coordinate: `${type}.${name.value}`,
        directives: directives ?? [],
      })),
    ];
  });
}

function readWeight(directive: ConstDirectiveNode, coordinate: string): number {
  const weight = Number(argumentsOf(directive)['weight']);
  if (Number.isFinite(weight) && weight >= 0) return weight;
  throw new Error(`@cost on ${coordinate} has no weight from 0.`);
}

function readListSize(directive: ConstDirectiveNode, coordinate: string): ListSize {
  const { assumedSize, slicingArguments, sizedFields } = argumentsOf(directive);
  const size = {
    assumedSize: typeof assumedSize === 'number' ? assumedSize : null,
    slicingArguments: namesIn(slicingArguments),
    sizedFields: namesIn(sizedFields),
  };
  if (size.slicingArguments.some((name) => name.includes('.')))
    throw new Error(`@listSize on ${coordinate} names a part of an argument.`);
  return size;
}

const namesIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.map((each) => String(each)) : [];

import type {
  InlineFragmentNode,
  OperationDefinitionNode,
  SelectionSetNode,
  VariableDefinitionNode,
} from 'graphql';
import { Kind, parse, print, visit } from 'graphql';
import type { PlannedFetch } from './fetches.js';
import { Unsupported } from './fetches.js';

/** Entities that several places of the operation ask of one service, with the same fields. */
export interface EntityPart {
  /** Printed fields, the same text for the same fields. */
  selection: string;
  fetches: readonly PlannedFetch[];
}

/** What is sent to a service at once. */
export interface PlannedRequest {
  service: string;
  kind: 'query' | 'mutation' | 'subscription';
  name: string | undefined;
  /** Requests that must have been answered. */
  after: readonly number[];
  /** Null for a request that asks for entities. */
  root: PlannedFetch | null;
  parts: readonly EntityPart[];
  /** The variables of the operation that it needs, as it declares them. */
  declares: readonly string[];
  uses: readonly string[];
}

/**
 * Puts together what can be asked of a service at one time: one request for all fetches of entities
 * that are equally deep in the plan. What nothing waits for goes with a later one, if there is any.
 */
export function groupRequests(fetches: readonly PlannedFetch[]): PlannedRequest[] {
  const levels = levelsOf(fetches);
  const groups = new Map<string, number[]>();
  fetches.forEach(({ node }, at) => {
    const key = node.requires ? `${levels[at]} ${node.serviceName}` : `root ${at}`;
    groups.set(key, [...(groups.get(key) ?? []), at]);
  });
  const ordered = [...groups.values()].sort((one, other) => levels[one[0]!]! - levels[other[0]!]!);
  const requestOf = new Map(ordered.flatMap((group, at) => group.map((fetch) => [fetch, at])));
  return ordered.map((group) => {
    const after = group.flatMap((at) => fetches[at]!.after.map((each) => requestOf.get(each)!));
    return toRequest(
      group.map((at) => fetches[at]!),
      [...new Set(after)],
    );
  });
}

function levelsOf(fetches: readonly PlannedFetch[]): number[] {
  const levels: number[] = [];
  for (const { after } of fetches)
    levels.push(1 + Math.max(-1, ...after.map((each) => levels[each]!)));
  const awaited = new Set(fetches.flatMap(({ after }) => after));
  const deepest = new Map<string, number>();
  fetches.forEach(({ node }, at) => {
    if (!node.requires) return;
    deepest.set(node.serviceName, Math.max(deepest.get(node.serviceName) ?? 0, levels[at]!));
  });
  return fetches.map(({ node }, at) =>
    node.requires && !awaited.has(at) ? deepest.get(node.serviceName)! : levels[at]!,
  );
}

function toRequest(fetches: readonly PlannedFetch[], after: readonly number[]): PlannedRequest {
  const [first] = fetches as [PlannedFetch];
  const { serviceName, operationKind, operationName, requires } = first.node;
  const read = fetches.map((fetch) => ({ fetch, operation: readOperation(fetch) }));
  const definitions = read.flatMap(({ operation }) => operation.variableDefinitions ?? []);
  return {
    service: serviceName,
    kind: operationKind,
    name: operationName,
    after,
    root: requires ? null : first,
    parts: requires ? toParts(read) : [],
    declares: declarationsOf(definitions),
    uses: [...new Set(fetches.flatMap(({ node }) => node.variableUsages ?? []))],
  };
}

interface ReadFetch {
  fetch: PlannedFetch;
  operation: OperationDefinitionNode;
}

/** With the fields of its fragments in their places, so that selections of several fetches can be compared. */
function readOperation({ node }: PlannedFetch): OperationDefinitionNode {
  const { definitions } = parse(node.operation, { noLocation: true });
  const operation = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const fragments = new Map(
    definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  return visit(operation as OperationDefinitionNode, {
    FragmentSpread({ name, directives = [] }): InlineFragmentNode {
      const { typeCondition, selectionSet } = fragments.get(name.value)!;
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet };
    },
  });
}

function toParts(read: readonly ReadFetch[]): EntityPart[] {
  const parts = new Map<string, PlannedFetch[]>();
  for (const { fetch, operation } of read) {
    const selection = print(entitySelection(operation));
    parts.set(selection, [...(parts.get(selection) ?? []), fetch]);
  }
  return [...parts].map(([selection, fetches]) => ({ selection, fetches }));
}

function entitySelection({ selectionSet, directives }: OperationDefinitionNode): SelectionSetNode {
  const [field, ...others] = selectionSet.selections;
  const plain = field?.kind === Kind.FIELD && field.name.value === '_entities';
  if (!plain || others.length > 0 || !field.selectionSet) throw new Unsupported('entities');
  if ((directives?.length ?? 0) > 0) throw new Unsupported('directives');
  return field.selectionSet;
}

const declarationsOf = (definitions: readonly VariableDefinitionNode[]): string[] => [
  ...new Set(
    definitions.filter(({ variable }) => variable.name.value !== 'representations').map(print),
  ),
];

/** The text that asks some of the parts: those for which there are entities this time. */
export function printRequest(
  { name, declares }: PlannedRequest,
  asked: readonly { at: number; part: EntityPart }[],
): string {
  const several = asked.length > 1;
  const variables = asked.map(({ at }) => `$${variableOf(at, several)}: [_Any!]!`);
  const fields = asked.map(({ at, part }) => {
    const alias = several ? `${keyOf(at, several)}: ` : '';
    return `${alias}_entities(representations: $${variableOf(at, several)}) ${part.selection}`;
  });
  return `query ${name ?? ''}(${[...variables, ...declares].join(', ')}) { ${fields.join(' ')} }`;
}

export const variableOf = (at: number, several: boolean): string =>
  several ? `representations_${at}` : 'representations';

export const keyOf = (at: number, several: boolean): string =>
  several ? `entities_${at}` : '_entities';

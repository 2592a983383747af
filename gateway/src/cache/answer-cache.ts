import type { FragmentDefinitionNode, ValueNode } from 'graphql';
import { Kind, valueFromASTUntyped } from 'graphql';
import type { RequestContext } from '../front/request-context.js';
import type { Executed } from '../execution/compile.js';
import type { KnownOperation } from '../operations/known-operation.js';
import type { CachedRules } from './cached-rules.js';
import type { Dependence } from './dependence.js';
import { dependenceOfRoot } from './dependence.js';
import type { CacheParts } from './entity-cache.js';
import { nextName } from './entity-cache.js';
import { takesWhatIsKept, tagsOf } from './tags.js';

/** Whole answers of executions that somebody asked before. */
export interface AnswerCache {
  /**
   * Asked after the operation was admitted and before it is executed, for each request anew. Null: this
   * answer may not be kept.
   */
  look(
    operation: KnownOperation,
    variables: Variables,
    context: RequestContext,
  ): FoundAnswer | MissingAnswer | null;
}

export interface FoundAnswer {
  readonly executed: Executed;
}

export interface MissingAnswer {
  /**
   * Takes the answer of an execution that began after this look; at any time, or not at all. One with
   * errors or without data is not kept.
   */
  keep(executed: Executed): void;
}

/** The text, and the bytes that are made of it once. */
const bytesOfCharacter = 3;

type Variables = Readonly<Record<string, unknown>>;

/** A root field, and the argument that says which object it is about. */
interface Root {
  dependence: Dependence;
  id: ValueNode | undefined;
}

interface Keepable {
  name: string;
  roots: readonly Root[];
}

/** The answer cache of all versions of the graph; each operation belongs to one. */
export class KeptAnswers implements AnswerCache {
  private readonly known = new WeakMap<KnownOperation, Keepable | null>();

  constructor(
    private readonly rulesOf: (operation: KnownOperation) => CachedRules,
    private readonly parts: CacheParts,
  ) {}

  look(
    operation: KnownOperation,
    variables: Variables,
    context: RequestContext,
  ): FoundAnswer | MissingAnswer | null {
    if (!takesWhatIsKept(context)) return null;
    const keepable = this.keepable(operation);
    if (keepable === null) return null;
    const { store, metrics } = this.parts;
    const moment = store.freshness.now();
    const key = `${keepable.name} ${JSON.stringify(variables)}`;
    const executed = store.find(key) as Executed | undefined;
    metrics.count('answer', [executed]);
    if (executed !== undefined) return { executed };
    const keep = (value: Executed): void => {
      if (value.errors.length > 0 || value.data === 'null') return;
      const bytes = value.data.length * bytesOfCharacter;
      const tags = tagsFor(keepable, variables);
      metrics.came('answer', store.keep({ key, bytes, value, moment, tags }));
    };
    return { keep };
  }

  private keepable(operation: KnownOperation): Keepable | null {
    const known = this.known.get(operation);
    if (known !== undefined) return known;
    const roots = readRoots(operation, this.rulesOf(operation));
    const keepable = roots === null ? null : { name: nextName(), roots };
    this.known.set(operation, keepable);
    return keepable;
  }
}

const tagsFor = ({ roots }: Keepable, variables: Variables): string[] => [
  ...new Set(
    roots.flatMap(({ dependence, id }) =>
      tagsOf(dependence, id === undefined ? undefined : valueFromASTUntyped(id, variables)),
    ),
  ),
];

/** Null when it is no query, or asks anything that may not be kept. */
function readRoots(
  { operation, document, schema }: KnownOperation,
  rules: CachedRules,
): Root[] | null {
  if (operation.operation !== 'query' || rules.size === 0) return null;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  }
  const roots: Root[] = [];
  for (const field of operation.selectionSet.selections) {
    // Fragments at the root are rare, and leave an answer unkept.
    if (field.kind !== Kind.FIELD) return null;
    const dependence = dependenceOfRoot(field, { schema, rules, fragments });
    if (dependence === null) return null;
    const id = field.arguments?.find(({ name }) => name.value === 'id')?.value;
    roots.push({ dependence, id });
  }
  return roots;
}

import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import { Kind, visit } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { DataKeys } from './data-keys.js';
import { WriterCompiler } from './writer.js';

type Write = ReturnType<WriterCompiler['root']>;

/** The variables by which fields are skipped or included. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names].sort();
}

export interface WritersOptions {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  keys: DataKeys;
  operation: OperationDefinitionNode;
  variables: readonly string[];
}

/** Writers of an operation: one for each combination of its conditions that was asked. */
export class Writers {
  // Nobody compiles 2 to the power of their conditions into this process.
  private readonly known = new LRUCache<string, Write>({ max: 32 });

  constructor(private readonly options: WritersOptions) {}

  of(values: Readonly<Record<string, unknown>>): Write {
    const { variables } = this.options;
    const key = variables.map((name) => (values[name] === true ? '1' : '0')).join('');
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const conditions = new Map(variables.map((name) => [name, values[name] === true]));
    const writer = this.compile(conditions);
    this.known.set(key, writer);
    return writer;
  }

  private compile(conditions: ReadonlyMap<string, boolean>): Write {
    const { schema, fragments, keys, operation } = this.options;
    const root = schema.getRootType(operation.operation);
    if (!root) throw new Error(`The graph has no ${operation.operation}.`);
    const compiler = new WriterCompiler({ schema, fragments, conditions }, keys);
    return compiler.root(root.name, operation.selectionSet);
  }
}

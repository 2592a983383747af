import type { FragmentDefinitionNode, GraphQLFormattedError } from 'graphql';
import { Kind } from 'graphql';
import type { KnownOperation } from '../operations/known-operation.js';
import { describeBeside } from './about-schema.js';
import { listBroken } from './broken.js';
import type { Executed, Execution } from './compile.js';
import { conditionVariables, Writers } from './conditions.js';
import type { Data } from './data.js';
import type { DataKeys } from './data-keys.js';
import { collectFields } from './fields.js';
import type { KeyNames } from './response-keys.js';
import { nameKeys } from './response-keys.js';
import type { Writing } from './writing.js';

/** Writes the answer to an operation as its caller wrote it, from data under keys of our own. */
export class AnswerWriter {
  /** What the caller calls each key of the data. */
  readonly names: KeyNames;
  /** Whether it asks for anything, whatever its variables are, that only services know. */
  readonly asksServices: boolean;
  private readonly writers: Writers;
  private readonly describe;

  constructor(operation: KnownOperation, keys: DataKeys) {
    const fragments = fragmentsOf(operation);
    this.names = nameKeys(operation.operation.selectionSet, fragments, keys);
    this.asksServices = asksServices(operation, fragments);
    this.describe = describeBeside(operation);
    this.writers = new Writers({
      schema: operation.schema,
      fragments,
      keys,
      operation: operation.operation,
      variables: conditionVariables(operation.document),
    });
  }

  async write(
    data: Data,
    errors: readonly GraphQLFormattedError[],
    { variables, repeats }: { variables: Execution['variables']; repeats: boolean },
  ): Promise<Executed> {
    if (this.describe !== null) Object.assign(data, await this.describe(variables));
    const writing: Writing = { broken: [], path: [], texts: repeats ? new Map() : null };
    const text = this.writers.of(variables)(data, writing);
    return { data: text ?? 'null', errors: [...errors, ...listBroken(writing.broken, errors)] };
  }
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

const fragmentsOf = ({ document }: KnownOperation): Fragments =>
  new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

function asksServices({ schema, operation }: KnownOperation, fragments: Fragments): boolean {
  const type = schema.getRootType(operation.operation);
  if (!type) return false;
  const asked = { schema, fragments, conditions: new Map<string, boolean>() };
  const fields = collectFields(asked, type.name, [operation.selectionSet]);
  return [...fields.values()].some(([field]) => !field!.name.value.startsWith('__'));
}

import { codegen } from '@graphql-codegen/core';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { buildASTSchema, Kind, parse, print, printSchema, visit } from 'graphql';
import type { OperationFile } from './operations.js';
import { printManifest } from './persisted-operations.js';

const notice = '// Made from schema/operations by `npm run schema`; never edited by hand.\n';

const scalars = {
  Date: 'string',
  DateTime: 'string',
  DomainEventData: 'Record<string, unknown>',
  EventJson: 'Record<string, unknown>',
  ID: { input: 'string', output: 'string' },
  IdempotencyKey: 'string',
  Money: 'string',
  RegionCode: 'string',
};

/** The files of the workspace `clients` that follow from the published operations. */
export async function printClient(
  files: readonly OperationFile[],
  api: GraphQLSchema,
): Promise<[file: string, content: string][]> {
  const named = files.map(({ file, text }) => ({ file, text: nameTypes(text) }));
  return [
    ['clients/src/operation-types.ts', notice + (await printTypes(named, api))],
    ['clients/src/operations.ts', printDocuments(named)],
    ['clients/src/operation-ids.ts', printIds(named)],
    ['clients/persisted-operations.json', printManifest(named)],
  ];
}

/**
 * The document with `__typename` wherever a client that keeps entities would add it. Apollo Client
 * and urql then leave it as it is, and what they send is what was listed.
 */
export function nameTypes(text: string): string {
  const document = visit(parse(text), {
    [Kind.SELECTION_SET]: {
      leave(set: SelectionSetNode, _key, parent): SelectionSetNode | undefined {
        const isRoot = (parent as { kind?: Kind }).kind === Kind.OPERATION_DEFINITION;
        const isNamed = set.selections.some(
          (each) => each.kind === Kind.FIELD && each.name.value === '__typename' && !each.alias,
        );
        if (isRoot || isNamed) return undefined;
        return { ...set, selections: [...set.selections, typename] };
      },
    },
  });
  return print(document) + '\n';
}

const typename = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } } as const;

/** Types of each operation's variables and answer, and of what these are made of. */
async function printTypes(files: readonly OperationFile[], api: GraphQLSchema): Promise<string> {
  const schema = parse(printSchema(api));
  return codegen({
    filename: 'operation-types.ts',
    schema,
    schemaAst: buildASTSchema(schema),
    documents: files.map(({ file, text }) => ({ location: file, document: inline(parse(text)) })),
    config: { scalars, strictScalars: true, enumType: 'string-literal', immutableTypes: true },
    pluginMap: { typescriptOperations },
    plugins: [{ typescriptOperations: { skipTypeNameForRoot: true } }],
  });
}

/** Fragments in the place where they are spread: two files may call different ones alike. */
function inline(document: DocumentNode): DocumentNode {
  const fragments = new Map(
    document.definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  const replaced = visit(document, {
    [Kind.FRAGMENT_SPREAD]: ({ name, directives = [] }) => {
      const { typeCondition, selectionSet } = fragments.get(name.value)!;
      return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet };
    },
  });
  return { ...replaced, definitions: [operationOf(replaced)] };
}

export const operationOf = ({ definitions }: DocumentNode): OperationDefinitionNode =>
  definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION)!;

function printDocuments(files: readonly OperationFile[]): string {
  const ids = manifestIds(files);
  const documents = files.map(({ text }) => {
    const document = parse(text, { noLocation: true });
    const { name: node, operation } = operationOf(document);
    const name = node?.value ?? '';
    const type = `${name}${operation.charAt(0).toUpperCase()}${operation.slice(1)}`;
    const value = JSON.stringify({ id: ids.get(name), name, text, ...document });
    const constant = name.charAt(0).toLowerCase() + name.slice(1);
    return {
      imports: [type, `${type}Variables`],
      text: `export const ${constant} = ${value} as unknown as PublishedDocument<${type}, ${type}Variables>;\n`,
    };
  });
  const imports = documents.flatMap((each) => each.imports).join(', ');
  return [
    notice,
    `import type { ${imports} } from './operation-types.js';\n`,
    `import type { PublishedDocument } from './published-document.js';\n`,
    `export type * from './operation-types.js';\n\n`,
    ...documents.map((each) => each.text),
  ].join('');
}

/** For links and exchanges, which are given documents that others have made anew. */
function printIds(files: readonly OperationFile[]): string {
  const lines = [...manifestIds(files)].map(([name, id]) => `  ${name}: '${id}',\n`);
  const comment = '/** The id of each published operation, by its name. */\n';
  return `${notice}${comment}export const operationIds: Readonly<Record<string, string>> = {\n${lines.join('')}};\n`;
}

function manifestIds(files: readonly OperationFile[]): ReadonlyMap<string, string> {
  const { operations } = JSON.parse(printManifest(files)) as {
    operations: { name: string; id: string }[];
  };
  return new Map(operations.map(({ name, id }) => [name, id]));
}

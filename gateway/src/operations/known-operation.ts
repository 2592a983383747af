import { createHash } from 'node:crypto';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { Kind } from 'graphql';

/** One operation of one document under one version of the graph: parsed, validated, measured once. */
export interface KnownOperation {
  /** SHA-256 of the document's text (hex); with the operation's name where the document has several. */
  readonly id: string;
  readonly text: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** The API schema that it was validated against. */
  readonly schema: GraphQLSchema;
}

/** What a document is called in manifests, caches and keys. */
export const documentId = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A document that this version of the graph can answer, with each of its operations. */
export interface KnownDocument {
  readonly id: string;
  readonly text: string;
  readonly operations: readonly KnownOperation[];
}

export interface Entry {
  /** `documentId` of the text. */
  id: string;
  text: string;
  document: DocumentNode;
}

/** Says that a document was parsed and found valid under this schema; the caller has made sure. */
export function describeDocument(
  schema: GraphQLSchema,
  { id, text, document }: Entry,
): KnownDocument {
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  const several = operations.length > 1;
  return {
    id,
    text,
    operations: operations.map((operation) => ({
      id: several ? `${id}.${operation.name?.value ?? ''}` : id,
      text,
      document,
      operation,
      schema,
    })),
  };
}

/** The operation that a request chooses, as GraphQL has it: by its name, or the only one there is. */
export function chooseOperation(
  { operations }: KnownDocument,
  operationName: string | null | undefined,
): KnownOperation | null {
  if (operationName === null || operationName === undefined)
    return operations.length === 1 ? operations[0]! : null;
  return operations.find(({ operation }) => operation.name?.value === operationName) ?? null;
}

import type { DocumentNode, FieldNode, SelectionSetNode } from 'graphql';
import { getArgumentValues, GraphQLError, Kind, parse, validate, visit } from 'graphql';
import { normalizeRegionCode } from '@jejaring/chassis/graph/scalars';
import { most } from '../admission/limits.js';
import { refusal } from '../errors.js';
import type { CompiledOperation } from '../execution/compile.js';
import type { GraphVersion } from '../graph/graph-version.js';
import { readVariables } from '../operations/answering.js';
import type { KnownDocument, KnownOperation } from '../operations/known-operation.js';
import { chooseOperation, documentId } from '../operations/known-operation.js';
import type { OperationBook } from '../operations/operation-book.js';
import type { Arguments, Feed } from './feeds.rules.js';
import { feedOf } from './feeds.rules.js';
import { compileFromEvent } from './from-event.js';

/** What a client sends, over any transport. */
export interface LiveRequest {
  query: string;
  operationName: string | null;
  variables: Record<string, unknown>;
}

/** A subscription under one version of the graph, ready to tell of events. */
export interface LiveOperation {
  version: GraphVersion;
  known: KnownOperation;
  variables: Readonly<Record<string, unknown>>;
  fieldName: string;
  feed: Feed;
  given: Arguments;
  /** Begins at the event and goes on through the services. */
  compiled: CompiledOperation;
  /** Whether the event itself answers it, without any service. */
  alone: boolean;
  /** The variables that the answer depends on, as JSON; most only choose what is told. */
  chosenBy: string;
}

/** The document, parsed and found valid under this version of the graph, or a refusal. */
export function readDocument(
  { schema }: GraphVersion,
  book: OperationBook,
  query: string,
): KnownDocument {
  const known = book.findText(schema, query);
  if (known !== undefined) return known;
  const document = parseWithin(query);
  const [first] = validate(schema, document, undefined, { maxErrors: 1 });
  if (first !== undefined) {
    // Suggestions would tell of a schema that may be closed to whoever guesses.
    const sentence = first.message.replace(/ ?Did you mean(.+?)\?$/, '');
    throw refusal('GRAPHQL_VALIDATION_FAILED', 400, sentence);
  }
  return book.enter(schema, { id: documentId(query), text: query, document });
}

function parseWithin(query: string): DocumentNode {
  try {
    return parse(query, { maxLexicalTokens: most.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw refusal('GRAPHQL_PARSE_FAILED', 400, error.message);
  }
}

/** The one subscription that the request chooses; questions and commands are not asked here. */
export function chooseSubscription(
  document: KnownDocument,
  operationName: string | null,
): KnownOperation {
  const known = chooseOperation(document, operationName);
  if (known === null)
    throw refusal(
      'BAD_USER_INPUT',
      400,
      'The document has no operation of this name, or several and no name.',
    );
  if (known.operation.operation !== 'subscription')
    throw refusal(
      'BAD_USER_INPUT',
      400,
      'Only subscriptions are served here; queries and mutations are sent with POST to /graphql.',
    );
  return known;
}

/** The variables as the operation declares them. */
export function coerceVariables(
  known: KnownOperation,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const variables = readVariables(known, given);
  if ('coerced' in variables) return variables.coerced;
  throw refusal('BAD_USER_INPUT', 400, 'The variables are not what the operation declares.');
}

/** Plans an admitted subscription. */
export async function planSubscription(
  version: GraphVersion,
  known: KnownOperation,
  variables: Readonly<Record<string, unknown>>,
): Promise<LiveOperation> {
  const root = rootField(known.operation.selectionSet, known.document);
  const fieldName = root.name.value;
  const field = version.schema.getSubscriptionType()!.getFields()[fieldName]!;
  return {
    version,
    known,
    variables,
    fieldName,
    feed: feedOf(fieldName),
    chosenBy: usesVariables(root, known.document) ? JSON.stringify(variables) : '',
    given: readArguments(getArgumentValues(field, root, variables)),
    ...(await compileFromEvent(version, known)),
  };
}

function readArguments(given: Record<string, unknown>): Arguments {
  const { region } = given;
  if (region === undefined || region === null) return given;
  const code = typeof region === 'string' ? normalizeRegionCode(region) : null;
  if (code === null)
    throw refusal('BAD_USER_INPUT', 400, 'A region code is 2, 4, 6 or 10 digits.', {
      argument: 'RegionCode',
    });
  return { ...given, region: code };
}

/** Whether a variable stands anywhere but among the arguments of the root field. */
function usesVariables({ selectionSet }: FieldNode, document: DocumentNode): boolean {
  let found = false;
  const look = { Variable: () => void (found = true) };
  if (selectionSet !== undefined) visit(selectionSet, look);
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) visit(definition, look);
  return found;
}

/** Validation has made sure that there is exactly one. */
function rootField(set: SelectionSetNode, document: DocumentNode): FieldNode {
  const [first] = set.selections;
  if (first?.kind === Kind.FIELD) return first;
  if (first?.kind === Kind.INLINE_FRAGMENT) return rootField(first.selectionSet, document);
  const fragment = document.definitions.find(
    (definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === first?.name.value,
  );
  if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) throw new Error('A subscription without field.');
  return rootField(fragment.selectionSet, document);
}

import type { Change } from '@graphql-inspector/core';
import { ChangeType, CriticalityLevel, diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';
import { isInterfaceType, isObjectType, parse, validate } from 'graphql';
import type { Finding } from './findings.js';

/** A break that somebody decided on: which, and why. */
export interface AcceptedBreak {
  coordinate: string;
  why: string;
}

/** The documents of a client, from the manifest that it gave. */
export interface ClientManifest {
  file: string;
  operations: readonly { name: string; body: string }[];
}

export interface SchemaPromise {
  /** What was promised at the last release. */
  released: GraphQLSchema;
  accepted: readonly AcceptedBreak[];
  clients: readonly ClientManifest[];
}

const acceptedFile = 'schema/accepted-breaks.json';

/**
 * Judges what changed since the last release. A gateway in production answers listed documents
 * only, so what clients need of the graph is what their manifests hold, to the field.
 */
export async function checkSchemaChanges(
  api: GraphQLSchema,
  { released, accepted, clients }: SchemaPromise,
): Promise<Finding[]> {
  const changes = await diff(released, api);
  const breaks = changes.filter(
    ({ criticality }) => criticality.level === CriticalityLevel.Breaking,
  );
  const unforeseen = breaks.filter((change) => !wasDeprecated(change, released));
  const known = new Set(accepted.map(({ coordinate }) => coordinate));
  return [
    ...unforeseen.filter(({ path = '' }) => !known.has(path)).map(sayBreak),
    ...sayStale(accepted, unforeseen),
    ...clients.flatMap((client) => unanswerable(client, api)),
  ];
}

/** What clients had a release to move away from may go; that none of them needs it is seen below. */
function wasDeprecated({ type, path = '' }: Change, released: GraphQLSchema): boolean {
  const [typeName = '', name = '', argument] = path.split('.');
  const owner = released.getType(typeName);
  if (!isObjectType(owner) && !isInterfaceType(owner)) return false;
  const field = owner.getFields()[name];
  if (type === ChangeType.FieldRemoved) return field?.deprecationReason != null;
  if (type !== ChangeType.FieldArgumentRemoved) return false;
  return field?.args.find((each) => each.name === argument)?.deprecationReason != null;
}

const sayBreak = ({ path = 'schema', message }: Change): Finding => ({
  place: path,
  says: `breaks what was released: ${message}. Deprecate it for a release first, or say in ${acceptedFile} why it must break`,
});

/** A break that is not there, or is released by now, must not excuse a later one. */
const sayStale = (accepted: readonly AcceptedBreak[], breaks: readonly Change[]): Finding[] =>
  accepted.flatMap(({ coordinate, why }) => {
    if (why.trim() === '')
      return [{ place: acceptedFile, says: `${coordinate} breaks without a reason` }];
    if (breaks.some(({ path }) => path === coordinate)) return [];
    return [{ place: acceptedFile, says: `${coordinate} does not break; take it out` }];
  });

const unanswerable = ({ file, operations }: ClientManifest, api: GraphQLSchema): Finding[] =>
  operations.flatMap(({ name, body }) =>
    validate(api, parse(body)).map(({ message }) => ({
      place: file,
      says: `${name}, which this client asks, can no longer be answered: ${message}`,
    })),
  );

import type { Change } from '@graphql-inspector/core';
import { ChangeType, CriticalityLevel, diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';
import { isInterfaceType, isObjectType, parse, validate } from 'graphql';
import type { Asker, Users } from './change-users.js';
import { ChangeUsers } from './change-users.js';
import type { Finding } from './findings.js';
import { findBlind } from './new-members.js';
import type { RecordedUsage } from './recorded-usage.js';
import { whyIncomplete } from './recorded-usage.js';

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
  /** The same as it was written. */
  releasedSdl: string;
  accepted: readonly AcceptedBreak[];
  clients: readonly ClientManifest[];
  /** What gateways counted; null where nobody has looked. */
  usage: RecordedUsage | null;
}

/** What must not be, and what somebody should only know. */
export interface Judged {
  findings: Finding[];
  notes: Finding[];
}

const acceptedFile = 'schema/accepted-breaks.json';

/**
 * Judges what changed since the last release. A gateway in production answers listed documents
 * only, so what clients need of the graph is what their manifests hold, to the field, and what is used of it
 * is how often these were asked.
 */
export async function checkSchemaChanges(
  api: GraphQLSchema,
  promise: SchemaPromise,
  published: readonly Asker[],
): Promise<Judged> {
  const { released, accepted, clients, usage } = promise;
  const askers = [...published, ...clients.flatMap(askersOf)];
  const users = new ChangeUsers(askers, released, usage);
  const changes = await diff(released, api);
  const at = (wanted: CriticalityLevel) =>
    changes.filter(({ criticality }) => criticality.level === wanted);
  const breaks = at(CriticalityLevel.Breaking).map((change) => judgeBreak(change, promise, users));
  const blind = findBlind(askers, released, api);
  const known = new Set(accepted.map(({ coordinate }) => coordinate));
  const stopping = breaks.filter(({ passes }) => !passes);
  const mustBeAccepted = [...stopping.map(({ place }) => place), ...blind.map(({ of }) => of)];
  return {
    findings: [
      ...stopping.filter(({ place }) => !known.has(place)).map(toFinding),
      ...blind.filter(({ of }) => !known.has(of)).map(toFinding),
      ...sayStale(accepted, mustBeAccepted),
      ...clients.flatMap((client) => unanswerable(client, api)),
    ],
    notes: [
      ...breaks.filter(({ passes }) => passes).map(toFinding),
      ...at(CriticalityLevel.Dangerous).map((change) => sayDanger(change, users)),
    ],
  };
}

const askersOf = ({ file, operations }: ClientManifest): Asker[] =>
  operations.map(({ name, body }) => ({ file, name, text: body }));

const toFinding = ({ place, says }: Finding): Finding => ({ place, says });

interface Break extends Finding {
  passes: boolean;
}

/**
 * What is used must not break, announced or not. What nobody uses may go at once where the record shows it,
 * and otherwise after a release in which it was deprecated.
 */
function judgeBreak(change: Change, promise: SchemaPromise, users: ChangeUsers): Break {
  const { path: place = 'schema', message } = change;
  const found = users.of(change);
  const broken = `breaks what was released: ${message} (${users.say(found)})`;
  if (found.recorded > 0)
    return { place, passes: false, says: `${broken}. It is used; ${sayAccept}` };
  if (wasDeprecated(change, promise.released))
    return { place, passes: true, says: `goes as was announced: ${message} (${users.say(found)})` };
  const doubt = whyNotUnused(found, promise);
  if (doubt === null) return { place, passes: true, says: `${broken}, and nobody uses it` };
  const says = `${broken}. Deprecate it for a release first (${doubt}), or ${sayAccept}`;
  return { place, passes: false, says };
}

function whyNotUnused({ names }: Users, { usage, releasedSdl }: SchemaPromise): string | null {
  if (names.length > 0) return 'operations here ask it';
  return whyIncomplete(usage, releasedSdl);
}

const sayAccept = `say in ${acceptedFile} why it must break`;

const sayDanger = (change: Change, users: ChangeUsers): Finding => ({
  place: change.path ?? 'schema',
  says: `may surprise who is not ready for it: ${change.message} (${users.say(users.of(change))})`,
});

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

/** A break that is not there, or is released by now, must not excuse a later one. */
const sayStale = (accepted: readonly AcceptedBreak[], breaks: readonly string[]): Finding[] =>
  accepted.flatMap(({ coordinate, why }) => {
    if (why.trim() === '')
      return [{ place: acceptedFile, says: `${coordinate} breaks without a reason` }];
    if (breaks.includes(coordinate)) return [];
    return [{ place: acceptedFile, says: `${coordinate} does not break; take it out` }];
  });

const unanswerable = ({ file, operations }: ClientManifest, api: GraphQLSchema): Finding[] =>
  operations.flatMap(({ name, body }) =>
    validate(api, parse(body)).map(({ message }) => ({
      place: file,
      says: `${name}, which this client asks, can no longer be answered: ${message}`,
    })),
  );

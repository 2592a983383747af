import { contractsByType } from '@jejaring/schema/events/contracts';
import type { ConstDirectiveNode, ConstValueNode, GraphQLObjectType } from 'graphql';
import { getNamedType, isObjectType, Kind, valueFromASTUntyped } from 'graphql';
import type { Finding } from './findings.js';
import type { Subgraph } from './subgraphs.js';
import { objectTypesOf, schemaOf } from './subgraphs.js';

/** What speaks of itself in events: the key of a subject's events, by the prefix of the id in it. */
export type Subjects = ReadonlyMap<string, string | null>;

/** `@cached` of a field or a type, as the gateway reads it. */
interface Mark {
  place: string;
  service: string;
  type: GraphQLObjectType;
  directives: readonly ConstDirectiveNode[];
  /** The object that events of its own are about. */
  about: GraphQLObjectType;
  until: string[];
  untilOwn: string[];
}

/** Of each subject that any contract names: the prefix of the ids that are its key. */
export function readSubjects(): Subjects {
  const subjects = new Map<string, string | null>();
  for (const { type, key, data } of contractsByType.values()) {
    const subject = type.split('.', 2).join('.');
    const { pattern } = data.properties[key] as { pattern?: string };
    const prefix = /^\^([a-z]+)_/.exec(pattern ?? '')?.[1] ?? null;
    const known = subjects.get(subject);
    subjects.set(subject, known === undefined || known === prefix ? prefix : null);
  }
  return subjects;
}

/** What the gateway keeps is public, and every change of it is in an event of the service that answers. */
export function checkCached(
  subgraphs: readonly Subgraph[],
  subjects: Subjects = readSubjects(),
): Finding[] {
  const marks = subgraphs.flatMap(readMarks);
  return [
    ...marks.flatMap((mark) =>
      whatIsWrong(mark, subjects).map((says) => ({
        place: `${mark.service}: ${mark.place}`,
        says,
      })),
    ),
    ...halfMarked(subgraphs, marks),
  ];
}

function readMarks({ name: service, sdl }: Subgraph): Mark[] {
  return objectTypesOf(schemaOf({ name: service, sdl })).flatMap((type) => {
    const ofType = directivesOf(type);
    const fields = Object.values(type.getFields()).map((field) => {
      const returned = getNamedType(field.type);
      const about = type.name === 'Query' && isObjectType(returned) ? returned : type;
      return { place: `${type.name}.${field.name}`, directives: directivesOf(field), about };
    });
    return [{ place: type.name, directives: ofType, about: type }, ...fields]
      .filter(({ directives }) => has(directives, 'cached'))
      .map((mark) => ({ ...mark, service, type, ...argumentsOf(mark.directives) }));
  });
}

const directivesOf = (node: {
  astNode?: { directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}): readonly ConstDirectiveNode[] => node.astNode?.directives ?? [];

const has = (directives: readonly ConstDirectiveNode[], name: string): boolean =>
  directives.some((directive) => directive.name.value === name);

function argumentsOf(directives: readonly ConstDirectiveNode[]) {
  const given = directives.find(({ name }) => name.value === 'cached')?.arguments ?? [];
  const list = (name: string): string[] =>
    given
      .filter((argument) => argument.name.value === name)
      .flatMap(({ value }) => valueFromASTUntyped(value) as string[]);
  return { until: list('until'), untilOwn: list('untilOwn') };
}

function whatIsWrong(mark: Mark, subjects: Subjects): string[] {
  const { service, type, directives, until, untilOwn, about, place } = mark;
  const isType = place === type.name;
  const wrong = [...until, ...untilOwn].flatMap((subject) => {
    if (!subjects.has(subject)) return [`no event is about ${subject}`];
    // What is fed from another service changes later than the event, and without one of its own.
    return subject.startsWith(`${service}.`) ? [] : [`${subject} is of another service`];
  });
  const prefix = prefixOf(about);
  for (const subject of untilOwn.filter((each) => subjects.has(each))) {
    if (prefix === null || subjects.get(subject) !== prefix)
      wrong.push(`events about ${subject} are not keyed by the id of ${about.name}`);
  }
  if (isType && has(directives, 'key'))
    wrong.push('is an entity: each field says by itself how long it holds');
  const guarded = isType
    ? Object.values(type.getFields()).flatMap(directivesOf).concat(directives)
    : directives;
  if (guarded.some(isGuard)) wrong.push('is not for everybody, so it may not be kept');
  return wrong;
}

function isGuard({ name, arguments: given = [] }: ConstDirectiveNode): boolean {
  if (name.value === 'access') return true;
  return name.value === 'classified' && given.some(({ value }) => !isPublic(value));
}

const isPublic = (value: ConstValueNode): boolean =>
  value.kind === Kind.STRING && value.value === 'public';

/** Descriptions of ids show their form: `` `trn_…` ``. */
const prefixOf = (type: GraphQLObjectType): string | null =>
  /`([a-z]+)_…`/.exec(type.getFields()['id']?.description ?? '')?.[1] ?? null;

/** What several services answer is kept only where each of them says the same. */
function halfMarked(subgraphs: readonly Subgraph[], marks: readonly Mark[]): Finding[] {
  return marks.flatMap(({ place, service, type }) =>
    subgraphs
      .filter(({ name }) => name !== service)
      .filter((other) => answers(other, type.name, place))
      .filter(({ name }) => !marks.some((mark) => mark.service === name && mark.place === place))
      .map(({ name }) => ({ place: `${name}: ${place}`, says: `is kept as ${service} marks it` })),
  );
}

/** Keys are the same wherever they stand. */
function answers(subgraph: Subgraph, typeName: string, place: string): boolean {
  const type = schemaOf(subgraph).getType(typeName);
  if (!isObjectType(type) || typeName === 'Query') return false;
  const field = place === typeName ? null : type.getFields()[place.split('.')[1]!];
  if (field === undefined) return false;
  return field === null || !isKeyOrForeign(type, field.name, directivesOf(field));
}

function isKeyOrForeign(
  type: GraphQLObjectType,
  field: string,
  directives: readonly ConstDirectiveNode[],
): boolean {
  const keys = directivesOf(type).filter(({ name }) => name.value === 'key');
  const inKey = keys.some(({ arguments: given = [] }) =>
    given.some(({ value }) => value.kind === Kind.STRING && value.value.includes(field)),
  );
  return inKey || has(directives, 'external');
}

import type { DirectiveNode, DocumentNode } from 'graphql';
import { Kind, parse, valueFromASTUntyped } from 'graphql';

const specification = 'https://jejaring.id/spec/cached/v1.';

/** When the answer of a field may have become another one; by neither list, only with a release of the services. */
export interface CachedRule {
  /** After any event of these subjects, such as `organizations.organization`. */
  until: readonly string[];
  /** After an event of these subjects whose key is the id of the object, or the argument `id` of a query. */
  untilOwn: readonly string[];
}

/** Coordinates of fields, and names of types that are part of what gave them, with their rules. */
export type CachedRules = ReadonlyMap<string, CachedRule>;

/**
 * Reads every `@cached` of a supergraph. What it does not understand (a renamed directive, another
 * version) stays unread: then nothing is kept, which is always right.
 */
export function readCachedRules(supergraphSdl: string): CachedRules {
  const document = parse(supergraphSdl, { noLocation: true });
  const rules = new Map<string, CachedRule>();
  if (!isLinked(document)) return rules;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) continue;
    const { name, fields = [] } = definition;
    const ofType = readRule(definition.directives);
    if (ofType !== null) rules.set(name.value, ofType);
    for (const field of fields) {
      const rule = readRule(field.directives);
      if (rule !== null) rules.set(`${name.value}.${field.name.value}`, rule);
    }
  }
  return rules;
}

const isLinked = ({ definitions }: DocumentNode): boolean =>
  definitions
    .filter((d) => d.kind === Kind.SCHEMA_DEFINITION || d.kind === Kind.SCHEMA_EXTENSION)
    .flatMap(({ directives }) => directives ?? [])
    .some(
      (d) => d.name.value === 'link' && String(argumentsOf(d)['url']).startsWith(specification),
    );

const argumentsOf = (directive: DirectiveNode): Record<string, unknown> =>
  Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );

/** Of several directives on one field, from several services, all count. */
function readRule(directives: readonly DirectiveNode[] = []): CachedRule | null {
  const found = directives.filter(({ name }) => name.value === 'cached').map(argumentsOf);
  if (found.length === 0) return null;
  const all = (argument: string): string[] => [
    ...new Set(found.flatMap((given) => subjectsOf(given[argument]))),
  ];
  return { until: all('until'), untilOwn: all('untilOwn') };
}

const subjectsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

import type { ConstDirectiveNode } from 'graphql';
import { Kind, parse } from 'graphql';
import type { AccessRules } from '../admission/access.js';
import { collectRequirements } from '../admission/access.js';
import type { KnownOperation } from '../operations/known-operation.js';
import type { Graph } from './graph.js';

/** Every field of a supergraph that `@classified(as:)` guards more closely than as public. */
export function readClassifiedFields(supergraphSdl: string): AccessRules {
  const found = new Map<string, readonly (readonly string[])[]>();
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (!('fields' in definition) || !('name' in definition) || !definition.name) continue;
    for (const { name, directives = [] } of definition.fields ?? []) {
      const classes = directives.flatMap(classOf).filter((one) => one !== 'public');
      if (classes.length > 0) found.set(`${definition.name.value}.${name.value}`, [classes]);
    }
  }
  return found;
}

const classOf = (directive: ConstDirectiveNode): string[] =>
  directive.name.value === 'classified'
    ? (directive.arguments ?? []).map(({ value }) =>
        value.kind === Kind.STRING ? value.value : 'not understood',
      )
    : [];

const known = new WeakMap<KnownOperation, boolean>();

/**
 * Whether nobody has to be told of the reading of what an operation asks, in fragments and on every
 * type that may answer: each reading of a guarded field is entered into the audit under its own request.
 */
export function asksOnlyPublicFields(graph: Graph, asked: KnownOperation): boolean {
  const { schema, document, operation } = asked;
  const { classified } = graph.versionOf(schema);
  const only =
    known.get(asked) ?? collectRequirements(classified, schema, document, operation).length === 0;
  known.set(asked, only);
  return only;
}

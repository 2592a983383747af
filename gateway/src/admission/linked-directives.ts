import type { ConstDirectiveNode, DocumentNode } from 'graphql';
import { Kind, valueFromASTUntyped } from 'graphql';

/**
 * What this graph calls a directive of a specification, or null when it does not link to it: an
 * import may rename it, and a renamed one still binds. Throws for another major version, whose rules
 * nobody here could enforce.
 */
export function findDirectiveName(
  document: DocumentNode,
  specification: string,
  directive: string,
  major = 1,
): string | null {
  const links = document.definitions
    .filter((d) => d.kind === Kind.SCHEMA_DEFINITION || d.kind === Kind.SCHEMA_EXTENSION)
    .flatMap((d) => d.directives ?? [])
    .filter((d) => d.name.value === 'link')
    .map(argumentsOf);
  const link = links.find(({ url }) => String(url).startsWith(specification));
  if (link === undefined) return null;
  const version = String(link['url']).slice(specification.length);
  if (!new RegExp(`^v${major}\\.\\d+$`).test(version))
    throw new Error(`Not understood: ${String(link['url'])}.`);
  for (const imported of (link['import'] as Import[] | undefined) ?? []) {
    const { name, as = name } =
      typeof imported === 'string' ? { name: imported, as: imported } : imported;
    if (name === `@${directive}`) return as.slice(1);
  }
  const own = specification.split('/').at(-2);
  const prefix = String(link['as'] ?? own);
  return directive === own ? prefix : `${prefix}__${directive}`;
}

type Import = string | { name: string; as?: string };

export const argumentsOf = (directive: ConstDirectiveNode): Record<string, unknown> =>
  Object.fromEntries(
    (directive.arguments ?? []).map((a) => [a.name.value, valueFromASTUntyped(a.value)]),
  );

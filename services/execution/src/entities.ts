import { getMetadataStorage } from 'type-graphql';

/** Answers an entity that another subgraph points to; null when it is not there for this caller. */
export type ResolveReference<Context> = (
  reference: Record<string, unknown>,
  context: Context,
) => Promise<object | null> | object | null;

interface Asked {
  representations: { __typename: string }[];
}

/** Entities in the order of their references, all of them at once; one that fails leaves the others. */
export const entitiesOf =
  <Context>(references: Record<string, ResolveReference<Context>>) =>
  (_root: unknown, { representations }: Asked, context: Context): Promise<(object | null)[]> =>
    Promise.all(
      representations.map(async (reference) => {
        const { __typename } = reference;
        try {
          const found = await references[__typename]!({ ...reference }, context);
          return found && Object.assign(found, { __typename });
        } catch (error) {
          return error as Error;
        }
      }),
    );

/**
 * Fields that nothing guards are read where they lie. A resolver around each of them, which
 * TypeGraphQL would make, costs more than everything else that is done with a row.
 */
export function readPlainFields(): void {
  const metadata = getMetadataStorage();
  const guards = [...metadata.authorizedFields, ...metadata.middlewares];
  const classGuards = [...metadata.authorizedResolver, ...metadata.resolverMiddlewares];
  for (const field of metadata.fields) {
    const { target, name, schemaName } = field;
    const isGuarded =
      classGuards.some((guard) => guard.target === target) ||
      guards.some((guard) => guard.target === target && guard.fieldName === name);
    field.simple = !isGuarded && name === schemaName;
  }
}

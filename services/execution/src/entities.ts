/** Answers an entity that another subgraph points to; null when it is not there for this caller. */
export type ResolveReference<Context> = (
  reference: Record<string, unknown>,
  context: Context,
) => Promise<object | null> | object | null;

interface Entity {
  __typename: string;
}

interface Asked {
  representations: (Entity & Record<string, unknown>)[];
}

/** Entities in the order of their references, all of them at once; one that fails leaves the others. */
export const entitiesOf =
  <Context>(references: Record<string, ResolveReference<Context>>) =>
  (_root: unknown, { representations }: Asked, context: Context): Promise<(object | null)[]> =>
    Promise.all(
      representations.map(async (reference) => {
        const { __typename } = reference;
        try {
          const found = (await references[__typename]!(reference, context)) as Entity | null;
          if (found !== null) found.__typename = __typename;
          return found;
        } catch (error) {
          return error as Error;
        }
      }),
    );

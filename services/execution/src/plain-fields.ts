import type { GraphQLFieldResolver } from 'graphql';
import type { ClassType } from 'type-graphql';
import { getMetadataStorage } from 'type-graphql';

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

type Storage = ReturnType<typeof getMetadataStorage>;
type Resolving = Storage['fieldResolvers'][number];
type Param = NonNullable<Resolving['params']>[number];
type Resolve = GraphQLFieldResolver<object, unknown, Record<string, unknown>>;
type Read = (...given: Parameters<Resolve>) => unknown;

/** How a parameter is read from what a resolver is given; null when it has to be made or checked first. */
function readerOf(param: Param, { inputTypes }: Storage): Read | null {
  const isWhole = (given: { propertyName: string | undefined }) => given.propertyName === undefined;
  if (param.kind === 'root') return isWhole(param) ? (root) => root : null;
  if (param.kind === 'context') return isWhole(param) ? (_root, _args, context) => context : null;
  if (param.kind !== 'arg') return null;
  const type = param.getType();
  const isChecked = param.validateFn !== undefined || param.validateSettings !== undefined;
  if (isChecked || inputTypes.some(({ target }) => target === type)) return null;
  return (_root, args) => args[param.name];
}

/** The method itself as a resolver; null where guards or arguments stand before it. */
function directResolver(field: Resolving, storage: Storage): Resolve | null {
  const { target, methodName, params = [], roles, middlewares = [] } = field;
  if (field.kind === 'internal' || roles !== undefined || middlewares.length > 0) return null;
  const sorted = [...params].sort((one, other) => one.index - other.index);
  const readers = sorted.map((param) => readerOf(param, storage));
  if (readers.includes(null)) return null;
  const instance = new (target as ClassType<Record<string, (...given: unknown[]) => unknown>>)();
  const method = instance[methodName]!;
  return (...given) =>
    method.apply(
      instance,
      readers.map((read) => read!(...given)),
    );
}

/**
 * Calls methods of resolvers at once, where nothing has to be checked before. TypeGraphQL would wait for
 * every argument, even for one that was not given.
 */
export function callPlainly(
  resolvers: Record<string, Record<string, unknown>>,
  classes: readonly ClassType[],
): void {
  const storage = getMetadataStorage();
  const types = new Map(storage.objectTypes.map((type) => [type.target, type]));
  for (const field of storage.fieldResolvers) {
    if (!classes.includes(field.target as ClassType)) continue;
    const type = types.get(field.getObjectType!() as ClassType);
    const direct = type && directResolver(field, storage);
    const made = type && (resolvers[type.name]?.[field.schemaName] as Resolve | undefined);
    if (!direct || !made) continue;
    const Root = type.target;
    resolvers[type.name]![field.schemaName] = ((root, ...given) =>
      root instanceof Root ? direct(root, ...given) : made(root, ...given)) satisfies Resolve;
  }
}

import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { getNamedType, isInputObjectType, isNonNullType, isObjectType, isUnionType } from 'graphql';
import type { Finding } from './findings.js';
import type { Subgraph } from './subgraphs.js';
import { objectTypesOf, schemaOf } from './subgraphs.js';

type Field = GraphQLField<unknown, unknown>;

/** Who knows one list or one command of the graph knows them all. */
export function checkConventions(subgraphs: readonly Subgraph[]): Finding[] {
  return subgraphs.flatMap((subgraph) => {
    const schema = schemaOf(subgraph);
    const found = [...unboundedLists(schema), ...oddCommands(schema)];
    return found.map(({ place, says }) => ({ place: `${subgraph.name}: ${place}`, says }));
  });
}

function unboundedLists(schema: GraphQLSchema): Finding[] {
  return objectTypesOf(schema).flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
      .filter((field) => !field.args.some(({ name }) => name === 'first'))
      .map((field) => ({ place: `${type.name}.${field.name}`, says: 'takes no `first`' })),
  );
}

function oddCommands(schema: GraphQLSchema): Finding[] {
  const commands = Object.values(schema.getMutationType()?.getFields() ?? {});
  return commands.flatMap((command) =>
    whatIsOdd(command).map((says) => ({ place: `Mutation.${command.name}`, says })),
  );
}

function whatIsOdd(command: Field): string[] {
  const odd: string[] = [];
  if (!/^[a-z]+([A-Z][a-z0-9]*)+$/.test(command.name)) odd.push('is not called verbNoun');
  if (!takesOneInput(command)) odd.push('does not take exactly one `input`, an input object');
  if (!hasIdempotencyKey(command))
    odd.push('has no `idempotencyKey: IdempotencyKey!` in its input');
  return odd.concat(whatIsOddInResult(command));
}

function takesOneInput({ args: [input, ...more] }: Field): boolean {
  if (input === undefined || more.length > 0 || input.name !== 'input') return false;
  return isNonNullType(input.type) && isInputObjectType(input.type.ofType);
}

function hasIdempotencyKey({ args: [input] }: Field): boolean {
  const type = input && getNamedType(input.type);
  if (!isInputObjectType(type)) return false;
  return String(type.getFields()['idempotencyKey']?.type) === 'IdempotencyKey!';
}

function whatIsOddInResult({ name, type }: Field): string[] {
  const expected = `${name.charAt(0).toUpperCase()}${name.slice(1)}Result`;
  const result = getNamedType(type);
  if (!isUnionType(result)) return [`does not answer with a union ${expected}!`];
  const odd =
    String(type) === `${expected}!` ? [] : [`answers with ${String(type)}, not ${expected}!`];
  return result.getTypes().some(isProblem) ? odd : [...odd, `knows no problem in ${result.name}`];
}

export const isProblem = (type: unknown): type is GraphQLObjectType =>
  isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Problem');

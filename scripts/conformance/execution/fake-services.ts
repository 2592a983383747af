import type {
  DocumentNode,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
} from 'graphql';
import {
  buildASTSchema,
  concatAST,
  execute,
  getNamedType,
  GraphQLError,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  visit,
} from 'graphql';
import type { AskSubgraph } from '@jejaring/gateway/subgraphs/calls';
import type { Answer } from '@jejaring/gateway/subgraphs/subgraph-answer';
import { leafOf, numberOf } from './random-value.js';

export interface Service {
  name: string;
  sdl: string;
}

interface Known {
  /** As the service promises. */
  promised: GraphQLSchema;
  /** The same without promises, so that lies pass. */
  loose: GraphQLSchema;
}

/** An object of a made-up answer: what decides its values, and what is known of it. */
interface Thing {
  __typename: string;
  words: string;
  known: Record<string, unknown>;
}

export interface Moods {
  seed: number;
  /** One in so many values is null, is an error, is not what was promised. */
  nulls: number;
  errors: number;
  lies: number;
}

/** Services that answer whatever their schemas allow with values that only a seed decides. */
export class FakeServices {
  private readonly known: ReadonlyMap<string, Known>;
  private readonly texts = new Map<string, DocumentNode>();

  constructor(services: readonly Service[]) {
    this.known = new Map(services.map(({ name, sdl }) => [name, read(sdl)]));
  }

  ask(moods: Moods): AskSubgraph {
    return async ({ service, query, variables, operationName }) => {
      const { promised, loose } = this.known.get(service)!;
      const document = this.texts.get(query) ?? parse(query, { noLocation: true });
      this.texts.set(query, document);
      const answer = await execute({
        schema: loose,
        document,
        variableValues: variables,
        operationName: operationName ?? null,
        fieldResolver: resolverOf(promised, moods),
        typeResolver: (value) => (value as Thing).__typename,
      });
      // What goes over the wire is JSON.
      const { data = null, errors = [] } = JSON.parse(JSON.stringify(answer)) as Partial<Answer>;
      // As the gateway reads them.
      return {
        data,
        errors: errors.map((error) => ({ extensions: { code: 'INTERNAL' }, ...error })),
      };
    };
  }
}

function read(sdl: string): Known {
  const document = parse(sdl, { noLocation: true });
  const loosened = visit(document, {
    NonNullType: { leave: ({ type }) => type },
    EnumTypeDefinition: ({ name }) => ({ kind: Kind.SCALAR_TYPE_DEFINITION, name }) as const,
  });
  const promised = build(document);
  const entities = Object.values(promised.getTypeMap()).filter((type) => keysOf(type).length > 0);
  const union = entities.map(({ name }) => name).join(' | ');
  const more = `scalar _Any union _Entity = ${union}
    ${promised.getQueryType() ? 'extend type' : 'type'} Query { _entities(representations: [_Any!]!): [_Entity] }`;
  return { promised, loose: build(concatAST([loosened, parse(more)])) };
}

const build = (document: DocumentNode): GraphQLSchema =>
  buildASTSchema(document, { assumeValid: true, assumeValidSDL: true });

/** The fields of the first key that a type declares. */
function keysOf(type: Pick<GraphQLObjectType, 'astNode'> | object): string[] {
  const { astNode } = type as GraphQLObjectType;
  if (astNode?.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
  return wordsOf(astNode.directives, 'key');
}

function wordsOf(
  directives: NonNullable<GraphQLObjectType['astNode']>['directives'],
  name: string,
): string[] {
  const applied = directives?.find((directive) => directive.name.value === name);
  const value = applied?.arguments?.find((argument) => argument.name.value === 'fields')?.value;
  return value?.kind === Kind.STRING ? (value.value.match(/[A-Za-z_]\w*/g) ?? []) : [];
}

function resolverOf(schema: GraphQLSchema, moods: Moods): GraphQLFieldResolver<unknown, unknown> {
  const maker = new Maker(schema, moods);
  return (source, args: Record<string, unknown>, _context, { fieldName, parentType }) => {
    if (fieldName === '_entities')
      return (args['representations'] as Record<string, unknown>[]).map((each) =>
        maker.entity(each),
      );
    const { type, astNode } = (schema.getType(parentType.name) as GraphQLObjectType).getFields()[
      fieldName
    ]!;
    const { words, known } = (source ?? { words: parentType.name, known: {} }) as Thing;
    const needs = wordsOf(astNode?.directives, 'requires').map((name) => known[name]);
    if (fieldName in known && needs.length === 0) return known[fieldName];
    const own = `${words}.${fieldName}(${JSON.stringify(args)})${JSON.stringify(needs)}`;
    return maker.value(type, own);
  };
}

/** Makes up what the words decide. */
class Maker {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly moods: Moods,
  ) {}

  value(type: GraphQLOutputType, words: string): unknown {
    const { nulls, errors, lies } = this.moods;
    if (isNonNullType(type))
      return this.happens(`lie ${words}`, lies) ? null : this.sure(type.ofType, words);
    if (this.happens(`null ${words}`, nulls)) return null;
    if (this.happens(`error ${words}`, errors))
      throw new GraphQLError('made up', { extensions: { code: 'FORBIDDEN' } });
    return this.sure(type, words);
  }

  entity(representation: Record<string, unknown>): Thing | null {
    const name = String(representation['__typename']);
    const type = this.schema.getType(name) as GraphQLObjectType;
    const words = identity(name, keysOf(type), representation);
    if (this.happens(`entity ${words}`, this.moods.nulls * 3)) return null;
    return { __typename: name, words, known: representation };
  }

  private sure(type: GraphQLOutputType, words: string): unknown {
    if (isListType(type)) {
      const length = numberOf(`length ${words} ${this.moods.seed}`, 4);
      return Array.from({ length }, (_each, at) => this.value(type.ofType, `${words}[${at}]`));
    }
    const named = getNamedType(type);
    const seeded = `${words} ${this.moods.seed}`;
    if (isLeafType(named))
      return leafOf(named, seeded, this.happens(`bad ${words}`, this.moods.lies));
    const possible = isAbstractType(named) ? this.schema.getPossibleTypes(named) : [named];
    return this.thing(
      possible[numberOf(`type ${seeded}`, possible.length)] as GraphQLObjectType,
      words,
    );
  }

  /** Few keys, so that entities are met again. */
  private thing(type: GraphQLObjectType, words: string): Thing {
    const keys = isObjectType(type) ? keysOf(type) : [];
    if (keys.length === 0) return { __typename: type.name, words, known: {} };
    const fields = type.getFields();
    const known = Object.fromEntries(
      keys.map((key) => {
        const leaf = getNamedType(fields[key]!.type);
        return [
          key,
          isLeafType(leaf) ? leafOf(leaf, `${words} ${this.moods.seed} ${key}`, false) : null,
        ];
      }),
    );
    return { __typename: type.name, words: identity(type.name, keys, known), known };
  }

  private happens(words: string, oneIn: number): boolean {
    return oneIn > 0 && numberOf(`${words} ${this.moods.seed}`, oneIn) === 0;
  }
}

const identity = (name: string, keys: readonly string[], from: Record<string, unknown>): string =>
  `${name} ${JSON.stringify(keys.map((key) => from[key]))}`;

import type {
  GraphQLArgument,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLInputField,
  GraphQLInputType,
  GraphQLObjectType,
  GraphQLSchema,
} from 'graphql';
import {
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import type { Random } from '../../proof/random.js';

export interface RandomOperation {
  text: string;
  variables: Record<string, unknown>;
}

const deepest = 5;

/** A valid operation that nobody would write: aliases in the way, fragments, conditions, variables. */
export function randomOperation(schema: GraphQLSchema, random: Random): RandomOperation {
  for (;;) {
    const operation = new Writer(schema, random).write();
    if (validate(schema, parse(operation.text, { noLocation: true })).length === 0)
      return operation;
  }
}

class Writer {
  private readonly declared: string[] = [];
  private readonly fragments: string[] = [];
  private readonly variables: Record<string, unknown> = {};
  private names = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly random: Random,
  ) {}

  write(): RandomOperation {
    const mutation = this.schema.getMutationType();
    const kind = mutation && this.often(20) ? 'mutation' : 'query';
    const root = kind === 'query' ? this.schema.getQueryType()! : mutation!;
    const most = kind === 'query' ? 3 : 1;
    const fields = Array.from({ length: this.random.between(1, most) }, () =>
      this.field(root, this.random.pick(Object.values(root.getFields())), 0),
    );
    const variables = this.declared.length > 0 ? `(${this.declared.join(', ')})` : '';
    const text = [`${kind} Made${variables} { ${fields.join(' ')} }`, ...this.fragments].join('\n');
    // As a caller sends them.
    const sent = JSON.parse(JSON.stringify(this.variables)) as Record<string, unknown>;
    return { text, variables: sent };
  }

  private often(percent: number): boolean {
    return this.random.next() * 100 < percent;
  }

  private fresh(prefix: string): string {
    this.names += 1;
    return `${prefix}${this.names}`;
  }

  private selection(type: GraphQLCompositeType, depth: number): string {
    if (isAbstractType(type)) return this.abstract(type, depth);
    return `{ ${this.fieldsOf(type, depth).join(' ')} }`;
  }

  private abstract(type: GraphQLCompositeType, depth: number): string {
    const possible = this.random.shuffle(this.schema.getPossibleTypes(type as never)).slice(0, 3);
    const parts = possible.map(
      (each) => `... on ${each.name} { ${this.fieldsOf(each, depth).join(' ')} }`,
    );
    if (this.often(50)) parts.unshift('__typename');
    if (!isUnionType(type) && this.often(60))
      parts.push(...this.fieldsOf(type as GraphQLObjectType, depth));
    return `{ ${parts.join(' ')} }`;
  }

  private fieldsOf(type: GraphQLObjectType, depth: number): string[] {
    const all = Object.values(type.getFields());
    const leaves = all.filter((field) => isLeafType(getNamedType(field.type)));
    const from = depth >= deepest ? leaves : all;
    if (from.length === 0) return ['__typename'];
    const count = this.random.between(1, Math.min(4, from.length));
    const fields = this.random
      .shuffle(from)
      .slice(0, count)
      .map((field) => this.field(type, field, depth));
    if (this.often(10)) fields.push(this.field(type, this.random.pick(from), depth));
    if (this.often(10))
      fields.push(this.often(50) ? '__typename' : `${this.fresh('t')}: __typename`);
    return this.often(20) ? [this.wrapped(type, fields)] : fields;
  }

  private wrapped(type: GraphQLObjectType, fields: readonly string[]): string {
    const text = `{ ${fields.join(' ')} }`;
    if (this.often(50)) return `... on ${type.name}${this.condition()} ${text}`;
    const name = this.fresh('F');
    this.fragments.push(`fragment ${name} on ${type.name} ${text}`);
    // Twice, so that what is asked again is merged.
    return this.often(50)
      ? `...${name}${this.condition()} ...${name}`
      : `...${name}${this.condition()}`;
  }

  private field(
    parent: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    depth: number,
  ): string {
    const { name, type } = field;
    const named = getNamedType(type);
    const below = isLeafType(named)
      ? ''
      : ` ${this.selection(named as GraphQLCompositeType, depth + 1)}`;
    return `${this.alias(parent, field)}${name}${this.argumentsOf(field.args)}${this.condition()}${below}`;
  }

  /** Some aliases are the names of other fields, which is what a caller who means harm would try. */
  private alias(parent: GraphQLObjectType, { name }: GraphQLField<unknown, unknown>): string {
    if (this.often(15)) return `${this.fresh('a')}: `;
    if (!this.often(8)) return '';
    const other = this.random.pick(Object.keys(parent.getFields()));
    return other === name ? '' : `${other}: `;
  }

  private condition(): string {
    if (!this.often(12)) return '';
    const directive = this.random.pick(['skip', 'include']);
    if (this.often(30)) return ` @${directive}(if: ${this.often(50)})`;
    return ` @${directive}(if: ${this.variable('Boolean!', this.often(60))})`;
  }

  private variable(type: string, value: unknown): string {
    const name = this.fresh('v');
    this.declared.push(`$${name}: ${type}`);
    this.variables[name] = value;
    return `$${name}`;
  }

  private argumentsOf(args: readonly GraphQLArgument[]): string {
    const given = args
      .filter((each) => isRequired(each) || this.often(30))
      .map(({ name, type }) => `${name}: ${this.argument(type)}`);
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  private argument(type: GraphQLInputType): string {
    return this.often(40)
      ? this.variable(String(type), this.input(type))
      : literal(this.input(type));
  }

  private input(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.input(type.ofType);
    if (isListType(type)) return [this.input(type.ofType)];
    if (isEnumType(type)) return new EnumName(this.random.pick(type.getValues()).name);
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter((each) => isRequired(each));
      return Object.fromEntries(fields.map((each) => [each.name, this.input(each.type)]));
    }
    if (type.name === 'Int') return this.random.between(1, 20);
    if (type.name === 'Float') return 1.5;
    if (type.name === 'Boolean') return this.often(50);
    return this.random.pick(['one', 'two "quoted"']);
  }
}

/** Written without quotes in a document, with them in JSON. */
class EnumName {
  constructor(readonly name: string) {}

  toJSON(): string {
    return this.name;
  }
}

const isRequired = ({ type, defaultValue }: GraphQLArgument | GraphQLInputField): boolean =>
  isNonNullType(type) && defaultValue === undefined;

function literal(value: unknown): string {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, each]) => `${name}: ${literal(each)}`);
  return `{ ${fields.join(', ')} }`;
}

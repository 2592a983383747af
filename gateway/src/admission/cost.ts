import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLNamedType,
  GraphQLSchema,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  Kind,
  valueFromAST,
} from 'graphql';
import type { CostRules, ListSize } from './cost-rules.js';
import { fieldOf } from './fields.js';
import type { Measurable } from './limits.js';

type Variables = Readonly<Record<string, unknown>>;

/** What an operation costs with these variables, as the schema reads them. */
export type CostOf = (variables: Variables) => number;

/** How long a list is taken to be when nothing says it: those without pages are short. */
const shortList = 5;
const mutationWeight = 10;

const compiled = new WeakMap<CostRules, WeakMap<Measurable, CostOf>>();

/** The estimate before anything is planned; each operation is compiled once. */
export function costOf(rules: CostRules, known: Measurable, variables: Variables): number {
  const ofRules = compiled.get(rules) ?? new WeakMap<Measurable, CostOf>();
  compiled.set(rules, ofRules);
  const cost = ofRules.get(known) ?? compileCost(rules, known);
  ofRules.set(known, cost);
  return cost(variables);
}

/**
 * The cost of an operation as a function of its variables: a field that leads to objects weighs 1 or
 * its `@cost`, one of a mutation 10, a value nothing; a list multiplies what stands in it. What
 * `@skip` leaves out counts, and so does every branch of an abstract type. The limits on selections
 * must have been asked before: a fragment is followed wherever it is spread.
 */
export function compileCost(rules: CostRules, { document, operation, schema }: Measurable): CostOf {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition);
  const root = schema.getRootType(operation.operation) ?? undefined;
  const weigh = new Weighing(rules, schema, fragments);
  return weigh.sumOf(operation.selectionSet, { type: root, sized: nothingSized });
}

interface Parent {
  type: GraphQLNamedType | undefined;
  /** Names of the lists among its fields whose length is known above. */
  sized: ReadonlyMap<string, CostOf>;
}

const nothingSized: Parent['sized'] = new Map();
const free: CostOf = () => 0;

class Weighing {
  constructor(
    private readonly rules: CostRules,
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  sumOf({ selections }: SelectionSetNode, parent: Parent): CostOf {
    const parts = selections.map((selection) => this.costOf(selection, parent));
    const paid = parts.filter((part) => part !== free);
    if (paid.length === 0) return free;
    return (variables) => paid.reduce((sum, part) => sum + part(variables), 0);
  }

  private costOf(selection: SelectionNode, { type, sized }: Parent): CostOf {
    if (selection.kind === Kind.FIELD) return this.costOfField(selection, { type, sized });
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT
        ? selection
        : this.fragments.get(selection.name.value);
    if (fragment === undefined) return free;
    const condition = fragment.typeCondition?.name.value;
    const narrowed = condition === undefined ? type : this.schema.getType(condition);
    return this.sumOf(fragment.selectionSet, { type: narrowed, sized });
  }

  private costOfField(node: FieldNode, { type, sized }: Parent): CostOf {
    const name = node.name.value;
    const field = fieldOf(type, name);
    if (type === undefined || field === undefined) return free;
    const target = getNamedType(field.type);
    const coordinates = this.namesOf(type).map((each) => `${each}.${name}`);
    const size = this.listSizeOf(coordinates);
    const asked = size === undefined ? undefined : askedSize(size, node, field);
    const below = node.selectionSet
      ? this.sumOf(node.selectionSet, { type: target, sized: sizedBelow(size, asked) })
      : free;
    const own = this.weightOf(coordinates, target, type === this.schema.getMutationType());
    if (below === free && own === 0) return free;
    if (!isListType(getNullableType(field.type))) return (variables) => own + below(variables);
    const length = sized.get(name) ?? asked ?? (() => shortList);
    return (variables) => length(variables) * (own + below(variables));
  }

  /** The names under which a rule may stand for a field of this type: those of all who may answer. */
  private namesOf(type: GraphQLNamedType): string[] {
    if (!isAbstractType(type)) return [type.name];
    return [type.name, ...this.schema.getPossibleTypes(type).map(({ name }) => name)];
  }

  private listSizeOf(coordinates: readonly string[]): ListSize | undefined {
    return coordinates.map((each) => this.rules.lists.get(each)).find((each) => each !== undefined);
  }

  private weightOf(coordinates: readonly string[], target: GraphQLNamedType, changes: boolean) {
    const { weights } = this.rules;
    const said = coordinates.flatMap((each) => weights.get(each) ?? []);
    if (said.length > 0) return Math.max(...said);
    const least = isCompositeType(target) ? 1 : 0;
    return weights.get(target.name) ?? (changes ? mutationWeight : least);
  }
}

const sizedBelow = (size: ListSize | undefined, asked: CostOf | undefined): Parent['sized'] =>
  size === undefined || asked === undefined
    ? nothingSized
    : new Map(size.sizedFields.map((name) => [name, asked]));

type Field = GraphQLField<unknown, unknown>;

/** The largest of the numbers that were asked; what is assumed when none was. */
function askedSize(size: ListSize, node: FieldNode, field: Field): CostOf {
  const assumed = size.assumedSize ?? shortList;
  const slices = size.slicingArguments.map((name) => argumentOf(name, node, field));
  return (variables) => {
    const asked = slices
      .map((slice) => slice(variables))
      .filter((value) => typeof value === 'number');
    // Nobody makes an operation cheaper by asking for less than nothing.
    return asked.length === 0 ? assumed : Math.max(1, ...asked);
  };
}

function argumentOf(name: string, node: FieldNode, field: Field): (v: Variables) => unknown {
  const definition = field.args.find((argument) => argument.name === name);
  const given = node.arguments?.find((argument) => argument.name.value === name)?.value;
  const fallback = definition?.defaultValue;
  if (definition === undefined || given === undefined) return () => fallback;
  if (given.kind === Kind.VARIABLE) return (variables) => variables[given.name.value] ?? fallback;
  const literal = valueFromAST(given, definition.type);
  return () => literal;
}
